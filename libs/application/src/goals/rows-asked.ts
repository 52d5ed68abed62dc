import type { BusinessDate, TeamId } from '@bellwether/domain';
import type { Looker } from '../boards/see-board.js';
import type { Directory } from '../ports/directories.js';
import type { GoalEntry } from '../ports/goals.js';
import type { GoalRow, GridAsked } from './goal-grid.js';

type Row = Pick<GoalRow, 'id' | 'name' | 'teamId' | 'managerId'>;

interface Seen {
  readonly looker: Looker;
  readonly today: BusinessDate;
}

/** Whose goals are asked for, by name: who is active, and who has left with goals in that year. */
export function rowsAsked(
  directory: Directory,
  entries: readonly GoalEntry[],
  asked: Pick<GridAsked, 'of' | 'teamId' | 'search'>,
  seen: Seen,
): readonly Row[] {
  const words = folded(asked.search).split(/\s+/);
  return (asked.of === 'people' ? peopleOf(directory, entries, seen) : teamsOf(directory, entries))
    .filter(({ id, teamId }) => isFor(asked.of === 'people' ? teamId : (id as TeamId), asked, seen))
    .filter(({ name }) => words.every((word) => folded(name).includes(word)))
    .toSorted((a, b) => a.name.localeCompare(b.name) || a.id - b.id);
}

function peopleOf(
  { people, teamOn }: Directory,
  entries: readonly GoalEntry[],
  { today }: Seen,
): readonly Row[] {
  const withGoals = new Set(
    entries.flatMap(({ holder }) => (holder.kind === 'person' ? [holder.personId] : [])),
  );
  return [...people.values()]
    .filter(({ id, active }) => active || withGoals.has(id))
    .map(({ id, name }) => ({ id, name, teamId: teamOn(id, today) ?? null, managerId: null }));
}

function teamsOf({ teams }: Directory, entries: readonly GoalEntry[]): readonly Row[] {
  const managers = new Map(
    entries.flatMap(({ holder }) =>
      holder.kind === 'team' ? [[holder.teamId, holder.managerId] as const] : [],
    ),
  );
  return [...teams.values()].map(({ id, name }) => ({
    id,
    name,
    teamId: null,
    managerId: managers.get(id) ?? null,
  }));
}

function isFor(teamId: TeamId | null, asked: Pick<GridAsked, 'teamId'>, { looker }: Seen): boolean {
  if (asked.teamId !== null && teamId !== asked.teamId) return false;
  if (looker.kind === 'runner') return true;
  return teamId !== null && looker.manages.includes(teamId);
}

function folded(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll(/\p{Mark}/gu, '')
    .toLowerCase()
    .trim();
}
