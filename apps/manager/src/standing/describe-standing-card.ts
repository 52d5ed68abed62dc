import type { BoardSnapshot } from '@bellwether/contracts';

/** Which time and how many: `November, 38 of 40 people`. */
export function describeCrowd({ heading, ranked, roster }: BoardSnapshot): string {
  const [one, many] = heading.competitors === 'teams' ? ['team', 'teams'] : ['person', 'people'];
  const all = Math.max(ranked, roster);
  const crowd = ranked === all ? `${all}` : `${ranked} of ${all}`;
  const parts = [
    heading.period.label,
    ...(heading.team ? [heading.team.name] : []),
    `${crowd} ${all === 1 ? one : many}`,
  ];
  return parts.filter((part) => part !== '').join(', ');
}

/** A board that nobody is on yet. */
export function emptyText({ heading, roster }: BoardSnapshot): string {
  if (roster === 0 && heading.competitors === 'reps') {
    return heading.team
      ? `Nobody is in ${heading.team.name} yet. Move somebody there below`
      : 'Nobody competes yet. Add people below, or say in the inbox who is who';
  }
  const when = heading.period.label === '' ? 'here' : `in “${heading.period.label}”`;
  return `Nothing counts ${when} yet. The hills are empty, the bell hangs free`;
}
