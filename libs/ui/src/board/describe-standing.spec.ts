import type { Unit } from '@bellwether/contracts';
import { describe, expect, it } from 'vitest';
import { boardRow } from './board-row.fixture.js';
import { describeStanding, isCounted } from './describe-standing.js';

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
    expect(describeStanding(three, index, { unit: points }, 'en-IE')).toBe(line);
  });

  it('names who got to a shared place first, and skips the place for who follows', () => {
    const rows = [
      boardRow({ id: 1 }),
      boardRow({ id: 2, tied: true, shortName: 'Farid' }),
      boardRow({ id: 3, rank: 2, tied: true }),
      boardRow({ id: 4, rank: 2, tied: true }),
      boardRow({ id: 5, rank: 5, gap: 500 }),
    ];
    expect(
      rows.map((_, index) => describeStanding(rows, index, { unit: points }, 'en-IE')),
    ).toEqual([
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
    expect(describeStanding(rows, 0, { unit: points }, 'en-IE')).toBe(
      'Level with Leena, first there',
    );
    expect(describeStanding(rows, 1, { unit: points }, 'en-IE')).toBe(
      'Level. Farid got there first',
    );
  });

  it('says nothing of a rate with nothing below it', () => {
    const rows = [
      boardRow({ id: 1, score: 0.5, parts: { numerator: 1, denominator: 2 } }),
      boardRow({ id: 2, score: 0, gap: 0.5, parts: { numerator: 0, denominator: 0 } }),
    ];
    expect(rows.map((_, index) => describeStanding(rows, index, { unit: rate }, 'en-IE'))).toEqual([
      'Nobody else yet',
      '',
    ]);
  });
});

describe('the line of a rate', () => {
  const least = { shown: 5, ranked: 20, one: 'deal', many: 'deals', isByBound: true };
  const heading = { unit: { kind: 'ratio' }, least } as const;
  const parts = { numerator: 55_000, denominator: 79_000 };
  const rows = [
    boardRow({
      id: 1,
      score: 0.63,
      parts: { numerator: 349_000, denominator: 553_000 },
      gap: null,
    }),
    boardRow({ id: 2, score: 0.7, parts, gap: null }),
    boardRow({ id: 3, rank: null, score: 1, short: { has: 12.5, needs: 20 } }),
    boardRow({ id: 4, rank: null, score: null, short: { has: 3, needs: 5 } }),
    boardRow({ id: 5, rank: null, score: null }),
  ];

  it.each([
    [0, '349 of 553 deals'],
    [1, '55 of 79 deals'],
    [2, '12.5 of 20 deals'],
    [3, '3 of 5 deals'],
    [4, ''],
  ])('of row %i says of how many it is, or needs to be', (index, line) => {
    expect(describeStanding(rows, index, heading, 'en-IE')).toBe(line);
  });

  it('is no value where it is of too few', () => {
    expect(rows.map(isCounted)).toEqual([true, true, true, false, false]);
  });
});
