import { describe, expect, it } from 'vitest';
import { compileFormula } from './formula-text.js';

const worth = (cel: string, parts: Readonly<Record<string, number>> = {}) =>
  compileFormula(cel)(parts);

describe('a formula', () => {
  it.each<[string, Readonly<Record<string, number>>, number]>([
    ['won / quota', { won: 78, quota: 104 }, 0.75],
    ['7 / 2', {}, 3.5],
    ['(now - before) / before', { now: 216, before: 180 }, 0.2],
    ['won * 0.5 + 1', { won: 3 }, 2.5],
    ['quota1 * 2', { quota1: 4 }, 8],
    ['ceil(ceil(wins / 0.3) / 2)', { wins: 10 }, 17],
    ['max(quota - won, 0) + min(won, 5)', { quota: 3, won: 10 }, 5],
    ['quota > won ? open / (quota - won) : 0', { quota: 20, won: 4, open: 48 }, 3],
    ['quota > won ? 1 : -1', { quota: 1, won: 4 }, -1],
  ])('%s', (cel, parts, value) => {
    expect(worth(cel, parts)).toBeCloseTo(value, 12);
  });

  it.each(['won / 0', 'won / quota', '0 / 0', 'won - won / quota', '"much"', 'won > 1'])(
    'has no value where it comes to no number: %s',
    (cel) => {
      expect(worth(cel, { won: 4, quota: 0 })).toBeUndefined();
    },
  );

  it('that is no CEL says where', () => {
    expect(() => compileFormula('won / (quota')).toThrow(/won/);
  });

  it('is compiled once', () => {
    expect(compileFormula('won * 7')).toBe(compileFormula('won * 7'));
  });
});
