import type { Celebration, FeedSnapshot, LiveError, Watched } from '@bellwether/contracts';
import {
  catchUp,
  enqueue,
  nextTurn,
  takeBack,
  type CelebrationQueue,
} from '../celebration/celebration-queue.js';
import type { LiveSocket } from './live-socket.js';
import type { ServerClock } from './server-clock.js';
import { TopicWatch, type TopicListener } from './topic-watch.js';

/** The moments that interrupt a screen, each one once. */
export class LiveFeed implements TopicListener<'feed'> {
  queue = $state.raw<CelebrationQueue>({ waiting: [], known: [] });
  error = $state.raw<LiveError | null>(null);
  readonly #watch: TopicWatch<'feed'>;

  constructor(
    private readonly socket: LiveSocket,
    private readonly clock: ServerClock,
    /** Ids that this screen has shown before, also before it was last switched off. */
    known: readonly string[],
    /** Told of each deal that no longer holds, in case it is being shown. */
    private readonly onTakenBack: (celebrationId: string) => void,
  ) {
    this.queue = { waiting: [], known };
    socket.on('celebrate', this.#hear);
    socket.on('taken-back', this.#forget);
    this.#watch = new TopicWatch(socket, 'feed', this);
  }

  /** Takes the celebrations out that have the next turn. */
  takeTurn(): readonly Celebration[] {
    const { turn, queue } = nextTurn(this.queue);
    this.queue = queue;
    return turn;
  }

  take({ snapshot }: Watched<FeedSnapshot>): 'taken' {
    this.error = null;
    // Before the clock is known the newest moment of the feed stands for now.
    const newest = Math.max(0, ...snapshot.celebrations.map(({ arrivedAt }) => arrivedAt));
    const now = this.clock.now() ?? newest;
    this.queue = catchUp(this.queue, snapshot.celebrations, now);
    return 'taken';
  }

  refuse(error: LiveError): void {
    this.error = error;
  }

  unsettle(): void {}

  close(): void {
    this.socket.off('celebrate', this.#hear);
    this.socket.off('taken-back', this.#forget);
    this.#watch.close();
  }

  readonly #hear = (celebration: Celebration): void => {
    this.queue = enqueue(this.queue, celebration);
  };

  readonly #forget = ({ celebrationId }: { readonly celebrationId: string }): void => {
    this.queue = takeBack(this.queue, celebrationId);
    this.onTakenBack(celebrationId);
  };
}
