import type { BoardRow, Unit } from '@bellwether/contracts';
import { formatAmount } from '@bellwether/ui';

/** How far another is from somebody, as it stands beside the other's number: `€8,400 ahead`, `level`. */
export function gapText(
  other: Pick<BoardRow, 'rank' | 'score'>,
  own: Pick<BoardRow, 'rank' | 'score'>,
  unit: Unit,
  locale: string,
): string {
  if (other.rank === own.rank) return 'level';
  if (unit.kind === 'place') return '';
  const gap = formatAmount(unit, Math.abs(other.score - own.score), locale);
  return `${gap} ${other.rank < own.rank ? 'ahead' : 'behind'}`;
}

/** Who is left out between two rows of a list; null when nobody is. */
export function betweenText(upper: number, lower: number): string | null {
  const between = lower - upper - 1;
  if (between < 1) return null;
  return between === 1 ? '1 place between' : `${between} places between`;
}
