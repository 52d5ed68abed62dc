import type { SeenBoard } from '@bellwether/application';
import type { BoardDelta, BoardReply, BoardSnapshot, Watched } from '@bellwether/contracts';
import { presentBoard } from '../boards/board.presenter.js';
import { changesBetween } from './board-frames.js';

/** At most one frame of a board in this time. The first after a pause leaves at once. */
const FRAME_MS = 75;
/** How soon a board is read again that could not be read. */
const AGAIN_MS = 1_000;

/** A board as those see it who watch. `readId`: of all boards the one that is theirs. */
export interface BoardRead {
  readonly view: SeenBoard;
  readonly asOf: number;
  readonly readId: string;
}

/** What a board that somebody watches needs from outside. */
export interface BoardOutlook {
  /** Undefined when the board is gone. */
  read(): Promise<BoardRead | undefined>;
  /** Milliseconds of a clock that nobody sets. */
  now(): number;
  /** Calls back after some milliseconds. */
  later(work: () => void, milliseconds: number): void;
  /** `arrivedAt`: of the delivery in the frame that waited longest; null when not known. */
  send(delta: BoardDelta, arrivedAt: number | null): void;
  renewed(epoch: string): void;
  failed(error: unknown): void;
}

/**
 * One board as all its screens on this node see it: a snapshot, and numbered changes to it.
 * Changes that come close together leave in one frame.
 */
export class LiveBoard {
  /** The key of the definite board, which changes when its period ends. */
  key = '';
  /** What is read for it: the board that was asked for, or the part of it that may be seen. */
  readId: string;
  #epoch = '';
  #revision = 0;
  #reply: BoardReply | undefined;
  #refreshing: Promise<void> | undefined;
  #isDirty = false;
  #isScheduled = false;
  #sentAt = 0;
  /** When the delivery that waits longest to be shown had arrived. */
  #waitingSince: number | null = null;

  constructor(
    readonly boardId: string,
    readonly topic: string,
    /** Names this node's life: revisions of another have nothing in common with ours. */
    private readonly nodeId: string,
    private readonly outlook: BoardOutlook,
  ) {
    this.readId = boardId;
  }

  /** What a screen begins with; undefined when the board is gone. */
  async snapshot(): Promise<Watched<BoardSnapshot> | undefined> {
    if (!this.#reply || this.#isDirty) await this.refresh();
    if (!this.#reply) return undefined;
    return { epoch: this.#epoch, revision: this.#revision, snapshot: this.#reply };
  }

  /** Something on the board may have changed. */
  touch(arrivedAt: number | null = null): void {
    this.#isDirty = true;
    if (arrivedAt !== null)
      this.#waitingSince = Math.min(this.#waitingSince ?? arrivedAt, arrivedAt);
    this.#schedule();
  }

  /** What changes while a frame is on its way waits for the next one, however often it changes. */
  #schedule(): void {
    if (this.#isScheduled) return;
    this.#isScheduled = true;
    const wait = Math.max(0, this.#sentAt + FRAME_MS - this.outlook.now());
    if (wait === 0) void this.#frame();
    else this.outlook.later(() => void this.#frame(), wait);
  }

  async #frame(): Promise<void> {
    try {
      // Somebody who asked for a snapshot meanwhile may have had it read.
      if (this.#isDirty) await this.refresh();
    } catch (error) {
      this.outlook.failed(error);
      // Nobody will tell again of what could not be read.
      this.outlook.later(() => this.touch(), AGAIN_MS);
    }
    this.#isScheduled = false;
    if (this.#isDirty) this.#schedule();
  }

  /** Reads the board anew and sends what is different. Two at once would mix up the numbers. */
  async refresh(): Promise<void> {
    while (this.#refreshing) await this.#refreshing;
    this.#refreshing = this.#refresh();
    try {
      await this.#refreshing;
    } finally {
      this.#refreshing = undefined;
    }
  }

  async #refresh(): Promise<void> {
    // What changes from here on is read by the next refresh.
    this.#isDirty = false;
    const waitingSince = this.#waitingSince;
    this.#waitingSince = null;
    const read = await this.outlook.read();
    if (!read) {
      this.#reply = undefined;
      return;
    }
    const reply = presentBoard(this.boardId, read.view, read.asOf);
    this.readId = read.readId;
    const epoch = `${this.nodeId}-${read.view.epoch}-${read.view.key}-${lightOf(read.view)}`;
    const before = epoch === this.#epoch ? this.#reply : undefined;
    if (before) this.#advance(before, reply, waitingSince);
    else this.#begin(epoch, read.view.key, reply);
  }

  #advance(before: BoardReply, reply: BoardReply, waitingSince: number | null): void {
    const changes = changesBetween(before, reply);
    this.#reply = reply;
    if (!changes) return;
    this.#revision += 1;
    this.#sentAt = this.outlook.now();
    const { topic } = this;
    const [epoch, revision] = [this.#epoch, this.#revision];
    const { freshness } = reply;
    this.outlook.send({ topic, epoch, revision, changes, freshness }, waitingSince);
  }

  #begin(epoch: string, key: string, reply: BoardReply): void {
    const isFirst = this.#epoch === '';
    this.#epoch = epoch;
    this.key = key;
    this.#revision = 1;
    this.#reply = reply;
    if (!isFirst) this.outlook.renewed(epoch);
  }
}

/** A frame tells no heading: what changes it begins a new epoch. */
function lightOf({ detail, places, metric }: SeenBoard): string {
  return `${detail}${places ?? ''}v${metric.version}`;
}
