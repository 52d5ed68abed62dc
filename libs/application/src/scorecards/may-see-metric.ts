import type { PersonId, TeamId } from '@bellwether/domain';
import { mayExplain } from '@bellwether/domain';
import type { Looker } from '../boards/see-board.js';
import { viewerIn } from '../boards/see-board.js';
import type { Directory } from '../ports/directories.js';

/**
 * Whether somebody is told a person's number of a metric: as they would be told what is behind it. One's own one sees,
 * too, unless it is for those who manage only.
 */
export function maySeeMetric(
  directory: Directory,
  looker: Looker,
  metric: string,
  person: { readonly id: PersonId; readonly teamId: TeamId | null },
): boolean {
  const privacy = directory.privacyOf(metric);
  if (mayExplain(privacy, viewerIn(directory, looker), person)) return true;
  return looker.personId === person.id && privacy.audience !== 'managers';
}

/** Whose scorecards somebody may look at: a manager those of their teams, who runs it all everybody's. */
export function maySeeScorecard(
  { kind, personId, manages }: Looker,
  person: { readonly id: PersonId; readonly teamId: TeamId | null },
): boolean {
  if (kind === 'runner' || personId === person.id) return true;
  return kind === 'manager' && manages.includes(person.teamId as TeamId);
}
