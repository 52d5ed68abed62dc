import type { PersonId, TeamId } from '../ids.js';
import type { Scorecard, ScorecardFor } from './scorecard.js';

/** What decides whose scorecard is which. */
export interface Holder {
  readonly id: PersonId;
  readonly jobTitle: string | null;
  /** Today's. */
  readonly teamId: TeamId | null;
}

/**
 * The one scorecard that somebody has: the one that names them, else the one for their job title, else the one for
 * their team; of several of a kind, the oldest.
 */
export function chooseScorecard<Some extends Pick<Scorecard, 'id' | 'for'>>(
  holder: Holder,
  scorecards: readonly Some[],
): Some | undefined {
  const oldestFirst = scorecards.toSorted((a, b) => a.id - b.id);
  for (const fits of [names, isForTitle, isForTeam]) {
    const chosen = oldestFirst.find((scorecard) => fits(scorecard.for, holder));
    if (chosen) return chosen;
  }
  return undefined;
}

function names({ people }: ScorecardFor, { id }: Holder): boolean {
  return people.includes(id);
}

function isForTitle({ jobTitles }: ScorecardFor, { jobTitle }: Holder): boolean {
  return jobTitle !== null && jobTitles.map(sameCase).includes(sameCase(jobTitle));
}

function isForTeam({ teams }: ScorecardFor, { teamId }: Holder): boolean {
  return teamId !== null && teams.includes(teamId);
}

function sameCase(title: string): string {
  return title.trim().toLowerCase();
}
