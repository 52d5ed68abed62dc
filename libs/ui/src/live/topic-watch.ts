import type { LiveError, SnapshotOf, Watched, WatchReply } from '@bellwether/contracts';
import type { LiveSocket } from './live-socket.js';

export interface TopicListener<Kind extends keyof SnapshotOf> {
  /** A snapshot came. `'overtaken'` when newer changes were already heard: it is asked for again. */
  take(watched: Watched<SnapshotOf[Kind]>): 'taken' | 'overtaken';
  refuse(error: LiveError): void;
  /** The line is gone or new: whatever is heard now belongs to no snapshot yet. */
  unsettle(): void;
}

/** How many on a page watch a topic over the same line: the last one that leaves turns it off. */
const watchers = new WeakMap<LiveSocket, Map<string, number>>();

function count(socket: LiveSocket, topic: string, by: 1 | -1): number {
  const topics = watchers.get(socket) ?? new Map<string, number>();
  watchers.set(socket, topics);
  const left = (topics.get(topic) ?? 0) + by;
  if (left > 0) topics.set(topic, left);
  else topics.delete(topic);
  return left;
}

const ANSWER_WITHIN_MS = 10_000;
const SOON_MS = 2_000;
const SELDOM_MS = 60_000;
const MOST_AT_ONCE = 3;

/** Sees to it that a topic has its snapshot: on every connect, after a gap, and again until it is answered. */
export class TopicWatch<Kind extends keyof SnapshotOf> {
  #round = 0;
  #asking = false;
  #askAgain = false;
  #overtaken = 0;
  #closed = false;
  #retry: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly socket: LiveSocket,
    readonly topic: string,
    private readonly listener: TopicListener<Kind>,
  ) {
    count(socket, topic, 1);
    socket.on('connect', this.#start);
    socket.on('disconnect', this.#stop);
    socket.on('renewed', this.#renew);
    if (socket.connected) this.#start();
  }

  ask(): void {
    clearTimeout(this.#retry);
    if (!this.socket.connected) return;
    if (this.#asking) {
      this.#askAgain = true;
      return;
    }
    this.#asking = true;
    this.#askAgain = false;
    const round = this.#round;
    this.socket
      .timeout(ANSWER_WITHIN_MS)
      .emit('watch', { topic: this.topic }, (failure: Error | null, reply: WatchReply) => {
        if (round !== this.#round) return;
        this.#asking = false;
        if (failure) this.ask();
        else this.#hear(reply);
      });
  }

  close(): void {
    this.#stop();
    this.socket.off('connect', this.#start);
    this.socket.off('disconnect', this.#stop);
    this.socket.off('renewed', this.#renew);
    if (this.#closed) return;
    this.#closed = true;
    const left = count(this.socket, this.topic, -1);
    if (left === 0 && this.socket.connected)
      this.socket.emit('unwatch', { topic: this.topic }, () => {});
  }

  #hear(reply: WatchReply): void {
    if ('error' in reply) {
      this.listener.refuse(reply.error);
      this.#askLater(reply.error.code === 'unavailable' ? SOON_MS : SELDOM_MS);
      return;
    }
    // A topic's kind is in its name, and whoever watches it knows it.
    const outcome = this.listener.take(reply as Watched<SnapshotOf[Kind]>);
    if (outcome === 'overtaken') this.#overtaken += 1;
    else this.#overtaken = 0;
    if (outcome === 'taken' && !this.#askAgain) return;
    // A board that changes faster than it can be read must not be asked without a pause.
    if (this.#overtaken > MOST_AT_ONCE) this.#askLater(SOON_MS);
    else this.ask();
  }

  #askLater(pause: number): void {
    clearTimeout(this.#retry);
    this.#retry = setTimeout(() => this.ask(), pause);
  }

  readonly #start = (): void => {
    this.#stop();
    this.ask();
  };

  readonly #stop = (): void => {
    clearTimeout(this.#retry);
    this.#round += 1;
    this.#asking = false;
    this.#askAgain = false;
    this.#overtaken = 0;
    this.listener.unsettle();
  };

  readonly #renew = ({ topic }: { readonly topic: string }): void => {
    if (topic !== this.topic) return;
    this.listener.unsettle();
    this.ask();
  };
}
