import { expect, it } from 'vitest';
import { SharedReads } from './shared-reads.js';

function openReads() {
  const world = { now: 0, asked: 0 };
  const reads = new SharedReads<number>(() => world.now);
  const ask = () => reads.read('calls.day.reps', () => Promise.resolve((world.asked += 1)));
  return { world, reads, ask };
}

it('reads a board once for all who ask in the same moment', async () => {
  const { world, ask } = openReads();
  expect(await Promise.all([ask(), ask(), ask()])).toEqual([1, 1, 1]);
  world.now = 60;
  expect(await ask()).toBe(2);
});

it('gives nobody a reading that began before the board was touched', async () => {
  const { reads, ask } = openReads();
  const before = ask();
  reads.touched();
  expect([await before, await ask()]).toEqual([1, 2]);
});
