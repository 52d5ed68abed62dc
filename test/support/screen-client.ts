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
    });
    onTestFinished(() => void this.socket.disconnect());
    this.socket.on('connect', () => void this.watch());
    this.socket.on('renewed', () => void this.watch());
    this.socket.on('delta', (delta) => this.#apply(delta));
  }

  ask(topic: unknown): Promise<WatchReply> {
    return new Promise((resolve) => {
      this.socket.emit('watch', topic as { topic: string }, resolve);
    });
  }

  async watch(): Promise<void> {
    const reply = await this.ask({ topic: this.topic });
    if ('error' in reply) throw new Error(reply.error.detail);
    const { epoch, revision, snapshot } = reply as Watched<BoardSnapshot>;
    this.snapshots += 1;
    this.epoch = epoch;
    this.revision = revision;
    this.rows = new Map(snapshot.rows.map((row) => [row.id, row]));
    for (const delta of this.deltas.splice(0)) this.#apply(delta);
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
      .sort((a, b) => a.rank - b.rank || a.reachedAt - b.reachedAt)
      .map(({ name, score }) => [name, score]);
  }

  #apply(delta: BoardDelta): void {
    if (this.snapshots === 0) {
      this.deltas.push(delta);
      return;
    }
    if (delta.topic !== this.topic || delta.epoch !== this.epoch) return;
    if (delta.revision <= this.revision) return;
    if (delta.revision !== this.revision + 1) {
      void this.watch();
      return;
    }
    this.revision = delta.revision;
    for (const row of delta.changes.rows) this.rows.set(row.id, row);
    for (const id of delta.changes.removed) this.rows.delete(id);
  }
}
