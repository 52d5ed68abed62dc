import type { BoardHeading } from '@bellwether/contracts';
import { formatAmount, type PlacedRow } from '@bellwether/ui';

/** How far another is from somebody, as it stands beside the other's number: `€8,400 ahead`, `level`. */
export function gapText(
  other: Pick<PlacedRow, 'rank' | 'score'>,
  own: Pick<PlacedRow, 'rank' | 'score'>,
  { unit, least }: Pick<BoardHeading, 'unit' | 'least'>,
  locale: string,
): string {
  if (other.rank === own.rank) return 'level';
  // Where a bound orders, who stands ahead may have the lower rate.
  if (unit.kind === 'place' || least?.isByBound) return '';
  const gap = formatAmount(unit, Math.abs(other.score - own.score), locale);
  return `${gap} ${other.rank < own.rank ? 'ahead' : 'behind'}`;
}

/** Who is left out between two rows of a list; null when nobody is. */
export function betweenText(upper: number, lower: number): string | null {
  const between = lower - upper - 1;
  if (between < 1) return null;
  return between === 1 ? '1 place between' : `${between} places between`;
}
