import type { BoardMoves, Directory, MemberChanges, SinceThen } from '@bellwether/application';
import type { ChangesReply } from '@bellwether/contracts';
import { presentUnit } from '../boards/board.presenter.js';
import { presentEntry } from './entry.presenter.js';

/** What changed of one line of a board, as the API tells it. */
export function presentMemberChanges(
  { member, changes, isCut, ...told }: MemberChanges,
  directory: Directory,
): ChangesReply {
  const nameOf = new Map(directory.measures.map((measure) => [measure.id, measure]));
  return {
    ...presentSince(told, directory),
    member,
    changes: changes.map(({ moved, entries, ...change }) => ({
      ...change,
      moved: moved.map(({ measureId, quantity }) => {
        return { measure: nameOf.get(measureId)?.key ?? '', quantity };
      }),
      entries: entries.map((entry) => presentEntry(entry, nameOf)),
    })),
    isCut,
    moved: [],
    all: 0,
  };
}

/** Who moved on a board. */
export function presentMoves(
  { moved, all, ...told }: BoardMoves,
  directory: Directory,
): ChangesReply {
  const since = presentSince(told, directory);
  return { ...since, member: null, changes: [], isCut: false, moved: [...moved], all };
}

function presentSince(
  { metric, since, movedWithTheDay, redefinedAt }: SinceThen,
  { organisation }: Directory,
): Pick<ChangesReply, 'metric' | 'since' | 'movedWithTheDay' | 'redefinedAt'> {
  const { key, title, unit } = metric;
  return {
    metric: { key, title, unit: presentUnit(unit, organisation.currency) },
    since: new Date(since).toISOString(),
    movedWithTheDay,
    redefinedAt: redefinedAt === null ? null : new Date(redefinedAt).toISOString(),
  };
}
