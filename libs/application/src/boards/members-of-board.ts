import type { Board, Metric } from '@bellwether/domain';
import { linearValue, measuresOf, metricValue } from '@bellwether/domain';
import type { BuiltMember } from '../ports/board-store.js';
import type { Total } from '../ports/totals.js';

/** Who is on a board with what, added up from the totals of its period; others' measures are left out. */
export function membersOfBoard(
  board: Board,
  metric: Metric,
  totals: readonly Total[],
): readonly BuiltMember[] {
  const sums = new Map<number, Sum>();
  const measures = new Set(measuresOf(metric));
  for (const total of totals) {
    const member = memberOf(board, total);
    if (member === null || !measures.has(total.measureId)) continue;
    let sum = sums.get(member);
    if (!sum) sums.set(member, (sum = { quantities: new Map(), reachedAt: 0 }));
    const before = sum.quantities.get(total.measureId) ?? 0;
    sum.quantities.set(total.measureId, before + total.quantity);
    sum.reachedAt = Math.max(sum.reachedAt, total.lastAt ?? 0);
  }
  return [...sums].map(([member, sum]) => builtMember(member, sum, metric));
}

interface Sum {
  readonly quantities: Map<number, number>;
  reachedAt: number;
}

function memberOf(board: Board, { personId, teamId }: Total): number | null {
  if (board.competitors === 'teams') return teamId;
  return board.teamId === null || board.teamId === teamId ? personId : null;
}

function builtMember(member: number, { quantities, reachedAt }: Sum, metric: Metric): BuiltMember {
  const totalOf = (measureId: number) => quantities.get(measureId);
  const { formula } = metric;
  const value = metricValue(metric, totalOf);
  const parts =
    formula.kind === 'sum'
      ? { numerator: 0, denominator: 0 }
      : {
          numerator: linearValue(formula.numerator, totalOf),
          denominator: linearValue(formula.denominator, totalOf),
        };
  return { member, score: value?.score ?? null, ...parts, reachedAt };
}
