import { describe, expect, it } from 'vitest';
import { Seats } from './seats.js';

describe('Seats', () => {
  it('keeps everybody where they sit, whatever their place', () => {
    const seats = new Seats();
    const [ada, bea] = seats.take([1, 2]);
    expect(seats.take([2, 1])).toEqual([bea, ada]);
  });

  it('gives who comes the seat of who left, in the same place if it can', () => {
    const seats = new Seats();
    const [ada, bea, cem] = seats.take([1, 2, 3]);
    expect(seats.take([1, 4, 5])).toEqual([ada, bea, cem]);
    expect(seats.take([6, 1, 5])).toEqual([bea, ada, cem]);
  });

  it('adds a seat when all are taken', () => {
    const seats = new Seats();
    const before = seats.take([1, 2]);
    const after = seats.take([3, 1, 2]);
    expect(after.slice(1)).toEqual(before);
    expect(new Set(after).size).toBe(3);
  });
});
