import type { Board, MeasureId, Metric, Window } from '@bellwether/domain';
import { averaged, linearValue, measuresOf, metricValue, windowsOf } from '@bellwether/domain';
import type { BuiltMember } from '../ports/board-store.js';
import type { WindowTotal } from './window-totals.js';

/** Who is on a board with what, added up from the totals of its days; others' measures are left out. */
export function membersOfBoard(
  board: Board,
  metric: Metric,
  totals: readonly WindowTotal[],
): readonly BuiltMember[] {
  const sums = new Map<number, Sum>();
  const wanted = new Map(
    windowsOf(metric).map((window) => [window, new Set(measuresOf(metric, window))]),
  );
  for (const total of totals) {
    const member = memberOf(board, total);
    if (member === null || !wanted.get(total.window)?.has(total.measureId)) continue;
    let sum = sums.get(member);
    if (!sum) sums.set(member, (sum = { quantities: new Map(), reachedAt: 0 }));
    const key = keyOf(total.measureId, total.window);
    sum.quantities.set(key, (sum.quantities.get(key) ?? 0) + total.quantity);
    sum.reachedAt = Math.max(sum.reachedAt, total.lastAt ?? 0);
  }
  return [...sums].map(([member, sum]) => builtMember(member, sum, metric, board));
}

interface Sum {
  readonly quantities: Map<string, number>;
  reachedAt: number;
}

function keyOf(measureId: MeasureId, window: Window): string {
  return `${measureId} ${window}`;
}

function memberOf(board: Board, { personId, teamId }: WindowTotal): number | null {
  if (board.competitors === 'teams') return teamId;
  return board.teamId === null || board.teamId === teamId ? personId : null;
}

function builtMember(
  member: number,
  { quantities, reachedAt }: Sum,
  metric: Metric,
  { period, asOf }: Board,
): BuiltMember {
  const totalOf = averaged(
    (measureId, window) => quantities.get(keyOf(measureId, window)),
    period,
    asOf,
  );
  const { formula } = metric;
  const value = metricValue(metric, totalOf);
  const parts =
    formula.kind === 'ratio'
      ? {
          numerator: linearValue(formula.numerator, totalOf),
          denominator: linearValue(formula.denominator, totalOf),
        }
      : { numerator: 0, denominator: 0 };
  return { member, score: value?.score ?? null, ...parts, reachedAt };
}
