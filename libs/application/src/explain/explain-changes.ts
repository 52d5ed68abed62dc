import type {
  Board,
  Instant,
  Metric,
  NamedMoment,
  OrganisationId,
  RecordChange,
} from '@bellwether/domain';
import {
  boardOf,
  businessDateOf,
  dayWithin,
  groupChanges,
  instantOfNamed,
  mayExplain,
  measuresOf,
} from '@bellwether/domain';
import type { Looker, OpenedBoard, SeeBoard } from '../boards/see-board.js';
import type { ViewBoard } from '../boards/view-board.js';
import type { Clock } from '../ports/clock.js';
import type { Directories } from '../ports/directories.js';
import type { ExplainedEntry, Explanations } from '../ports/explanations.js';
import type { PastTotals, Reach } from '../ports/past-totals.js';
import { rangeOf, stretchesOf } from './stretches.js';
import { nameOnBoard } from '../boards/name-on-board.js';
import { isMember, ownerOfLine, scopeOfMember } from './member-of-board.js';
import type { Moved } from './moved-lines.js';
import { movedBetween, placeOf, seenOf } from './moved-lines.js';
import type { AskedBoard } from './standing-as-of.js';
import { standingAsOf } from './standing-as-of.js';

export interface ChangesQuestion {
  readonly looker: Looker;
  readonly boardId: string;
  readonly since: Instant | NamedMoment;
}

/** What is the same for a board and for one of its lines. */
export interface SinceThen {
  readonly metric: Metric;
  readonly board: Board;
  readonly since: Instant;
  readonly reach: Reach;
  /** The board tells what there is by now: it was another day, and numbers move by that alone. */
  readonly movedWithTheDay: boolean;
  /** The measures were defined anew, and all was counted again; null when they were not. */
  readonly redefinedAt: Instant | null;
}

export interface MemberChanges extends SinceThen {
  readonly member: Moved;
  /** What was booked last comes first. */
  readonly changes: readonly RecordChange<ExplainedEntry>[];
  /** There are more entries than were looked at: the latest ones are told. */
  readonly isCut: boolean;
}

export interface BoardMoves extends SinceThen {
  /** Who has another score or place than then, by the place that they have now. */
  readonly moved: readonly Moved[];
  /** How many there are in all. */
  readonly all: number;
}

export type Untold =
  'unknown-board' | 'unknown-member' | 'kept-private' | 'not-yet' | 'too-long-ago';

/** More entries than these since then are a report and not an explanation. */
const MOST_BOOKED = 250_000;
/** As many entries are grouped by their records; the number itself is made of all. */
const MOST_ENTRIES = 1_000;

/** Answers what moved a number since a moment: by when things were booked, whenever they happened. */
export class ExplainChanges {
  constructor(
    private readonly explanations: Explanations,
    private readonly pastTotals: PastTotals,
    private readonly directories: Directories,
    private readonly seeBoard: SeeBoard,
    private readonly viewBoard: ViewBoard,
    private readonly clock: Clock,
  ) {}

  /** Of one competitor: their score and place then and now, and record by record what was booked since. */
  async ofMember(
    organisationId: OrganisationId,
    question: ChangesQuestion,
    member: number,
  ): Promise<MemberChanges | Untold> {
    const asked = await this.#ask(organisationId, question);
    if (typeof asked === 'string') return asked;
    const { board, metric, directory, opened, thenBoard, told } = asked;
    if (!isMember(board, member, directory)) return 'unknown-member';
    const { privacy, viewer } = opened;
    if (!mayExplain(privacy, viewer, ownerOfLine(board, member, directory))) return 'kept-private';

    const { before: earlier, now } = told.reach;
    const range = rangeOf([...stretchesOf(metric, thenBoard), ...stretchesOf(metric, board)]);
    const [before, after, entries] = await Promise.all([
      standingAsOf(
        this.pastTotals,
        organisationId,
        { board: thenBoard, metric, directory },
        earlier,
      ),
      standingAsOf(this.pastTotals, organisationId, { board, metric, directory }, now),
      this.explanations.bookedBetween(
        organisationId,
        scopeOfMember(board, member),
        measuresOf(metric),
        range,
        { after: earlier, upTo: now, limit: MOST_ENTRIES + 1 },
      ),
    ]);
    const { timeZone } = directory.organisation;
    return {
      ...told,
      member: {
        id: member,
        name: nameOnBoard(board, member, directory),
        before: placeOf(before, member),
        now: placeOf(after, member),
      },
      changes: groupChanges(entries.slice(0, MOST_ENTRIES), { since: earlier, metric, timeZone }),
      isCut: entries.length > MOST_ENTRIES,
    };
  }

  /** Of a whole board: who moved, as far as whoever asks sees their lines. */
  async ofBoard(
    organisationId: OrganisationId,
    question: ChangesQuestion,
    page: { readonly offset: number; readonly limit: number },
  ): Promise<BoardMoves | Untold> {
    const asked = await this.#ask(organisationId, question);
    if (typeof asked === 'string') return asked;
    const { board, metric, directory, opened, thenBoard, told } = asked;
    const { before: earlier, now } = told.reach;
    const before = await standingAsOf(
      this.pastTotals,
      organisationId,
      { board: thenBoard, metric, directory },
      earlier,
    );
    const after = await standingAsOf(
      this.pastTotals,
      organisationId,
      { board, metric, directory },
      now,
    );
    const moved = movedBetween(
      seenOf(before, { board, directory }, opened),
      seenOf(after, { board, directory }, opened),
    );
    return {
      ...told,
      moved: moved.slice(page.offset, page.offset + page.limit),
      all: moved.length,
    };
  }

  async #ask(
    organisationId: OrganisationId,
    { looker, boardId, since: asked }: ChangesQuestion,
  ): Promise<Asked | Untold> {
    const now = this.clock.now();
    const directory = await this.directories.read(organisationId);
    const { timeZone } = directory.organisation;
    const since = typeof asked === 'number' ? asked : instantOfNamed(asked, now, timeZone);
    if (since > now) return 'not-yet';
    const opened = await this.seeBoard.open(organisationId, boardId, looker);
    if (opened === 'kept-private') return opened;
    const board = opened && (await this.viewBoard.resolve(organisationId, opened.boardId));
    const metric = directory.metrics.find(({ key }) => key === board?.metric);
    if (!opened || !board || !metric) return 'unknown-board';
    const reach = await this.pastTotals.reach(organisationId, since);
    if (reach.now - reach.before > MOST_BOOKED) return 'too-long-ago';
    const day = dayWithin(board.period, since, timeZone);
    const thenBoard = boardOf(board.metric, metric, board, day);
    const redefinedAt = await this.pastTotals.redefinedSince(
      organisationId,
      measuresOf(metric),
      since,
    );
    const movedWithTheDay =
      thenBoard.asOf !== null && thenBoard.asOf < businessDateOf(now, timeZone);
    const told = { metric, board, since, reach, movedWithTheDay, redefinedAt };
    return { board, metric, directory, opened, thenBoard, told };
  }
}

interface Asked extends AskedBoard {
  readonly opened: OpenedBoard;
  /** The board as it was named then. */
  readonly thenBoard: Board;
  readonly told: SinceThen;
}
