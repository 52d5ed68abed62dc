import type { BoardHeading } from '@bellwether/contracts';

/** Of how many a rate has to be for a place, and what orders where few and many are compared. */
export function leastText(
  { shown, ranked, one, many, isByBound }: NonNullable<BoardHeading['least']>,
  direction: BoardHeading['direction'],
): string {
  const from = ranked > 1 ? `A place takes ${ranked} ${many}` : '';
  const least = shown > 1 ? `a value ${shown}` : '';
  const needed = [from, least].filter((part) => part !== '').join(', ');
  if (!isByBound) return needed;
  const order =
    direction === 'higher'
      ? `Places go by what the rate is at least: the same rate of more ${many} stands higher`
      : `Places go by what the rate is at most: the same rate of more ${many} stands higher`;
  return [needed || `Every ${one} counts`, order].join('. ');
}
