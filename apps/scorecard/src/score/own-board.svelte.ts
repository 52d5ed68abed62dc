import type { BoardRow, BoardSnapshot, Watched } from '@bellwether/contracts';
import { LiveBoard, RecentGains, type BellwetherApi, type LiveSocket } from '@bellwether/ui';
import { ownStanding, trimmed } from './own-standing.js';

/** How a board is read over HTTP. */
export interface Reading {
  /** Read once before there is a line, so that the first number does not wait for one. */
  readonly first: boolean;
  /** How many lines on each side, and how often, for somebody below the live lines. */
  readonly span: number;
  readonly pauseMs: number;
}

/** As many lines as a line to the server would bring. */
const LIVE_ROWS = 60;

/** A board as one person sees it: their line, live, and who stands around them. */
export class OwnBoard {
  readonly live: LiveBoard;
  gains = $state.raw(new RecentGains());
  /** Lines around the person that the live ones do not reach. */
  around = $state.raw<readonly BoardRow[]>([]);
  /** Null while it is not known whether and where the person stands. */
  readonly standing = $derived.by(() => {
    const snapshot = this.live.watched?.snapshot;
    if (!snapshot) return null;
    const isFar = linesOf(snapshot) > snapshot.rows.length && !this.#has(snapshot.rows);
    return isFar && !this.#hasLooked ? null : ownStanding(snapshot, this.personId, this.around);
  });
  /** What was just added; null when nothing was. */
  readonly gained = $derived.by(() => this.gains.gains.get(this.personId)?.amount ?? null);
  #hasLooked = $state(false);
  #hasJoined = false;
  #isReading = false;
  #again: ReturnType<typeof setTimeout> | undefined;
  #isClosed = false;

  constructor(
    private readonly socket: LiveSocket,
    private readonly api: BellwetherApi,
    readonly boardId: string,
    private readonly personId: number,
    private readonly reading: Reading,
    kept: Watched<BoardSnapshot> | null = null,
  ) {
    this.live = new LiveBoard(socket, boardId, kept);
    if (kept) {
      this.around = kept.snapshot.rows;
      this.#hasLooked = true;
    } else if (reading.first) void this.#readFirst();
    socket.on('connect', this.#join);
  }

  /** Looks at what the board now says: who gained, and whether the person is among its live lines. */
  see(now: number): void {
    const { watched } = this.live;
    if (!watched || !this.socket.connected) return;
    const { rows, heading } = watched.snapshot;
    if (this.#has(rows) || linesOf(watched.snapshot) <= rows.length) {
      clearTimeout(this.#again);
      this.#again = undefined;
      if (this.around.length > 0) this.around = [];
    } else if (!this.#isReading) {
      const pause = this.#hasJoined && this.#hasLooked ? this.reading.pauseMs : 0;
      this.#again ??= setTimeout(() => void this.#lookAround(), pause);
    }
    // What changed while nobody was connected did not happen just now.
    if (!this.#hasJoined) this.gains = new RecentGains();
    this.#hasJoined = true;
    const own = [...rows, ...this.around].find(({ id }) => id === this.personId);
    this.gains.see(own ? [own] : [], heading.direction, now);
  }

  /** What is kept for a phone without a network; null before there is anything. */
  kept(): Watched<BoardSnapshot> | null {
    const { watched } = this.live;
    if (!watched || !this.standing) return null;
    return { ...watched, snapshot: trimmed(watched.snapshot, this.personId, this.around) };
  }

  close(): void {
    this.#isClosed = true;
    clearTimeout(this.#again);
    this.gains.close();
    this.socket.off('connect', this.#join);
    this.live.close();
  }

  #has(rows: readonly BoardRow[]): boolean {
    return rows.some(({ id }) => id === this.personId);
  }

  readonly #join = (): void => {
    this.#hasJoined = false;
  };

  async #readFirst(): Promise<void> {
    const answer = await this.api.board(this.boardId, { limit: LIVE_ROWS });
    if (this.#isClosed || answer.kind !== 'done' || this.live.watched) return;
    // Belongs to no line: the line's own snapshot takes its place.
    this.live.watched = { epoch: '', revision: 0, snapshot: answer.body };
  }

  async #lookAround(): Promise<void> {
    this.#isReading = true;
    const { span } = this.reading;
    const answer = await this.api.board(this.boardId, { around: this.personId, span });
    this.#isReading = false;
    this.#again = undefined;
    if (this.#isClosed || answer.kind !== 'done') return;
    // Whoever is on no line of the board is answered with its top.
    this.around = this.#has(answer.body.rows) ? answer.body.rows : [];
    this.#hasLooked = true;
  }
}

/** A board that a phone has kept since before may not say how many are without a place. */
function linesOf({ ranked, unranked }: BoardSnapshot): number {
  return ranked + ((unranked as number | undefined) ?? 0);
}
