import type { BoardRow, Unit } from '@bellwether/contracts';
import { formatAmount } from '../numbers/format-score.js';
import { ordinal } from '../numbers/ordinal.js';

/** The small line under a score: what is missing to the next place, or how far the leader is ahead. */
export function describeStanding(
  rows: readonly BoardRow[],
  index: number,
  unit: Unit,
  locale: string,
): string {
  const row = rows[index];
  if (!row || !isCounted(row)) return '';
  const firstThere = firstOfTie(rows, index);
  if (firstThere !== row) {
    // Said once for each shared place: down a long tie the name would only be noise.
    const second = rows[index - 1] === firstThere;
    return second ? `Level. ${firstThere.shortName} got there first` : 'Level';
  }
  if (row.rank === 1) return describeLead(rows, row, unit, locale);
  if (row.gap === null) return '';
  const ahead = placeAhead(rows, index);
  return `${formatAmount(unit, row.gap, locale)} to ${ahead === 1 ? 'the bell' : ordinal(ahead)}`;
}

/** Whether there is anything to divide by; a rate of nothing is no rate. */
export function isCounted(row: BoardRow): boolean {
  return row.parts === null || row.parts.denominator !== 0;
}

function describeLead(
  rows: readonly BoardRow[],
  leader: BoardRow,
  unit: Unit,
  locale: string,
): string {
  const second = rows.find((row) => row.id !== leader.id && isCounted(row));
  if (!second) return 'Nobody else yet';
  if (second.rank === leader.rank) return `Level with ${second.shortName}, first there`;
  if (unit.kind === 'place') return '';
  return `${formatAmount(unit, Math.abs(leader.score - second.score), locale)} ahead`;
}

function firstOfTie(rows: readonly BoardRow[], index: number): BoardRow {
  const row = rows[index] as BoardRow;
  if (!row.tied) return row;
  return rows.find((other) => other.rank === row.rank) ?? row;
}

/** The place of the next higher score. Rows of other pages count too, so ask with the whole board. */
function placeAhead(rows: readonly BoardRow[], index: number): number {
  const { rank } = rows[index] as BoardRow;
  for (let above = index - 1; above >= 0; above -= 1) {
    const other = rows[above] as BoardRow;
    if (other.rank < rank) return other.rank;
  }
  return rank - 1;
}
