import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { attainmentOf } from './attainment.js';
import { scoreOf } from './score.js';

/** Done of a target, at a weight. */
const line = (actual: number, target: number, weight: number, cap = 150) => ({
  weight,
  cap,
  attainment: attainmentOf(actual, target, 'higher'),
});

describe('a score', () => {
  const day = (cap: number) => [
    line(10, 20, 20, cap),
    line(30, 20, 10, cap),
    line(5, 5, 30, cap),
    line(2, 4, 40, cap),
  ];

  it('of half the calls, half again as many e-mails, all leads and half the demos is 75', () => {
    expect(scoreOf(day(150))?.shown).toBeCloseTo(75, 9);
  });

  it('is 70 where nothing counts beyond its target', () => {
    expect(scoreOf(day(100))?.ranked).toBeCloseTo(70, 9);
  });

  it('is shown beyond 100: half the deals and twice the money is 170', () => {
    const score = scoreOf([line(2, 4, 20), line(40_000_00, 20_000_00, 80)]);
    expect(score?.shown).toBeCloseTo(170, 9);
    expect(score?.ranked).toBeCloseTo(130, 9);
  });

  it('leaves out what cannot be measured, and the rest weighs as if it were all', () => {
    expect(scoreOf([line(10, 20, 40), line(5, 0, 60)])).toEqual({ shown: 50, ranked: 50 });
  });

  it('of nothing that can be measured is none', () => {
    expect(scoreOf([])).toBeNull();
    expect(scoreOf([line(5, 0, 100)])).toBeNull();
  });

  const lines = fc.array(
    fc.record({
      weight: fc.integer({ min: 1, max: 100 }),
      cap: fc.integer({ min: 100, max: 1000 }),
      attainment: fc.option(fc.double({ min: 0, max: 50, noNaN: true })),
    }),
    { maxLength: 8 },
  );

  it('that ranks is never more than the one that is shown, and never beyond the highest cap', () => {
    fc.assert(
      fc.property(lines, (some) => {
        const score = scoreOf(some);
        if (!score) return;
        const highest = Math.max(...some.map(({ cap }) => cap));
        expect(score.ranked).toBeLessThanOrEqual(score.shown + 1e-9);
        expect(score.ranked).toBeLessThanOrEqual(highest + 1e-9);
      }),
    );
  });

  it('is 100 for who meets every target exactly, however it is weighed', () => {
    fc.assert(
      fc.property(lines, (some) => {
        const score = scoreOf(some.map((one) => ({ ...one, attainment: 1 })));
        expect(score).toEqual(some.length === 0 ? null : { shown: 100, ranked: 100 });
      }),
    );
  });
});

describe('the attainment of a target', () => {
  it.each([
    [50, 'higher', 0.5],
    [250, 'higher', 2.5],
    [-20, 'higher', -0.2],
    [100, 'lower', 1],
    [50, 'lower', 1.5],
    [0, 'lower', 2],
    [400, 'lower', 0],
    [null, 'higher', null],
    [null, 'lower', null],
  ] as const)('%j of 100, %s is better: %j', (actual, direction, attainment) => {
    expect(attainmentOf(actual, 100, direction)).toBe(attainment);
  });

  it('is none for who is exempt', () => {
    expect(attainmentOf(100, 0, 'higher')).toBeNull();
  });
});
