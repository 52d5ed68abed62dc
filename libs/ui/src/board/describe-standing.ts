import type { BoardHeading, BoardRow, Unit } from '@bellwether/contracts';
import { formatAmount } from '../numbers/format-score.js';
import { ordinal } from '../numbers/ordinal.js';
import type { PlacedRow } from './placed-row.js';
import { hasPlace, placedRows } from './placed-row.js';
import { rateOfText, shortText } from './short-text.js';

/**
 * The small line under a score: what is missing to the next place, or how far the leader is ahead; of how
 * many a rate is where that orders, and of how many it needs to be for a place.
 */
export function describeStanding(
  rows: readonly BoardRow[],
  index: number,
  heading: Pick<BoardHeading, 'unit' | 'least'>,
  locale: string,
): string {
  const row = rows[index];
  if (!row) return '';
  if (!hasPlace(row)) return shortText(row, heading, locale);
  if (!isCounted(row)) return '';
  const { unit } = heading;
  const firstThere = firstOfTie(rows, row);
  if (firstThere !== row) {
    // Said once for each shared place: down a long tie the name would only be noise.
    const second = rows[index - 1] === firstThere;
    return second ? `Level. ${firstThere.shortName} got there first` : 'Level';
  }
  const rate = rateOfText(row, heading, locale);
  if (rate !== '') return rate;
  if (row.rank === 1) return describeLead(rows, row, unit, locale);
  if (row.gap === null) return '';
  const ahead = placeAhead(rows, index, row.rank);
  return `${formatAmount(unit, row.gap, locale)} to ${ahead === 1 ? 'the bell' : ordinal(ahead)}`;
}

/** Whether there is a value: a rate of nothing is no rate, and one of too few is not shown. */
export function isCounted<Row extends BoardRow>(row: Row): row is Row & { readonly score: number } {
  return row.score !== null && (row.parts === null || row.parts.denominator !== 0);
}

function describeLead(
  rows: readonly BoardRow[],
  leader: PlacedRow,
  unit: Unit,
  locale: string,
): string {
  const second = placedRows(rows).find((row) => row.id !== leader.id && isCounted(row));
  if (!second) return 'Nobody else yet';
  if (second.rank === leader.rank) return `Level with ${second.shortName}, first there`;
  if (unit.kind === 'place') return '';
  return `${formatAmount(unit, Math.abs(leader.score - second.score), locale)} ahead`;
}

function firstOfTie(rows: readonly BoardRow[], row: BoardRow): BoardRow {
  if (!row.tied) return row;
  return rows.find((other) => other.rank === row.rank) ?? row;
}

/** The place of the next higher score. Rows of other pages count too, so ask with the whole board. */
function placeAhead(rows: readonly BoardRow[], index: number, rank: number): number {
  for (let above = index - 1; above >= 0; above -= 1) {
    const other = rows[above]?.rank ?? rank;
    if (other < rank) return other;
  }
  return rank - 1;
}
