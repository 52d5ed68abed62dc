import type { LiveError, ScreenView, Watched } from '@bellwether/contracts';
import type { LiveSocket } from './live-socket.js';
import { TopicWatch, type TopicListener } from './topic-watch.js';

/** What a screen plays, as its organisation last said. */
export class LiveScreen implements TopicListener<'screen'> {
  view = $state.raw<ScreenView | null>(null);
  error = $state.raw<LiveError | null>(null);
  readonly #watch: TopicWatch<'screen'>;

  constructor(
    private readonly socket: LiveSocket,
    readonly screenId: number,
    kept: ScreenView | null = null,
  ) {
    this.view = kept;
    socket.on('screen', this.#hear);
    this.#watch = new TopicWatch(socket, `screen:${screenId}`, this);
  }

  take({ snapshot }: Watched<ScreenView>): 'taken' {
    this.view = snapshot;
    this.error = null;
    return 'taken';
  }

  refuse(error: LiveError): void {
    this.error = error;
  }

  unsettle(): void {}

  close(): void {
    this.socket.off('screen', this.#hear);
    this.#watch.close();
  }

  readonly #hear = (view: ScreenView): void => {
    if (view.screenId === this.screenId) this.view = view;
  };
}
