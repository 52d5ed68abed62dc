import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { InHandLimit } from './in-hand-limit.js';

const BOUNDS = { least: 50, most: 500, patienceMs: 1_000 };

/** After so many answers, each the last of `inHand` at so many a second. */
function after(answers: number, inHand: (most: number) => number, perSecond: number): InHandLimit {
  const limit = new InHandLimit(BOUNDS);
  for (let count = 0; count < answers; count += 1) {
    const line = inHand(limit.most);
    limit.answered(line, (line * 1_000) / perSecond);
  }
  return limit;
}

describe('how much may be in hand', () => {
  it('is what the machine answers within the patience, when more is asked of it', () => {
    expect(Math.abs(after(300, (most) => most, 200).most - 200)).toBeLessThan(5);
  });

  it('is the most that is allowed, where it keeps up', () => {
    expect(after(300, () => 3, 2_000).most).toBe(500);
  });

  it('is never less than one source sends side by side', () => {
    expect(after(300, (most) => most, 4).most).toBe(50);
  });

  it('hardly changes when a store hesitates once', () => {
    const limit = new InHandLimit(BOUNDS);
    limit.answered(1, 4_000);
    expect(limit.most).toBeGreaterThan(470);
  });

  it('grows again when the machine is faster again', () => {
    const limit = after(300, (most) => most, 60);
    for (let count = 0; count < 500; count += 1) limit.answered(limit.most, limit.most / 2);
    expect(limit.most).toBe(500);
  });

  it('stays within its bounds, whatever was seen', () => {
    const seen = fc.tuple(fc.nat(5_000), fc.double({ min: 0, max: 1e9, noNaN: true }));
    fc.assert(
      fc.property(fc.array(seen), (answers) => {
        const limit = new InHandLimit(BOUNDS);
        for (const [inHand, tookMs] of answers) limit.answered(inHand, tookMs);
        expect(limit.most).toBeGreaterThanOrEqual(BOUNDS.least);
        expect(limit.most).toBeLessThanOrEqual(BOUNDS.most);
      }),
    );
  });
});
