import { describe, expect, it } from 'vitest';
import { PhoneMemory } from './phone-memory.js';

/** Storage as a browser has it: its entries are properties too. */
function storage(kept: Record<string, string> = {}): Storage {
  const methods = {
    getItem: (name: string) => kept[name] ?? null,
    setItem: (name: string, value: string) => void (kept[name] = value),
    removeItem: (name: string) => void delete kept[name],
  };
  const names = { ownKeys: () => Object.keys(kept) };
  return new Proxy(kept, {
    ...names,
    get: (_, name) => methods[name as keyof typeof methods],
  }) as unknown as Storage;
}

describe('what a phone remembers', () => {
  it('survives a reload', () => {
    const kept = {};
    const memory = new PhoneMemory(storage(kept));
    memory.key = 'bw_rep_1';
    memory.period = 'week';
    memory.heardAt = 1_700_000_000_000;
    const later = new PhoneMemory(storage(kept));
    expect([later.key, later.period, later.heardAt]).toEqual([
      'bw_rep_1',
      'week',
      1_700_000_000_000,
    ]);
  });

  it('goes with its key, and leaves what the desk and the wall keep', () => {
    const kept: Record<string, string> = { 'bellwether.desk.key': 'desk' };
    const memory = new PhoneMemory(storage(kept));
    memory.key = 'bw_rep_1';
    memory.period = 'month';
    memory.forget();
    expect(kept).toEqual({ 'bellwether.desk.key': 'desk' });
  });

  it.each([
    ['no storage', null],
    ['nonsense in it', storage({ 'bellwether.phone.whose': '{', 'bellwether.phone.heard': 'x' })],
  ])('is nothing with %s', (_, place) => {
    const memory = new PhoneMemory(place);
    const { key, phone, person, period, heardAt } = memory;
    expect({ key, phone, person, period, heardAt }).toEqual({
      key: null,
      phone: null,
      person: null,
      period: null,
      heardAt: null,
    });
    expect(() => memory.forget()).not.toThrow();
  });
});
