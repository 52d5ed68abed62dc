import { ShelfStorage } from '@bellwether/ui/memory/shelf-storage.fixture.js';
import { describe, expect, it } from 'vitest';
import { PhoneMemory } from './phone-memory.js';

describe('what a phone remembers', () => {
  it('survives a reload', () => {
    const storage = new ShelfStorage();
    const memory = new PhoneMemory(storage);
    memory.key = 'bw_rep_1';
    memory.period = 'week';
    memory.heardAt = 1_700_000_000_000;
    const later = new PhoneMemory(storage);
    expect([later.key, later.period, later.heardAt]).toEqual([
      'bw_rep_1',
      'week',
      1_700_000_000_000,
    ]);
  });

  it('goes with its key, and leaves what the desk and the wall keep', () => {
    const storage = new ShelfStorage({ 'bellwether.desk.key': 'desk' });
    const memory = new PhoneMemory(storage);
    memory.key = 'bw_rep_1';
    memory.period = 'month';
    memory.forget();
    expect(storage.names).toEqual(['bellwether.desk.key']);
  });

  it.each([
    ['no storage', null],
    [
      'nonsense in it',
      new ShelfStorage({ 'bellwether.phone.whose': '{', 'bellwether.phone.heard': 'x' }),
    ],
  ])('is nothing with %s', (_, place) => {
    const memory = new PhoneMemory(place);
    const { key, phone, person, period, heardAt, scorecard } = memory;
    expect({ key, phone, person, period, heardAt, scorecard }).toEqual({
      key: null,
      phone: null,
      person: null,
      period: null,
      heardAt: null,
      scorecard: null,
    });
    expect(() => memory.forget()).not.toThrow();
  });
});
