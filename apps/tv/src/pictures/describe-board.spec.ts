import type { BoardSnapshot } from '@bellwether/contracts';
import { describe, expect, it } from 'vitest';
import { describeBoard, openingOfEmpty } from './describe-board.js';

const november = { kind: 'month', key: '2026-11', label: 'November', startsOn: '2026-11-02' };
const board = (ranked: number, roster: number, heading: object = {}) =>
  ({
    heading: {
      unit: { kind: 'points' },
      competitors: 'reps',
      team: null,
      period: november,
      ...heading,
    },
    rows: Array.from({ length: ranked }, (_, index) => ({ rank: index + 1 })),
    ranked,
    roster,
  }) as unknown as BoardSnapshot;
const top = { from: 3, to: 12, first: true };

describe('describeBoard', () => {
  it.each([
    [board(38, 38), top, 'November, 38 people'],
    [board(12, 38), top, 'November, 12 of 38 people'],
    [board(1, 1), top, 'November, 1 person'],
    [board(0, 38), top, 'November, 38 people'],
    [board(0, 0), top, 'November'],
    [board(6, 6, { competitors: 'teams' }), top, 'November, 6 teams'],
    [board(8, 8, { team: { name: 'Iberia' } }), top, 'November, Iberia, 8 people'],
    [
      board(8, 8, { ripens: { on: '2026-12-31', label: '31 December' } }),
      top,
      'November, 8 people, ripe on 31 December',
    ],
    [board(60, 60), { from: 12, to: 21, first: false }, 'November, 60 people, places 13 to 21'],
    [board(14, 14), { from: 12, to: 21, first: false }, 'November, 14 people, places 13 to 14'],
  ])('says of a board %#', (snapshot, page, line) => {
    expect(describeBoard(snapshot, page)).toBe(line);
  });
});

it.each([
  ['2026-11-02', november, 'First working day.'],
  ['2026-11-03', november, 'Nothing counts in November yet.'],
  ['2026-11-03', { ...november, kind: 'day', label: 'Today' }, 'The day is young.'],
  [null, { ...november, kind: 'all', label: '' }, 'Nothing counts yet.'],
])('opens on %s over %o with "%s"', (today, period, line) => {
  expect(openingOfEmpty(board(0, 5, { period }), today)).toBe(line);
});
