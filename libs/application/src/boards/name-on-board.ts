import type { Board, PersonId, TeamId } from '@bellwether/domain';
import type { Directory } from '../ports/directories.js';

/** By what name somebody stands on a board. */
export function nameOnBoard(
  { competitors }: Pick<Board, 'competitors'>,
  member: number,
  { people, teams }: Pick<Directory, 'people' | 'teams'>,
): string {
  return competitors === 'teams'
    ? (teams.get(member as TeamId)?.name ?? 'A team of before')
    : (people.get(member as PersonId)?.name ?? 'Somebody of before');
}
