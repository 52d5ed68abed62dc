import type { BoardSnapshot } from '@bellwether/contracts';
import { rangeText } from '../settings/range-text.js';
import { wholeText } from '../page/tile-text.js';

/** Which time and how many: `November, 38 of 40 people`. */
export function describeCrowd(
  { heading, ranked, unranked, roster }: BoardSnapshot,
  locale: string,
): string {
  const [one, many] = heading.competitors === 'teams' ? ['team', 'teams'] : ['person', 'people'];
  const all = Math.max(ranked + unranked, roster);
  const whole = (count: number) => wholeText(count, locale);
  const crowd = ranked === all ? whole(all) : `${whole(ranked)} of ${whole(all)}`;
  const { places, ripens, period } = heading;
  // The name of a fiscal period does not say its days.
  const days = period.key.startsWith('FY') ? rangeText(period, period.startsOn ?? '', locale) : '';
  const parts = [
    days === '' ? period.label : `${period.label} (${days})`,
    ...(heading.team ? [heading.team.name] : []),
    `${crowd} ${all === 1 ? one : many}${unranked > 0 ? ' with a place' : ''}`,
    ...(places !== undefined && places < ranked ? [`the first ${whole(places)}`] : []),
    ...(ripens ? [`ripe on ${ripens.label}`] : []),
  ];
  return parts.filter((part) => part !== '').join(', ');
}

interface EmptyWords {
  readonly title: string;
  readonly line: string;
}

/** A board that nobody is on yet. */
export function emptyText({ heading, roster }: BoardSnapshot): EmptyWords {
  if (roster === 0 && heading.competitors === 'reps') {
    return heading.team
      ? { title: `Nobody is in ${heading.team.name} yet`, line: 'Move somebody there' }
      : { title: 'Nobody competes yet', line: 'Add people, or say in the inbox who is who' };
  }
  return { title: 'Nothing counts here yet', line: 'The hills are empty, the bell hangs free' };
}

/** What is missing most on a floor with an empty board; null when it is only a quiet time. */
export function nextStep(floor: {
  readonly people: number;
  readonly parked: number;
  readonly deliveries: number;
}): { readonly page: 'people' | 'sources'; readonly needs: string; readonly label: string } | null {
  if (floor.parked > 0)
    return { page: 'sources', needs: 'parked.manage', label: 'See what waits for a name' };
  if (floor.people === 0)
    return { page: 'people', needs: 'people.manage', label: 'Say who competes' };
  return floor.deliveries === 0
    ? { page: 'sources', needs: 'sources.manage', label: 'See where events may come from' }
    : null;
}
