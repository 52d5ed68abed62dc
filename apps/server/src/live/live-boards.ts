import { randomUUID } from 'node:crypto';
import type { BoardView, Looker, OpenedBoard } from '@bellwether/application';
import { SeeBoard, ViewBoard } from '@bellwether/application';
import type { BoardSnapshot, Watched } from '@bellwether/contracts';
import { BOARD_ROWS } from '@bellwether/contracts';
import type { OrganisationId } from '@bellwether/domain';
import { RedisBoardStore } from '@bellwether/leaderboard';
import { Inject, Injectable } from '@nestjs/common';
import type { Log } from '../engines/log.js';
import type { FailPoints } from '../fail-points/fail-points.js';
import { FAIL_POINTS, LOG } from '../tokens.js';
import { DataAge } from './data-age.js';
import type { BoardOutlook } from './live-board.js';
import { LiveBoard } from './live-board.js';
import { SharedReads } from './shared-reads.js';

/** Where frames go: `shade` names those who watch a board in the same light. */
export interface FrameSink {
  send: (
    organisationId: OrganisationId,
    shade: string,
    ...frame: Parameters<BoardOutlook['send']>
  ) => void;
  renewed: (organisationId: OrganisationId, shade: string, topic: string, epoch: string) => void;
  isWatched: (organisationId: OrganisationId, shade: string) => boolean;
}

/** A board as it is read, before anybody's light falls on it. */
interface WholeBoard {
  readonly view: BoardView;
  readonly asOf: number;
}

const TOP = { kind: 'top', from: 0, to: BOARD_ROWS - 1 } as const;

/** All boards that somebody on this node watches. */
@Injectable()
export class LiveBoards {
  readonly #nodeId = randomUUID().slice(0, 8);
  readonly #boards = new Map<OrganisationId, Map<string, LiveBoard>>();
  readonly #epochs = new Map<OrganisationId, string>();
  readonly #reads = new Map<OrganisationId, SharedReads<WholeBoard | undefined>>();
  #sink: FrameSink | undefined;

  constructor(
    @Inject(ViewBoard) private readonly viewBoard: ViewBoard,
    @Inject(SeeBoard) private readonly seeBoard: SeeBoard,
    @Inject(RedisBoardStore) private readonly store: RedisBoardStore,
    @Inject(DataAge) private readonly dataAge: DataAge,
    @Inject(LOG) private readonly log: Log,
    @Inject(FAIL_POINTS) private readonly points: FailPoints,
  ) {}

  sendTo(sink: FrameSink): void {
    this.#sink = this.points.around(sink, { send: { before: 'before-frame' } });
  }

  /** In which shade of a board somebody would watch it now; null when it is kept from them. */
  async shadeOf(
    organisationId: OrganisationId,
    boardId: string,
    looker: Looker,
  ): Promise<string | null | undefined> {
    const opened = await this.seeBoard.open(organisationId, boardId, looker);
    return opened === 'kept-private' ? null : opened && shadeOf(boardId, opened);
  }

  /** Undefined when there is no such board, or it is kept from them. */
  async watch(
    organisationId: OrganisationId,
    boardId: string,
    looker: Looker,
  ): Promise<Watched<BoardSnapshot> | undefined> {
    const opened = await this.seeBoard.open(organisationId, boardId, looker);
    if (typeof opened !== 'object') return undefined;
    const shade = shadeOf(boardId, opened);
    const boards = this.#of(organisationId);
    const known = boards.get(shade);
    if (known) return known.snapshot();
    const board = new LiveBoard(
      boardId,
      `board:${boardId}`,
      this.#nodeId,
      this.#outlook(organisationId, boardId, shade, opened.light.looker),
    );
    // Remembered before it is read: a change in between must find it.
    boards.set(shade, board);
    const snapshot = await board.snapshot();
    if (!snapshot) boards.delete(shade);
    return snapshot;
  }

