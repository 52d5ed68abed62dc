import type { BoardRef, Metric, OrganisationId, Privacy, Viewer } from '@bellwether/domain';
import {
  NEIGHBOURS,
  boardIdOf,
  detailFor,
  isOpen,
  mayOpen,
  maySeeLine,
  ownLine,
  parseBoardId,
  shareOfLeader,
} from '@bellwether/domain';
import type { WindowRequest } from '../ports/board-store.js';
import type { Directories, Directory } from '../ports/directories.js';
import type { BoardLine, BoardView } from './board-view.js';
import { rosterNow } from './roster-now.js';
import type { ViewBoard } from './view-board.js';

/** Who asks, as far as boards care; the team that they play in is looked up. */
export type Looker = Omit<Viewer, 'teamId'>;

/** A line as somebody sees it: what is kept from them is not in it. */
export interface SeenLine extends BoardLine {
  /** Their own score where the others' are not told; null elsewhere. */
  readonly ownScore: number | null;
}

/**
 * A board as somebody sees it. `score` is what `detail` says: a value, a share of the leader's, or 0; of
 * who has no place values only are told.
 */
export interface SeenBoard extends Omit<BoardView, 'lines'> {
  readonly lines: readonly SeenLine[];
  readonly detail: Privacy['shows'];
  /** How many places are listed to them; null is all. */
  readonly places: number | null;
}

/** A board that somebody may open. */
export interface OpenedBoard {
  /** Of all people's board only the part of their team may be theirs. */
  readonly boardId: string;
  readonly privacy: Privacy;
  readonly viewer: Viewer;
  readonly light: Light;
}

/** What is the same for all who are shown the same. */
export interface Light {
  readonly name: string;
  /** Stands for all of them. */
  readonly looker: Looker;
}

/** Shows boards to people: to each what the privacy of the metric leaves them. */
export class SeeBoard {
  constructor(
    private readonly viewBoard: ViewBoard,
    private readonly directories: Directories,
  ) {}

  /** What somebody gets who asks for a board; undefined when there is none by that name. */
  async open(
    organisationId: OrganisationId,
    boardId: string,
    looker: Looker,
  ): Promise<OpenedBoard | 'kept-private' | undefined> {
    const ref = parseBoardId(boardId);
    const directory = await this.directories.read(organisationId);
    if (!ref || !directory.metrics.some(({ key }) => key === ref.metric)) return undefined;
    const viewer = viewerIn(directory, looker);
    const privacy = directory.privacyOf(ref.metric);
    const own = ownPart(ref, privacy, viewer);
    if (!mayOpen(privacy, viewer, own)) return 'kept-private';
    return { boardId: boardIdOf(own), privacy, viewer, light: lightOf(privacy, looker) };
  }

  /** Whether somebody may open the board of a metric's people, or the part of it that is theirs. */
  isFor(directory: Directory, metric: string, looker: Looker): boolean {
    const everybody = { competitors: 'reps', teamId: null } as const;
    return mayOpen(directory.privacyOf(metric), viewerIn(directory, looker), everybody);
  }

  /** Undefined when there is no such board. */
  async execute(
    organisationId: OrganisationId,
    boardId: string,
    looker: Looker,
    request: WindowRequest,
  ): Promise<SeenBoard | 'kept-private' | undefined> {
    const opened = await this.open(organisationId, boardId, looker);
    if (opened === undefined || opened === 'kept-private') return opened;
    const view = await this.viewBoard.execute(organisationId, opened.boardId, request);
    return view && this.show(organisationId, view, opened);
  }

  /**
   * What of a board somebody sees who has opened it. Whoever stands further down than the lines reach
   * finds theirs, and their neighbours', behind them.
   */
  async show(
    organisationId: OrganisationId,
    view: BoardView,
    { boardId, privacy, viewer }: OpenedBoard,
    reachesDown = false,
  ): Promise<SeenBoard> {
    const own = ownLine(viewer, view.board);
    const lines = [...view.lines];
    const listed = view.ranked + view.unranked;
    const isFurtherDown = own !== null && listed > lines.length && !has(lines, own);
    if (reachesDown && isFurtherDown && !isOpen(privacy)) {
      const around = { kind: 'around', member: own, span: NEIGHBOURS } as const;
      const below = await this.viewBoard.execute(organisationId, boardId, around);
      if (below?.epoch === view.epoch && has(below.lines, own)) lines.push(...below.lines);
    }
    const leader = await this.#leader(organisationId, boardId, lines, privacy);
    return seenBy(viewer, privacy, { ...view, lines }, leader);
  }

