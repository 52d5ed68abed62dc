import { describe, expect, it } from 'vitest';
import { ShortMemory } from './short-memory.js';

/** Something that changes, and how often it was asked for. */
function openMemory() {
  const world = { now: 0, role: 'admin', reads: 0 };
  const memory = new ShortMemory<string>(() => world.now);
  const read = () => {
    world.reads += 1;
    return Promise.resolve(world.role);
  };
  return { world, memory, ask: () => memory.get('ada', read) };
}

describe('a short memory', () => {
  it('believes for five seconds, and asks again then', async () => {
    const { world, ask } = openMemory();
    await ask();
    world.role = 'viewer';
    world.now = 4_999;
    expect([await ask(), world.reads]).toEqual(['admin', 1]);
    world.now = 5_000;
    expect([await ask(), world.reads]).toEqual(['viewer', 2]);
  });

  it('asks at once when everything is forgotten', async () => {
    const { world, memory, ask } = openMemory();
    await ask();
    world.role = 'viewer';
    memory.forget();
    expect(await ask()).toBe('viewer');
  });

  it('does not keep what was being read when everything was forgotten', async () => {
    const { world, memory, ask } = openMemory();
    const answers: ((role: string) => void)[] = [];
    const before = memory.get('ada', () => new Promise((resolve) => void answers.push(resolve)));
    world.role = 'viewer';
    memory.forget();
    answers[0]?.('admin');
    expect(await before).toBe('admin');
    expect(await ask()).toBe('viewer');
  });

  it('knows each by its own name', async () => {
    const { memory, ask } = openMemory();
    await ask();
    expect(await memory.get('bea', () => Promise.resolve('rep'))).toBe('rep');
  });
});
