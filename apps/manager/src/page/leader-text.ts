import type { BoardSnapshot } from '@bellwether/contracts';

/** Who wears the bell on a board, in a sentence. */
export function leaderText({ rows, heading, ranked }: BoardSnapshot): string {
  const leaders = rows.filter(({ rank }) => rank === 1);
  const [first] = leaders;
  const of = `${heading.title}, ${heading.period.label}`;
  if (ranked === 0 || !first) return `Nobody wears the bell yet: ${of}`;
  if (leaders.length > 1 || first.tied) return `Level at the top: ${of}`;
  return `${first.name} wears the bell: ${of}`;
}
