import type { Board, Metric } from '@bellwether/domain';
import { linearValue, metricValue } from '@bellwether/domain';
import type { BuiltMember } from '../ports/board-store.js';
import type { MemberSum } from './sums-of-board.js';
import { sumsOfBoard } from './sums-of-board.js';
import type { WindowTotal } from './window-totals.js';

/** Who is on a board with what, added up from the totals of its days; others' measures are left out. */
export function membersOfBoard(
  board: Board,
  metric: Metric,
  totals: readonly WindowTotal[],
): readonly BuiltMember[] {
  const sums = sumsOfBoard(board, metric, totals);
  return [...sums].map(([member, sum]) => builtMember(member, sum, metric));
}

function builtMember(
  member: number,
  { totalOf, reachedAt }: MemberSum,
  metric: Metric,
): BuiltMember {
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
