import type { PersonScorecard } from '@bellwether/contracts';
import { ownScore, reasonOf, type BellwetherApi, type LiveConnection } from '@bellwether/ui';
import { untrack } from 'svelte';
import type { PhoneMemory } from '../life/phone-memory.js';
import { OwnBoard, type Reading } from '../score/own-board.svelte.js';
import { mainLine } from './main-line.js';

/** Whether there is a scorecard; `reading` until that is known, `failed` while it cannot be. */
export type CardState = 'reading' | 'none' | 'there' | 'failed';

/** Of the page's own board, who stands around; of the others only whether the own line moves. */
const MAIN: Reading = { first: true, span: 3, pauseMs: 2_000 };
const OTHER: Reading = { first: false, span: 1, pauseMs: 15_000 };
/** A burst of deliveries is one question. */
const SOON_MS = 400;
/** Pace moves with the clock, though nothing arrives. */
const AGAIN_MS = 60_000;

/** Somebody's scorecard, read again whenever one of its numbers moves on its board. */
export class OwnScorecard {
  reply = $state.raw<PersonScorecard | null>(null);
  /** Why it could not be read the last time. */
  trouble = $state<string | null>(null);
  readonly state = $derived.by<CardState>(() => {
    if (!this.reply) return this.trouble === null ? 'reading' : 'failed';
    return this.reply.scorecard ? 'there' : 'none';
  });
  readonly main = $derived(this.reply && mainLine(this.reply));
  boards = $state.raw<readonly OwnBoard[]>([]);
  /** Where the person stands in what the page speaks of. */
  readonly place = $derived(
    this.boards.find(({ boardId }) => boardId === this.main?.board)?.standing ?? null,
  );
  readonly #stop: () => void;
  readonly #seen = new Map<string, string>();
  #isAsking = false;
  #isStale = false;
  #isClosed = false;
  #again: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly connection: LiveConnection,
    private readonly api: BellwetherApi,
    private readonly personId: number,
    private readonly memory: PhoneMemory,
  ) {
    const kept = memory.scorecard;
    if (kept?.person.id === personId) this.#take(kept);
    this.#stop = $effect.root(() => {
      $effect(() => {
        for (const board of this.boards) void [board.live.watched, board.around, board.standing];
        untrack(() => this.see());
      });
    });
    connection.socket.on('connect', this.#hear);
    void this.#ask();
  }

  /** Looks at what the boards now say. A number of theirs that is another there is another on the scorecard. */
  see(): void {
    for (const board of this.boards) board.see(this.connection.clock.localNow);
    for (const { boardId, standing } of this.boards) {
      if (!standing) continue;
      const { row, heading } = standing;
      const seen = `${heading.period.key} ${row ? ownScore(row) : ''}`;
      if ((this.#seen.get(boardId) ?? seen) !== seen) this.#hear();
      this.#seen.set(boardId, seen);
    }
  }

  /** Keeps where the person stands, for a start without the server. */
  keep(): void {
    for (const board of this.boards) {
      const kept = board.kept();
      if (kept) this.memory.keepBoard(board.boardId, kept);
    }
  }

  close(): void {
    this.#isClosed = true;
    clearTimeout(this.#again);
    this.#stop();
    this.connection.socket.off('connect', this.#hear);
    for (const board of this.boards) board.close();
    this.boards = [];
  }

  /** As when a number has moved: soon, and once for all that move meanwhile. */
  readonly #hear = (): void => {
    this.#isStale = true;
    if (!this.#isAsking) this.#askIn(SOON_MS);
  };

  #askIn(pause: number): void {
    clearTimeout(this.#again);
    this.#again = setTimeout(() => void this.#ask(), pause);
  }

  async #ask(): Promise<void> {
    clearTimeout(this.#again);
    this.#isAsking = true;
    this.#isStale = false;
    const answer = await this.api.ownScorecard();
    this.#isAsking = false;
    if (this.#isClosed) return;
    if (answer.kind === 'done') {
      this.trouble = null;
      this.memory.scorecard = answer.body;
      this.#take(answer.body);
    } else this.trouble = reasonOf(answer);
    this.#askIn(this.#isStale ? SOON_MS : AGAIN_MS);
  }

  #take(reply: PersonScorecard): void {
    this.reply = reply;
    const wanted = new Set(
      reply.lines.filter(({ isForYou }) => isForYou).map(({ board }) => board),
    );
    const known = untrack(() => this.boards);
    const stay = known.filter(({ boardId }) => wanted.has(boardId));
    if (stay.length === known.length && stay.length === wanted.size) return;
    for (const board of known) if (!wanted.has(board.boardId)) board.close();
    const main = mainLine(reply)?.board;
    this.boards = [...wanted].map(
      (id) => stay.find(({ boardId }) => boardId === id) ?? this.#board(id, id === main),
    );
  }

  #board(id: string, isMain: boolean): OwnBoard {
    const { socket } = this.connection;
    const reading = isMain ? MAIN : OTHER;
    return new OwnBoard(socket, this.api, id, this.personId, reading, this.memory.board(id));
  }
}
