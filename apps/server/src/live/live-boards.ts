import { randomUUID } from 'node:crypto';
import { ViewBoard } from '@bellwether/application';
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

/** Where frames go. */
export interface FrameSink {
  send: (organisationId: OrganisationId, ...frame: Parameters<BoardOutlook['send']>) => void;
  renewed: (organisationId: OrganisationId, topic: string, epoch: string) => void;
  /** Whether anybody on this node watches the topic. */
  isWatched: (organisationId: OrganisationId, topic: string) => boolean;
}

const TOP = { kind: 'top', from: 0, to: BOARD_ROWS - 1 } as const;

/** All boards that somebody on this node watches. */
@Injectable()
export class LiveBoards {
  readonly #nodeId = randomUUID().slice(0, 8);
  readonly #boards = new Map<OrganisationId, Map<string, LiveBoard>>();
  readonly #epochs = new Map<OrganisationId, string>();
  #sink: FrameSink | undefined;

  constructor(
    @Inject(ViewBoard) private readonly viewBoard: ViewBoard,
    @Inject(RedisBoardStore) private readonly store: RedisBoardStore,
    @Inject(DataAge) private readonly dataAge: DataAge,
    @Inject(LOG) private readonly log: Log,
    @Inject(FAIL_POINTS) private readonly points: FailPoints,
  ) {}

  sendTo(sink: FrameSink): void {
    this.#sink = this.points.around(sink, { send: { before: 'before-frame' } });
  }

  /** Undefined when there is no such board. */
  async watch(
    organisationId: OrganisationId,
    boardId: string,
  ): Promise<Watched<BoardSnapshot> | undefined> {
    const topic = `board:${boardId}`;
    const boards = this.#of(organisationId);
    const known = boards.get(topic);
    if (known) return known.snapshot();
    const board = new LiveBoard(
      boardId,
      topic,
      this.#nodeId,
      this.#outlook(organisationId, boardId, topic),
    );
    // Remembered before it is read: a change in between must find it.
    boards.set(topic, board);
    const snapshot = await board.snapshot();
    if (!snapshot) boards.delete(topic);
    return snapshot;
  }

  /** These boards changed. */
  changed(organisationId: OrganisationId, keys: readonly string[], arrivedAt: number | null): void {
    const touched = new Set(keys);
    for (const board of this.#of(organisationId).values()) {
      // One that is being read for the first time has no key yet, and may just have been read.
      if (board.key === '' || touched.has(board.key)) board.touch(arrivedAt);
    }
  }

  /** Anything may have changed: rebuilt, or signals were missed. */
  renewed(organisationId?: OrganisationId): void {
    for (const [id, boards] of this.#boards) {
      if (organisationId !== undefined && id !== organisationId) continue;
      for (const board of boards.values()) board.touch();
    }
  }

  /** Moves boards on whose period has ended, and forgets those that nobody watches any more. */
  async tidy(): Promise<void> {
    for (const [organisationId, boards] of this.#boards) {
      if (boards.size > 0) await this.#noticeNewEpoch(organisationId);
      for (const [topic, board] of boards) {
        if (!this.#sink?.isWatched(organisationId, topic)) {
          boards.delete(topic);
          continue;
        }
        const now = await this.viewBoard.keyOf(organisationId, board.boardId);
        if (now !== board.key) board.touch();
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

  #outlook(organisationId: OrganisationId, boardId: string, topic: string): BoardOutlook {
    return {
      read: async () => {
        const asOf = await this.dataAge.lately(organisationId);
        const view = await this.viewBoard.execute(organisationId, boardId, TOP);
        if (view && !this.#epochs.has(organisationId)) {
          this.#epochs.set(organisationId, view.epoch);
        }
        return view && { view, asOf };
      },
      now: () => performance.now(),
      later: (work, milliseconds) => void setTimeout(work, milliseconds),
      send: (...frame) => this.#sink?.send(organisationId, ...frame),
      renewed: (epoch) => this.#sink?.renewed(organisationId, topic, epoch),
      failed: (error) => this.log.warn('A board could not be read', { reason: String(error) }),
    };
  }
}
