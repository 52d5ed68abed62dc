import type { BoardHeading, BoardRow } from '@bellwether/contracts';
import { formatScore } from '../numbers/format-score.js';

/** What a ratio of too few has of what it needs: `3 of 5 calls`; empty where nothing lacks, or it is not told. */
export function shortText(
  { short }: Pick<BoardRow, 'short'>,
  { least }: Pick<BoardHeading, 'least'>,
  locale: string,
): string {
  if (!short || !least) return '';
  return piecesText(short.has, short.needs, least, locale);
}

/** Where a bound orders, what the rate is of says why: `55 of 79 deals`. */
export function rateOfText(
  { parts }: Pick<BoardRow, 'parts'>,
  { least }: Pick<BoardHeading, 'least'>,
  locale: string,
): string {
  if (!parts || !least?.isByBound) return '';
  const pieces = (sum: number) => sum / ONE;
  return piecesText(pieces(parts.numerator), pieces(parts.denominator), least, locale);
}

/** Thousandths, as counts are told. */
const ONE = 1_000;

function piecesText(
  some: number,
  all: number,
  { one, many }: { readonly one: string; readonly many: string },
  locale: string,
): string {
  const unit = { kind: 'count', one, many } as const;
  const told = (count: number) => formatScore(unit, count * ONE, locale);
  return `${told(some)} of ${told(all)} ${all === 1 ? one : many}`;
}
