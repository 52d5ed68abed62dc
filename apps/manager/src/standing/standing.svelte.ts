import type { BoardReply, BoardRow, BoardSnapshot } from '@bellwether/contracts';
import {
  folded,
  LiveBoard,
  RecentGains,
  RecentPlaces,
  reasonOf,
  type BellwetherApi,
  type LiveSocket,
} from '@bellwether/ui';
import { boardIdOf, type BoardChoice } from './board-choice.js';

export const PAGE = 25;
/** As many lines the server keeps up to date by itself. */
const LIVE_ROWS = 60;
/** The API gives this many lines at once. */
const MOST_AT_ONCE = 500;
/** Further than this the search does not read. */
export const MOST_SEARCHED = 5_000;
const AGAIN_AFTER_MS = 2_000;
const SEARCH_AGAIN_MS = 10_000;

/** Lines of a board beyond the live ones, as they were at some moment. */
interface Stretch {
  readonly boardId: string;
  /** Place in the board of the first line that is shown. */
  readonly from: number;
  /** With one line before, to say what is missing to it. */
  readonly lead: number;
  readonly rows: readonly BoardRow[];
}

/** The board that the desk looks at: its first sixty lines live, further ones page by page. */
export class Standing {
  choice = $state.raw<BoardChoice>({
    metric: '',
    period: 'month',
    key: null,
    competitors: 'reps',
    team: null,
  });
  board = $state.raw<LiveBoard | null>(null);
  page = $state(0);
  search = $state('');
  trouble = $state<string | null>(null);
  stretch = $state.raw<Stretch | null>(null);
  everybody = $state.raw<{ readonly boardId: string; readonly rows: readonly BoardRow[] } | null>(
    null,
  );
  gains = $state.raw(new RecentGains());
  places = $state.raw(new RecentPlaces());
  /** The running period of each kind, as the server last named it. */
  readonly #running = new Map<string, string>();
  #again: ReturnType<typeof setTimeout> | undefined;
  #round = 0;

  readonly snapshot = $derived<BoardSnapshot | null>(this.board?.watched?.snapshot ?? null);
  /** How many lines there are for whoever sits here: of a private metric fewer than are ranked. */
  readonly listed = $derived.by(() => {
    const snapshot = this.snapshot;
    if (!snapshot) return 0;
    const { rows, heading } = snapshot;
    const all = snapshot.ranked + snapshot.unranked;
    if (rows.length < Math.min(all, LIVE_ROWS)) return rows.length;
    return Math.max(rows.length, Math.min(all, heading.places ?? all));
  });
  readonly pages = $derived(Math.max(1, Math.ceil(this.listed / PAGE)));
  /** Whether the page is among the lines that the server keeps up to date by itself. */
  readonly isLive = $derived.by(() => {
    const snapshot = this.snapshot;
    if (!snapshot) return true;
    const end = Math.min((this.page + 1) * PAGE, this.listed);
    return end <= snapshot.rows.length;
  });
  /** Lines to show, the whole they are taken from, and where in it they begin. */
  readonly lines = $derived.by(() => {
    const snapshot = this.snapshot;
    if (!snapshot) return { rows: [] as readonly BoardRow[], from: 0, to: 0, ready: false };
    if (this.isLive) {
      const from = this.page * PAGE;
      return {
        rows: snapshot.rows,
        from,
        to: Math.min(from + PAGE, snapshot.rows.length),
        ready: true,
      };
    }
    const stretch = this.stretch;
    const ready = stretch?.boardId === this.board?.boardId && stretch?.from === this.page * PAGE;
    if (!stretch || !ready)
      return { rows: [] as readonly BoardRow[], from: 0, to: 0, ready: false };
    return { rows: stretch.rows, from: stretch.lead, to: stretch.rows.length, ready: true };
  });
  readonly found = $derived.by(() => {
    const text = folded(this.search);
    if (text === '') return null;
    const all = this.everybody?.boardId === this.board?.boardId ? this.everybody : null;
    const rows = all?.rows ?? this.snapshot?.rows ?? [];
    const live = new Map((this.snapshot?.rows ?? []).map((row) => [row.id, row]));
    return {
      /** What was searched, best first. */
      among: rows,
      searched: rows.length,
      whole: all !== null || rows.length >= this.listed,
      rows: rows
        .filter(({ name }) => folded(name).includes(text))
        .map((row) => live.get(row.id) ?? row),
    };
  });

