import type { Board, PersonId, TeamId } from '@bellwether/domain';
import { rosterNow } from '../boards/roster-now.js';
import type { Directory } from '../ports/directories.js';
import type { LedgerScope } from '../ports/explanations.js';

type What = Pick<Board, 'competitors' | 'teamId'>;

/** Whether there is a person or a team of that number, whichever compete. */
export function isMember({ competitors }: What, member: number, directory: Directory): boolean {
  const { people, teams } = directory;
  return competitors === 'teams' ? teams.has(member as TeamId) : people.has(member as PersonId);
}

/** Whose entries make up a line of a board. */
export function scopeOfMember({ competitors, teamId }: What, member: number): LedgerScope {
  return competitors === 'teams'
    ? { kind: 'team', teamId: member as TeamId }
    : { kind: 'person', personId: member as PersonId, teamId };
}

/** Whom a line is of, as far as privacy cares. A team's is of nobody: it is for those who manage it. */
export function ownerOfLine(
  { competitors }: What,
  member: number,
  directory: Directory,
): { readonly id: number; readonly teamId: TeamId | null } {
  if (competitors === 'teams') return { id: 0, teamId: member as TeamId };
  return { id: member, teamId: rosterNow(directory).teamOf.get(member as PersonId) ?? null };
}
