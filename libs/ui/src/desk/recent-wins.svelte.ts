import type { Celebration, FeedSnapshot, LiveError, Watched } from '@bellwether/contracts';
import type { LiveSocket } from '../live/live-socket.js';
import { TopicWatch, type TopicListener } from '../live/topic-watch.js';

const MOST = 20;

/** The last deals that were won, newest first. One that is taken back leaves without a word. */
export class RecentWins implements TopicListener<'feed'> {
  wins = $state.raw<readonly Celebration[]>([]);
  error = $state.raw<LiveError | null>(null);
  readonly #watch: TopicWatch<'feed'>;

  constructor(private readonly socket: LiveSocket) {
    socket.on('celebrate', this.#hear);
    socket.on('taken-back', this.#forget);
    this.#watch = new TopicWatch(socket, 'feed', this);
  }

  take({ snapshot }: Watched<FeedSnapshot>): 'taken' {
    this.error = null;
    this.wins = newestFirst(snapshot.celebrations);
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

  readonly #hear = (win: Celebration): void => {
    this.wins = newestFirst([win, ...this.wins.filter(({ id }) => id !== win.id)]);
  };

  readonly #forget = ({ celebrationId }: { readonly celebrationId: string }): void => {
    this.wins = this.wins.filter(({ id }) => id !== celebrationId);
  };
}

function newestFirst(wins: readonly Celebration[]): readonly Celebration[] {
  return [...wins].sort((a, b) => b.arrivedAt - a.arrivedAt).slice(0, MOST);
}