  constructor(
    private readonly socket: LiveSocket,
    private readonly api: BellwetherApi,
  ) {}

  show(choice: BoardChoice): void {
    const boardId = boardIdOf(choice);
    this.choice = choice;
    if (this.board?.boardId === boardId) return;
    this.board?.close();
    this.gains.close();
    // Another board's scores are no news here.
    this.gains = new RecentGains();
    this.places = new RecentPlaces();
    this.page = 0;
    this.trouble = null;
    this.board = new LiveBoard(this.socket, boardId);
    if (this.search !== '') void this.#readEverybody();
  }

  turn(page: number): void {
    this.page = Math.max(0, Math.min(this.pages - 1, page));
    this.refresh();
  }

  find(text: string): void {
    this.search = text;
    if (text.trim() !== '') this.refresh();
  }

  /** The board has moved: what is not live is read again, not more often than every two seconds. */
  refresh(): void {
    const snapshot = this.snapshot;
    if (!snapshot) return;
    if (snapshot.heading.period && this.choice.key === null) {
      this.#running.set(snapshot.heading.period.kind, snapshot.heading.period.key);
    }
    if (this.search.trim() !== '') {
      const known = this.everybody?.boardId === this.board?.boardId;
      if (this.listed > snapshot.rows.length) this.#later(known ? SEARCH_AGAIN_MS : 0);
      return;
    }
    if (this.isLive) return;
    const known = this.stretch?.from === this.page * PAGE;
    this.#later(known ? AGAIN_AFTER_MS : 0);
  }

  runningKey(kind: string): string | null {
    return this.#running.get(kind) ?? null;
  }

  close(): void {
    clearTimeout(this.#again);
    this.#round += 1;
    this.board?.close();
    this.gains.close();
  }

  #later(pause: number): void {
    if (pause > 0 && this.#again !== undefined) return;
    clearTimeout(this.#again);
    const read = () => {
      this.#again = undefined;
      void (this.search.trim() === '' ? this.#readStretch() : this.#readEverybody());
    };
    this.#again = setTimeout(read, pause);
  }

  async #readStretch(): Promise<void> {
    const boardId = this.board?.boardId;
    if (boardId === undefined) return;
    const from = this.page * PAGE;
    const lead = from > 0 ? 1 : 0;
    const rows = await this.#read(boardId, from - lead, PAGE + lead);
    if (rows) this.stretch = { boardId, from, lead, rows: rows.rows };
  }

  async #readEverybody(): Promise<void> {
    const boardId = this.board?.boardId;
    if (boardId === undefined) return;
    const rows: BoardRow[] = [];
    for (let offset = 0; offset < MOST_SEARCHED; offset += MOST_AT_ONCE) {
      const reply = await this.#read(boardId, offset, MOST_AT_ONCE);
      if (!reply) return;
      rows.push(...reply.rows);
      if (reply.rows.length < MOST_AT_ONCE) break;
    }
    this.everybody = { boardId, rows };
  }

  async #read(boardId: string, offset: number, limit: number): Promise<BoardReply | null> {
    this.#round += 1;
    const round = this.#round;
    const answer = await this.api.board(boardId, { offset, limit });
    if (round !== this.#round || this.board?.boardId !== boardId) return null;
    if (answer.kind === 'done') {
      this.trouble = null;
      return answer.body;
    }
    this.trouble = reasonOf(answer);
    return null;
  }
}
