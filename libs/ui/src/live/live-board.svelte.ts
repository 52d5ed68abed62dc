import type { BoardDelta, BoardSnapshot, LiveError, Watched } from '@bellwether/contracts';
import { applyDelta } from './apply-delta.js';
import type { LiveSocket } from './live-socket.js';
import { TopicWatch, type TopicListener } from './topic-watch.js';

/** A board that keeps itself up to date for as long as its socket lives, and keeps its last standing when it does not. */
export class LiveBoard implements TopicListener<'board'> {
  watched = $state.raw<Watched<BoardSnapshot> | null>(null);
  error = $state.raw<LiveError | null>(null);
  readonly topic: string;
  readonly #watch: TopicWatch<'board'>;
  /** What `watched` is about to be. */
  #newest: Watched<BoardSnapshot> | null;
  /** Whether `watched` is this connection's, so that changes may be applied to it. */
  #settled = false;
  #heard: { readonly epoch: string; readonly revision: number } | null = null;

  constructor(
    private readonly socket: LiveSocket,
    readonly boardId: string,
    /** What the screen knew of the board before it was last switched off. */
    kept: Watched<BoardSnapshot> | null = null,
    /** When to show what has changed, if not at once. */
    private readonly pace: (deed: () => void) => void = (deed) => deed(),
  ) {
    this.watched = this.#newest = kept;
    this.topic = `board:${boardId}`;
    socket.on('delta', this.#hear);
    this.#watch = new TopicWatch(socket, this.topic, this);
  }

  take(watched: Watched<BoardSnapshot>): 'taken' | 'overtaken' {
    this.watched = this.#newest = watched;
    this.error = null;
    const heard = this.#heard;
    const overtaken = heard?.epoch === watched.epoch && heard.revision > watched.revision;
    this.#settled = !overtaken;
    return overtaken ? 'overtaken' : 'taken';
  }

  refuse(error: LiveError): void {
    this.error = error;
    // What is not for whoever looks is not shown on, either.
    if (error.code === 'forbidden') this.watched = this.#newest = null;
  }

  unsettle(): void {
    this.#settled = false;
    this.#heard = null;
  }

  close(): void {
    this.socket.off('delta', this.#hear);
    this.#watch.close();
  }

  readonly #hear = (delta: BoardDelta): void => {
    if (delta.topic !== this.topic) return;
    if (
      !this.#heard ||
      this.#heard.epoch !== delta.epoch ||
      this.#heard.revision < delta.revision
    ) {
      this.#heard = { epoch: delta.epoch, revision: delta.revision };
    }
    if (!this.#newest || !this.#settled) return;
    const next = applyDelta(this.#newest, delta);
    if (next !== 'missed') {
      this.#newest = next;
      this.pace(this.#show);
      return;
    }
    this.#settled = false;
    this.#watch.ask();
  };

  readonly #show = (): void => {
    this.watched = this.#newest;
  };
}
