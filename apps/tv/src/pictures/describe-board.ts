import type { BoardRow, BoardSnapshot } from '@bellwether/contracts';

/** The line under a board's title: which time, whose, how many; on later pages, which places. */
export function describeBoard(
  board: BoardSnapshot,
  page: { readonly from: number; readonly to: number; readonly first: boolean },
): string {
  const { heading, rows, ranked, unranked, roster } = board;
  const parts = [heading.period.label];
  if (heading.team) parts.push(heading.team.name);
  parts.push(crowd(heading.competitors, ranked, roster));
  const { least } = heading;
  if (least && unranked > 0) parts.push(`places from ${least.ranked} ${least.many}`);
  if (heading.unit.kind === 'share') parts.push('shares of the best');
  if (heading.ripens) parts.push(`ripe on ${heading.ripens.label}`);
  const first = rows[page.from];
  const last = rows[Math.min(page.to, rows.length) - 1];
  if (!page.first && first && last) parts.push(placesText(first, last));
  return parts.filter((part) => part !== '').join(', ');
}

/** How the empty board begins its sentence. */
export function openingOfEmpty(board: BoardSnapshot, today: string | null): string {
  const { period } = board.heading;
  if (period.kind === 'month' && today !== null && today === period.startsOn) {
    return 'First working day.';
  }
  if (period.kind === 'day') return 'The day is young.';
  return period.label === '' ? 'Nothing counts yet.' : `Nothing counts in ${period.label} yet.`;
}

/** A page may end with people who have no place yet. */
function placesText(first: BoardRow, last: BoardRow): string {
  if (first.rank === null) return 'no place yet';
  return last.rank === null
    ? `from place ${first.rank} on`
    : `places ${first.rank} to ${last.rank}`;
}

function crowd(competitors: 'reps' | 'teams', ranked: number, roster: number): string {
  const all = Math.max(ranked, roster);
  if (all === 0) return '';
  const [one, many] = competitors === 'teams' ? ['team', 'teams'] : ['person', 'people'];
  const word = all === 1 ? one : many;
  return ranked === all || ranked === 0 ? `${all} ${word}` : `${ranked} of ${all} ${word}`;
}
