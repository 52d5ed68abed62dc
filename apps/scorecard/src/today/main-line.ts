import type { PersonLine, PersonScorecard } from '@bellwether/contracts';

/**
 * The line that the page speaks of: the one of the hill; else the heaviest outcome, else the heaviest activity, of
 * those that are for whoever looks.
 */
export function mainLine({ lines, hill }: PersonScorecard): PersonLine | null {
  const told = lines.filter(({ isForYou }) => isForYou);
  const ofHill = told.find(({ metric }) => metric === hill?.metric);
  const heaviest = (part: PersonLine['part']) =>
    told.filter((line) => line.part === part).toSorted((a, b) => b.weight - a.weight)[0];
  return ofHill ?? heaviest('outcome') ?? heaviest('activity') ?? null;
}
