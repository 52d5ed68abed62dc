import type { BoardDelta, BoardRow, BoardSnapshot, Watched } from '@bellwether/contracts';

/** A board of points in its first revision. */
export function watchedBoard(
  rows: readonly BoardRow[],
  at: { readonly epoch?: string; readonly revision?: number } = {},
): Watched<BoardSnapshot> {
  return {
    epoch: at.epoch ?? 'one',
    revision: at.revision ?? 1,
    snapshot: {
      heading: {
        boardId: 'points.month.reps',
        title: 'Points',
        metric: 'points',
        unit: { kind: 'points' },
        direction: 'higher',
        period: {
          kind: 'month',
          key: '2026-11',
          before: '2026-10',
          after: '2026-12',
          label: 'November',
          startsOn: '2026-11-01',
          endsOn: '2026-11-30',
        },
        competitors: 'reps',
        team: null,
        timeZone: 'Europe/Dublin',
      },
      rows: [...rows],
      ranked: rows.length,
      unranked: 0,
      roster: rows.length,
      freshness: { asOf: 0, newest: null },
    },
  };
}

/** A change of that board. */
export function boardDelta(
  revision: number,
  changes: Partial<BoardDelta['changes']> = {},
  epoch = 'one',
): BoardDelta {
  return {
    topic: 'board:points.month.reps',
    epoch,
    revision,
    changes: { rows: [], removed: [], ranked: 0, unranked: 0, roster: 0, ...changes },
    freshness: { asOf: 0, newest: null },
  };
}
