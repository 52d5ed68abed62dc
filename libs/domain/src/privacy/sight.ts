import type { Board } from '../boards/board.js';
import type { TeamId } from '../ids.js';
import type { Privacy } from './privacy.js';
import type { Viewer } from './viewer.js';

/** How many lines on either side of their own somebody sees who stands below the places that are listed. */
export const NEIGHBOURS = 2;

/** Where somebody stands who is looked at. */
export interface LineSeen {
  /** A person's or a team's id. */
  readonly id: number;
  readonly teamId: TeamId | null;
  /** Null without a place. */
  readonly rank: number | null;
  /** On the whole board, 0 for the first line. */
  readonly position: number;
  /** How many lines lie between this one and the viewer's own; null when that is not known. */
  readonly fromOwn: number | null;
}

type What = Pick<Board, 'competitors' | 'teamId'>;

/** Whether a board is for somebody at all. */
export function mayOpen({ audience }: Privacy, viewer: Viewer, board: What): boolean {
  switch (audience) {
    case 'everyone':
      return true;
    case 'team':
      return viewer.kind === 'runner' || teamsOf(viewer).some((team) => concerns(board, team));
    case 'managers':
      return viewer.kind === 'runner' || viewer.kind === 'manager';
    case 'person':
      return board.competitors === 'reps' && viewer.personId !== null;
  }
}

/** Whether a line of a board is for somebody who may open it. */
export function maySeeLine(privacy: Privacy, viewer: Viewer, board: What, line: LineSeen): boolean {
  const isOwn = line.id === ownLine(viewer, board);
  if (privacy.audience === 'person') return isOwn;
  if (viewer.kind === 'runner') return true;
  if (viewer.kind === 'manager') {
    return (
      privacy.audience === 'everyone' || isOwn || teamsOf(viewer).includes(line.teamId as TeamId)
    );
  }
  if (isOwn) return true;
  if (privacy.audience === 'team' && line.teamId !== viewer.teamId) return false;
  const isNear = line.fromOwn !== null && line.fromOwn <= NEIGHBOURS;
  const { places } = privacy;
  return places === null || isNear || isAmong(places, line);
}

/** Who has no place stands at the foot of a short list, and on none of a long one. */
function isAmong(places: number, { rank, position }: LineSeen): boolean {
  return rank === null ? position < places : rank <= places;
}

/** What is told of the scores on a board. Who manages reads them all. */
export function detailFor({ shows }: Privacy, viewer: Viewer): Privacy['shows'] {
  return viewer.kind === 'runner' || viewer.kind === 'manager' ? 'value' : shows;
}

/** Whether the entries behind somebody's number are for this viewer. */
export function mayExplain(
  { audience, shows }: Privacy,
  viewer: Viewer,
  person: { readonly id: number; readonly teamId: TeamId | null },
): boolean {
  if (audience === 'person') return person.id === viewer.personId;
  if (viewer.kind === 'runner') return true;
  const isOpen = audience === 'everyone' && shows === 'value';
  if (viewer.kind === 'manager') return isOpen || viewer.manages.includes(person.teamId as TeamId);
  return audience !== 'managers' && person.id === viewer.personId;
}

/** The viewer's own line: their own, or their team's. */
export function ownLine(
  viewer: Viewer,
  { competitors }: Pick<Board, 'competitors'>,
): number | null {
  return competitors === 'teams' ? viewer.teamId : viewer.personId;
}

function teamsOf({ teamId, manages }: Viewer): readonly TeamId[] {
  return teamId === null ? manages : [...manages, teamId];
}

/** A board of all people is opened on the part of one's own teams. */
function concerns({ competitors, teamId }: What, team: TeamId): boolean {
  return competitors === 'teams' || teamId === null || teamId === team;
}