  /** The best score, where the others are told as parts of it. */
  async #leader(
    organisationId: OrganisationId,
    boardId: string,
    lines: readonly BoardLine[],
    { shows }: Privacy,
  ): Promise<number> {
    const first = lines.find(({ position }) => position === 0);
    if (first || shows !== 'progress') return first?.score ?? 0;
    const top = { kind: 'top', from: 0, to: 0 } as const;
    const view = await this.viewBoard.execute(organisationId, boardId, top);
    return view?.lines[0]?.score ?? 0;
  }
}

/** Somebody who looks, with the team that they play in. */
export function viewerIn(directory: Directory, looker: Looker): Viewer {
  const { personId } = looker;
  const teamId = personId === null ? undefined : rosterNow(directory).teamOf.get(personId);
  return { ...looker, teamId: teamId ?? null };
}

function seenBy(viewer: Viewer, privacy: Privacy, view: BoardView, leader: number): SeenBoard {
  const { board, metric } = view;
  const own = ownLine(viewer, board);
  const ownPosition = view.lines.find(({ id }) => id === own)?.position ?? null;
  const detail = detailFor(privacy, viewer);
  const seen = new Map<number, SeenLine>();
  for (const line of view.lines) {
    const { id, rank, position } = line;
    const fromOwn = ownPosition === null ? null : Math.abs(position - ownPosition);
    const teamId = line.team?.id ?? null;
    if (
      seen.has(id) ||
      !maySeeLine(privacy, viewer, board, { id, teamId, rank, position, fromOwn })
    )
      continue;
    if (detail === 'value') seen.set(id, { ...line, ownScore: null });
    else {
      const score = tellsOf(line, leader, detail, metric.direction);
      const isOwn = id === own;
      const [ownScore, short] = isOwn ? [line.score, line.short] : [null, null];
      seen.set(id, { ...line, score, ownScore, short, parts: null, gap: null });
    }
  }
  const lines = [...seen.values()].sort((a, b) => a.position - b.position);
  const isLimited = viewer.kind === 'rep' || viewer.kind === 'onlooker';
  return { ...view, lines, detail, places: isLimited ? privacy.places : null };
}

/** What of a score is told where values are not. */
function tellsOf(
  { score, rank }: BoardLine,
  leader: number,
  detail: 'progress' | 'rank',
  direction: Metric['direction'],
): number | null {
  if (rank === null || score === null) return null;
  return detail === 'rank' ? 0 : shareOfLeader(score, leader, direction);
}

/** Whose team keeps its numbers to itself gets that team's board for everybody's. */
function ownPart(ref: BoardRef, { audience }: Privacy, { kind, teamId }: Viewer): BoardRef {
  const isCut = audience === 'team' && (kind === 'rep' || kind === 'onlooker');
  return isCut && ref.competitors === 'reps' && ref.teamId === null ? { ...ref, teamId } : ref;
}

function lightOf(privacy: Privacy, looker: Looker): Light {
  if (isOpen(privacy)) return { name: 'open', looker: nobody('onlooker') };
  const { kind, personId, manages } = looker;
  const { audience } = privacy;
  const seesAll =
    (kind === 'runner' && audience !== 'person') || (kind === 'manager' && audience === 'everyone');
  if (seesAll) return { name: 'all', looker: nobody('runner') };
  return { name: `${kind} ${personId ?? ''} ${manages.join('+')}`, looker };
}

function nobody(kind: Looker['kind']): Looker {
  return { kind, personId: null, manages: [] };
}

function has(lines: readonly BoardLine[], id: number): boolean {
  return lines.some((line) => line.id === id);
}
