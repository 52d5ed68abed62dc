import type { Board, BoardRef, Metric, OrganisationId, PersonId, TeamId } from '@bellwether/domain';
import {
  boardKeyOf,
  businessDateOf,
  dayLabel,
  boardOrder,
  isByBound,
  parseBoardId,
  periodLabel,
  rankStandings,
  resolveBoard,
  ripensOn,
  shortageOf,
} from '@bellwether/domain';
import type { BoardStore, BoardWindow, StoredMember, WindowRequest } from '../ports/board-store.js';
import type { Clock } from '../ports/clock.js';
import type { Directories, Directory } from '../ports/directories.js';
import type { BoardLine, BoardView } from './board-view.js';
import { leastOf } from './least-of.js';
import type { DayStartRanks } from './day-start-ranks.js';
import type { KeepBoards } from './keep-boards.js';
import { nameOnBoard } from './name-on-board.js';
import { rosterNow } from './roster-now.js';

/** Reads a stretch of a board with all that is needed to show it. A board not kept yet is built first. */
export class ViewBoard {
  constructor(
    private readonly store: BoardStore,
    private readonly boards: KeepBoards,
    private readonly directories: Directories,
    private readonly dayStartRanks: DayStartRanks,
    private readonly clock: Clock,
  ) {}

  /** The definite board that an id means now; undefined when there is none by that name. */
  async resolve(organisationId: OrganisationId, boardId: string): Promise<Board | undefined> {
    const ref = parseBoardId(boardId);
    const directory = await this.directories.read(organisationId);
    const metric = directory.metrics.find(({ key }) => key === ref?.metric);
    if (!ref || !metric || !isKnown(ref, directory)) return undefined;
    const { timeZone, calendar } = directory.organisation;
    const today = businessDateOf(this.clock.now(), timeZone);
    return resolveBoard(ref, today, metric, calendar);
  }

  /** Names the definite board that an id means now. */
  async keyOf(organisationId: OrganisationId, boardId: string): Promise<string | undefined> {
    const board = await this.resolve(organisationId, boardId);
    return board && boardKeyOf(board);
  }

  /** Undefined when there is no such board. */
  async execute(
    organisationId: OrganisationId,
    boardId: string,
    request: WindowRequest,
  ): Promise<BoardView | undefined> {
    const board = await this.resolve(organisationId, boardId);
    if (!board) return undefined;
    const directory = await this.directories.read(organisationId);
    const metric = metricOf(board, directory) as Metric;
    const window = await this.#read(organisationId, board, metric, request);
    const { timeZone, currency, locale } = directory.organisation;
    const readAt = this.clock.now();
    const today = businessDateOf(readAt, timeZone);
    const ranks = await this.dayStartRanks.read(organisationId, board, metric, today);
    const lines = linesOf(window, board, metric, directory, ranks);
    const ripe = ripensOn(metric, directory.measures, board.period, today);
    return {
      key: boardKeyOf(board),
      board,
      metric,
      period: board.period,
      periodLabel: periodLabel(board.period, today, locale),
      team: (board.teamId !== null && directory.teams.get(board.teamId)) || null,
      timeZone,
      ripens: ripe && { on: ripe, label: dayLabel(ripe, today, locale) },
      currency,
      epoch: window.epoch,
      lines: cut(lines, request),
      ranked: window.ranked,
      unranked: window.unranked,
      least: leastOf(metric, directory),
      roster: rosterSize(board, directory),
      newest: window.newest,
      readAt,
    };
  }

  async #read(
    organisationId: OrganisationId,
    board: Board,
    metric: Metric,
    request: WindowRequest,
  ): Promise<BoardWindow> {
    const window = await this.store.read(organisationId, board, metric, request);
    if (window) return window;
    await this.boards.keep(organisationId, board, metric);
    const built = await this.store.read(organisationId, board, metric, request);
    if (!built) throw new Error(`The board ${boardKeyOf(board)} is gone as soon as it is built`);
    return built;
  }
}

function isKnown({ teamId }: BoardRef, directory: Directory): boolean {
  return teamId === null || directory.teams.has(teamId);
}

function metricOf(board: Board, { metrics }: Directory): Metric | undefined {
  return metrics.find(({ key }) => key === board.metric);
}

function rosterSize({ competitors, teamId }: Board, directory: Directory): number {
  if (competitors === 'teams') return directory.teams.size;
  const { active, activeIn } = rosterNow(directory);
  return teamId === null ? active : (activeIn.get(teamId) ?? 0);
}

function cut(lines: readonly BoardLine[], request: WindowRequest): readonly BoardLine[] {
  const { from, to } = stretch(lines, request);
  return lines.filter(({ position }) => position >= from && position <= to);
}

function stretch(
  lines: readonly BoardLine[],
  request: WindowRequest,
): { readonly from: number; readonly to: number } {
  if (request.kind === 'top') return request;
  const own = lines.find(({ id }) => id === request.member)?.position ?? -1;
  return { from: own - request.span, to: own + request.span };
}

function linesOf(
  { members, from, ahead, better: nextBetter }: BoardWindow,
  board: Board,
  metric: Metric,
  directory: Directory,
  dayStart: ReadonlyMap<number, number>,
): readonly BoardLine[] {
  const standings = members.map((member) => named(member, board, directory));
  const ranked = rankStandings(standings, boardOrder(metric), from);
  const [first] = ranked;
  const tellsGap = !isByBound(metric);
  let better = nextBetter;
  return ranked.map((standing, index): BoardLine => {
    const before = ranked[index - 1];
    if (before && before.score !== standing.score) better = before.score;
    const { numerator, denominator, rank, score, ...line } = standing;
    const shortage = shortageOf(metric, denominator);
    // The first may share its place with many who stand further ahead.
    const isWithFirst = rank !== null && rank === first?.rank;
    return {
      ...line,
      rank: isWithFirst ? ahead + 1 : rank,
      score: shortage?.isShown === false ? null : score,
      short: shortage && { has: shortage.has, needs: shortage.needs },
      parts: metric.formula.kind === 'ratio' ? { numerator, denominator } : null,
      gap: better === null || rank === null || !tellsGap ? null : Math.abs(better - score),
      rankAtDayStart: dayStart.get(standing.id) ?? null,
      position: from + index,
    };
  });
}

function named({ member, ...rest }: StoredMember, board: Board, directory: Directory) {
  const name = nameOnBoard(board, member, directory);
  if (board.competitors === 'teams') {
    const team = directory.teams.get(member as TeamId) ?? null;
    return { id: member, name, shortName: name, photoUrl: null, team, ...rest };
  }
  const person = directory.people.get(member as PersonId);
  return {
    id: member,
    name,
    shortName: person?.shortName ?? name,
    photoUrl: person?.photoUrl ?? null,
    team: teamNow(member, directory),
    ...rest,
  };
}

function teamNow(member: number, directory: Directory) {
  const team = rosterNow(directory).teamOf.get(member as PersonId);
  return (team !== undefined && directory.teams.get(team)) || null;
}
