import type { BoardRow, BoardSnapshot } from '@bellwether/contracts';
import { describe, expect, it } from 'vitest';
import { ownStanding, trimmed } from './own-standing.js';

const row = (id: number, rank: number, score: number, more: Partial<BoardRow> = {}): BoardRow => ({
  id,
  name: `Person ${id}`,
  shortName: `P${id}`,
  photoUrl: null,
  team: null,
  rank,
  tied: false,
  score,
  parts: null,
  reachedAt: id,
  gap: null,
  rankAtDayStart: null,
  ...more,
});

function board(rows: readonly BoardRow[], ranked = rows.length): BoardSnapshot {
  return {
    heading: {
      boardId: 'points.day.reps',
      title: 'Points',
      metric: 'points',
      unit: { kind: 'points' },
      direction: 'higher',
      period: {
        kind: 'day',
        key: '2026-11-19',
        before: '2026-11-18',
        after: '2026-11-20',
        label: 'Today',
        startsOn: null,
        endsOn: null,
      },
      competitors: 'reps',
      team: null,
      timeZone: 'UTC',
    },
    rows: [...rows],
    ranked,
    unranked: 0,
    roster: 40,
    freshness: { asOf: 0, newest: null },
  };
}

const ids = (rows: readonly BoardRow[]) => rows.map(({ id }) => id);
const seven = board([1, 2, 3, 4, 5, 6, 7].map((place) => row(place, place, 8_000 - place * 1_000)));

describe('ownStanding', () => {
  it.each([
    { id: 4, ahead: [2, 3], behind: [5, 6], next: 3 },
    { id: 1, ahead: [], behind: [2, 3], next: null },
    { id: 7, ahead: [5, 6], behind: [], next: 6 },
  ])('of person $id: $ahead before, $behind after', ({ id, ahead, behind, next }) => {
    const standing = ownStanding(seven, id);
    expect(ids(standing.ahead)).toEqual(ahead);
    expect(ids(standing.behind)).toEqual(behind);
    expect(standing.next?.id ?? null).toBe(next);
  });

  it('looks past those who share the own place for the next one', () => {
    const tied = board([
      row(1, 1, 900),
      row(2, 2, 500),
      row(3, 2, 500),
      row(4, 4, 100),
      row(5, 4, 100),
    ]);
    expect(ownStanding(tied, 5).next?.id).toBe(2);
    expect(ownStanding(tied, 3).next?.id).toBe(1);
  });

  it('finds somebody further down in the lines around them, and keeps the live leader', () => {
    const top = board([row(1, 1, 900), row(2, 2, 800)], 90);
    const around = [78, 79, 80, 81].map((place) => row(place, place, 1_000 - place));
    const standing = ownStanding(top, 80, around);
    expect(standing.row?.rank).toBe(80);
    expect(ids(standing.ahead)).toEqual([78, 79]);
    expect(ids(standing.behind)).toEqual([81]);
    expect(standing.next?.id).toBe(79);
    expect(standing.leader?.id).toBe(1);
  });

  it('has no row for somebody with nothing counted, and none for a rate of nothing', () => {
    expect(ownStanding(seven, 99).row).toBeNull();
    const rate = board([row(1, 1, 0, { parts: { numerator: 0, denominator: 0 } })]);
    const ratio = { ...rate, heading: { ...rate.heading, unit: { kind: 'ratio' as const } } };
    expect(ownStanding(ratio, 1).row).toBeNull();
  });
});

describe('trimmed', () => {
  it.each([1, 4, 7, 99])('says the same about person %i with fewer lines', (id) => {
    const small = trimmed(seven, id);
    expect(small.rows.length).toBeLessThanOrEqual(7);
    expect(ownStanding(small, id)).toEqual(ownStanding(seven, id));
  });
});
