import type { Unit } from '@bellwether/contracts';
import { describe, expect, it } from 'vitest';
import { boardRow } from './board-row.fixture.js';
import { describeStanding } from './describe-standing.js';

const points: Unit = { kind: 'points' };
const rate: Unit = { kind: 'ratio' };

describe('describeStanding', () => {
  const three = [
    boardRow({ id: 1 }),
    boardRow({ id: 2, gap: 1_000 }),
    boardRow({ id: 3, gap: 2_500 }),
  ];
  it.each([
    [0, '1 point ahead'],
    [1, '1 point to the bell'],
    [2, '2.5 points to 2nd'],
  ])('tells place %i of three what is next', (index, line) => {
    expect(describeStanding(three, index, points, 'en-IE')).toBe(line);
  });

  it('names who got to a shared place first, and skips the place for who follows', () => {
    const rows = [
      boardRow({ id: 1 }),
      boardRow({ id: 2, tied: true, shortName: 'Farid' }),
      boardRow({ id: 3, rank: 2, tied: true }),
      boardRow({ id: 4, rank: 2, tied: true }),
      boardRow({ id: 5, rank: 5, gap: 500 }),
    ];
    expect(rows.map((_, index) => describeStanding(rows, index, points, 'en-IE'))).toEqual([
      '1 point ahead',
      '1 point to the bell',
      'Level. Farid got there first',
      'Level',
      '0.5 points to 2nd',
    ]);
  });

  it('says so when two share the bell', () => {
    const rows = [
      boardRow({ id: 1, tied: true, shortName: 'Farid' }),
      boardRow({ id: 2, rank: 1, tied: true, shortName: 'Leena', gap: null }),
    ];
    expect(describeStanding(rows, 0, points, 'en-IE')).toBe('Level with Leena, first there');
    expect(describeStanding(rows, 1, points, 'en-IE')).toBe('Level. Farid got there first');
  });

  it('says nothing of a rate with nothing below it', () => {
    const rows = [
      boardRow({ id: 1, score: 0.5, parts: { numerator: 1, denominator: 2 } }),
      boardRow({ id: 2, score: 0, gap: 0.5, parts: { numerator: 0, denominator: 0 } }),
    ];
    expect(rows.map((_, index) => describeStanding(rows, index, rate, 'en-IE'))).toEqual([
      'Nobody else yet',
      '',
    ]);
  });
});
