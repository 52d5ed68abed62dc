import type { Board, Metric, TotalOf } from '@bellwether/domain';
import { averaged, measuresOf, windowsOf } from '@bellwether/domain';
import type { WindowTotal } from './window-totals.js';

/** What a competitor of a board adds up to. */
export interface MemberSum {
  readonly totalOf: TotalOf;
  /** The latest moment that still counts; 0 when nothing does. */
  readonly reachedAt: number;
}

/** Totals of a board's days by competitor; others' measures are left out. */
export function sumsOfBoard(
  board: Board,
  metric: Metric,
  totals: readonly WindowTotal[],
): ReadonlyMap<number, MemberSum> {
  const sums = new Map<number, { quantities: Map<string, number>; reachedAt: number }>();
  const wanted = new Map(
    windowsOf(metric).map((window) => [window, new Set(measuresOf(metric, window))]),
  );
  for (const total of totals) {
    const member = memberOf(board, total);
    if (member === null || !wanted.get(total.window)?.has(total.measureId)) continue;
    let sum = sums.get(member);
    if (!sum) sums.set(member, (sum = { quantities: new Map(), reachedAt: 0 }));
    const key = `${total.measureId} ${total.window}`;
    sum.quantities.set(key, (sum.quantities.get(key) ?? 0) + total.quantity);
    sum.reachedAt = Math.max(sum.reachedAt, total.lastAt ?? 0);
  }
  const { period, asOf } = board;
  return new Map(
    [...sums].map(([member, { quantities, reachedAt }]) => {
      const kept: TotalOf = (measureId, window) => quantities.get(`${measureId} ${window}`);
      return [member, { totalOf: averaged(kept, period, asOf), reachedAt }];
    }),
  );
}

function memberOf(board: Board, { personId, teamId }: WindowTotal): number | null {
  if (board.competitors === 'teams') return teamId;
  return board.teamId === null || board.teamId === teamId ? personId : null;
}
