import type { PersonLine } from '@bellwether/contracts';

export type ScoredPart = PersonLine['part'];

/** What a line adds to its score. */
export interface ScoreShare {
  readonly line: PersonLine;
  /** Of the score as it is shown: weight times attainment. */
  readonly points: number;
  /** Of the score that ranks or pays: no more than the cap. */
  readonly ranked: number;
}

/** How a score adds up, line by line; without those from whose target somebody is exempt. */
export function scoreShares(lines: readonly PersonLine[], part: ScoredPart): readonly ScoreShare[] {
  const counted = lines.filter((line) => line.part === part && line.attainment !== null);
  const weights = counted.reduce((sum, { weight }) => sum + weight, 0);
  return counted.map((line) => {
    const attainment = line.attainment ?? 0;
    // The weights of what is left are a whole again.
    const weight = (100 * line.weight) / weights;
    return {
      line,
      points: weight * attainment,
      ranked: weight * Math.min(attainment, line.cap / 100),
    };
  });
}
