import type {
  BoardDelta,
  BoardRow,
  BoardSnapshot,
  LiveToClient,
  LiveToServer,
  WatchReply,
  Watched,
} from '@bellwether/contracts';
import { LIVE_NAMESPACE } from '@bellwether/contracts';
import type { Socket } from 'socket.io-client';
import { io } from 'socket.io-client';
import { expect, onTestFinished, vi } from 'vitest';

/** A server without its stores is asked again after this. */
const AGAIN_MS = 200;

/** A screen that keeps one board as the protocol asks: a snapshot, then numbered changes. */
export class ScreenClient {
  readonly socket: Socket<LiveToClient, LiveToServer>;
  readonly deltas: BoardDelta[] = [];
  rows = new Map<number, BoardRow>();
  epoch = '';
  revision = 0;
  /** How often it had to ask for a snapshot. */
  snapshots = 0;

  constructor(
    url: string,
    token: string,
    readonly topic = 'board:revenue_won.all.reps',
  ) {
    this.socket = io(url + LIVE_NAMESPACE, {
      transports: ['websocket'],
      auth: { token },
      forceNew: true,
      // A test does not wait as long as a wall would.
      reconnectionDelay: 50,
      reconnectionDelayMax: 500,
    });
    onTestFinished(() => void this.socket.disconnect());
    this.socket.on('connect', () => this.watch());
    this.socket.on('renewed', () => this.watch());
    this.socket.on('delta', (delta) => this.#apply(delta));
  }

  ask(topic: unknown): Promise<WatchReply> {
    return new Promise((resolve) => {
      this.socket.emit('watch', topic as { topic: string }, resolve);
    });
  }

  /** The answer is taken in as it arrives: a frame may follow it in the same breath. */
  watch(): void {
    this.socket.emit('watch', { topic: this.topic }, (reply) => this.#begin(reply));
  }

  /** Waits until it shows this: name → score, best first. */
  async shows(standing: readonly [string, number][]): Promise<void> {
    await vi.waitFor(() => expect(this.standing()).toEqual(standing), {
      timeout: 20_000,
      interval: 10,
    });
  }

  standing(): [string, number][] {
    return [...this.rows.values()]
      .sort((a, b) => (a.rank ?? Infinity) - (b.rank ?? Infinity) || a.reachedAt - b.reachedAt)
      .map(({ name, score }) => [name, score ?? NaN]);
  }

  #begin(reply: WatchReply): void {
    if ('error' in reply) {
      if (reply.error.code === 'forbidden') this.rows.clear();
      else if (reply.error.code !== 'unavailable') throw new Error(reply.error.detail);
      if (reply.error.code !== 'unavailable') return;
      setTimeout(() => this.watch(), AGAIN_MS);
      return;
    }
    const { epoch, revision, snapshot } = reply as Watched<BoardSnapshot>;
    this.snapshots += 1;
    this.epoch = epoch;
    this.revision = revision;
    this.rows = new Map(snapshot.rows.map((row) => [row.id, row]));
    for (const delta of this.deltas.splice(0)) this.#apply(delta);
  }

  #apply(delta: BoardDelta): void {
    if (this.snapshots === 0) {
      this.deltas.push(delta);
      return;
    }
    if (delta.topic !== this.topic || delta.epoch !== this.epoch) return;
    if (delta.revision <= this.revision) return;
    if (delta.revision !== this.revision + 1) {
      this.watch();
      return;
    }
    this.revision = delta.revision;
    for (const row of delta.changes.rows) this.rows.set(row.id, row);
    for (const id of delta.changes.removed) this.rows.delete(id);
  }
}