  /** These boards changed. */
  changed(organisationId: OrganisationId, keys: readonly string[], arrivedAt: number | null): void {
    const touched = new Set(keys);
    this.#readsOf(organisationId).touched();
    for (const board of this.#of(organisationId).values()) {
      // One that is being read for the first time has no key yet, and may just have been read.
      if (board.key === '' || touched.has(board.key)) board.touch(arrivedAt);
    }
  }

  /** Anything may have changed: rebuilt, or signals were missed. */
  renewed(organisationId?: OrganisationId): void {
    for (const [id, boards] of this.#boards) {
      if (organisationId !== undefined && id !== organisationId) continue;
      this.#readsOf(id).touched();
      for (const board of boards.values()) board.touch();
    }
  }

  /** Moves boards on whose period has ended, and forgets those that nobody watches any more. */
  async tidy(): Promise<void> {
    for (const [organisationId, boards] of this.#boards) {
      if (boards.size > 0) await this.#noticeNewEpoch(organisationId);
      for (const [shade, board] of boards) {
        if (!this.#sink?.isWatched(organisationId, shade)) {
          boards.delete(shade);
          continue;
        }
        const now = await this.viewBoard.keyOf(organisationId, board.readId);
        if (now === board.key) continue;
        this.#readsOf(organisationId).touched();
        board.touch();
      }
    }
  }

  /** The store may have lost everything without anybody telling. */
  async #noticeNewEpoch(organisationId: OrganisationId): Promise<void> {
    const { epoch } = await this.store.state(organisationId);
    const known = this.#epochs.get(organisationId);
    this.#epochs.set(organisationId, epoch);
    if (known !== undefined && known !== epoch) this.renewed(organisationId);
  }

  #of(organisationId: OrganisationId): Map<string, LiveBoard> {
    let boards = this.#boards.get(organisationId);
    if (!boards) this.#boards.set(organisationId, (boards = new Map()));
    return boards;
  }

  #readsOf(organisationId: OrganisationId): SharedReads<WholeBoard | undefined> {
    let reads = this.#reads.get(organisationId);
    if (!reads) this.#reads.set(organisationId, (reads = new SharedReads(() => performance.now())));
    return reads;
  }

  async #readWhole(
    organisationId: OrganisationId,
    boardId: string,
  ): Promise<WholeBoard | undefined> {
    const asOf = await this.dataAge.lately(organisationId);
    const view = await this.viewBoard.execute(organisationId, boardId, TOP);
    if (view && !this.#epochs.has(organisationId)) this.#epochs.set(organisationId, view.epoch);
    return view && { view, asOf };
  }

  #outlook(
    organisationId: OrganisationId,
    boardId: string,
    shade: string,
    looker: Looker,
  ): BoardOutlook {
    return {
      read: async () => {
        // Asked each time: what was open a moment ago may be private now.
        const opened = await this.seeBoard.open(organisationId, boardId, looker);
        if (typeof opened !== 'object' || shadeOf(boardId, opened) !== shade) return undefined;
        const whole = await this.#readsOf(organisationId).read(opened.boardId, () =>
          this.#readWhole(organisationId, opened.boardId),
        );
        if (!whole) return undefined;
        const { view, asOf } = whole;
        const seen = await this.seeBoard.show(organisationId, view, opened, true);
        return { view: seen, asOf, readId: opened.boardId };
      },
      now: () => performance.now(),
      later: (work, milliseconds) => void setTimeout(work, milliseconds),
      send: (...frame) => this.#sink?.send(organisationId, shade, ...frame),
      renewed: (epoch) => this.#sink?.renewed(organisationId, shade, `board:${boardId}`, epoch),
      failed: (error) => this.log.warn('A board could not be read', { reason: String(error) }),
    };
  }
}

/** A board in a light. */
function shadeOf(boardId: string, { light }: OpenedBoard): string {
  return `board:${boardId}|${light.name}`;
}
