import type {
  BoardSnapshot,
  Celebration,
  ScreenView,
  Slide,
  Vitals,
  Watched,
} from '@bellwether/contracts';
import {
  BellSound,
  LiveConnection,
  LiveFeed,
  LiveScreen,
  onHills,
  openLiveSocket,
  teamNote,
  type SoundState,
} from '@bellwether/ui';
import { askForKey } from './life/ask-for-key.js';
import { checkSession } from './life/check-session.js';
import { DeskLine, type CalledWall } from './life/desk-line.svelte.js';
import { measurePage } from './life/measure-page.js';
import { pauseAfter } from './life/pause-after.js';
import type { WallKeys } from './life/wall-keys.js';
import type { WallMemory } from './life/wall-memory.js';
import { pairingServer } from './pairing/pairing-server.js';
import { Pairing } from './pairing/pairing.svelte.js';
import { FramePace } from './play/frame-pace.js';
import { pagesOf } from './play/page-turn.js';
import { PaintReport } from './play/paint-report.js';
import { Programme } from './play/programme.svelte.js';
import { TakeoverShow } from './play/takeover-show.svelte.js';
import { WallBoards } from './play/wall-boards.svelte.js';

/** Where a wall is on its way to its first board. */
export type WallState = 'starting' | 'waiting' | 'no-key' | 'bad-key' | 'not-a-screen' | 'playing';

/** What the wall's own picture answers: where on it somebody stands. */
export interface Stage {
  locate(personId: number | null): { readonly x: number; readonly y: number };
}

const REFUSED_PAUSE_MS = 60_000;
const KEEP_EVERY_MS = 10_000;
/** The server decides whether the key is due; a wall that runs for a year asks often enough. */
const ASK_FOR_KEY_EVERY_MS = 24 * 3_600_000;
const TEST_NOTE = 523.25;

/** The life of a wall: from its key to its screen, and from then on whatever the screen plays. */
export class Wall implements CalledWall {
  state = $state<WallState>('starting');
  /** The server's clock, once a second. */
  now = $state<number | null>(null);
  sound = $state<SoundState>('locked');
  connection = $state.raw<LiveConnection | null>(null);
  screen = $state.raw<LiveScreen | null>(null);
  feed = $state.raw<LiveFeed | null>(null);
  boards = $state.raw<WallBoards | null>(null);
  desk = $state.raw<DeskLine | null>(null);
  readonly programme: Programme;
  readonly show: TakeoverShow;
  readonly pairing: Pairing;
  readonly #bell = new BellSound((sound) => (this.sound = sound));
  readonly #pace = new FramePace();
  readonly #paint = new PaintReport((topic, revision) => this.connection?.painted(topic, revision));
  #stage: Stage | null = null;
  #knocks = 0;
  #knocking: ReturnType<typeof setTimeout> | undefined;
  #second: ReturnType<typeof setTimeout> | undefined;
  #keeping: ReturnType<typeof setInterval> | undefined;
  #renewing: ReturnType<typeof setInterval> | undefined;

  constructor(
    private readonly keys: WallKeys,
    private readonly memory: WallMemory,
  ) {
    const local = () => performance.now();
    this.pairing = new Pairing(pairingServer, local, (paired) => {
      keys.take(paired);
      this.#tryKey(paired);
    });
    this.programme = new Programme((slide) => this.#pagesOf(slide), local);
    this.show = new TakeoverShow(
      {
        takeTurn: () => this.#takeTurn(),
        freeze: () => {
          this.programme.hold();
          this.boards?.freeze();
        },
        thaw: () => {
          this.boards?.thaw();
          this.programme.resume();
        },
        strike: (celebrations) => this.#strike(celebrations),
        uncover: (personId) => this.#uncover(personId),
        locate: (personId) => this.#stage?.locate(personId) ?? { x: 134, y: 102 },
      },
      local,
    );
  }

  get view(): ScreenView | null {
    return this.screen?.view ?? null;
  }

  start(stage: Stage): void {
    this.#stage = stage;
    this.#tick();
    this.#keeping = setInterval(() => this.keep(), KEEP_EVERY_MS);
    this.#renewing = setInterval(() => void this.renewKey(), ASK_FOR_KEY_EVERY_MS);
    this.#bell.prepare();
    if (this.keys.current !== null) return this.#tryKey(this.keys.current);
    this.state = 'no-key';
    this.pairing.start();
  }

  /** Called on any touch or key: browsers let nobody ring before that. */
  unlockSound(): void {
    this.#bell.unlock();
  }

  /** The bell has changed hands. */
  tickBell(): void {
    this.#bell.tick(this.view?.volume ?? 0);
  }

  rendered(visible: ReadonlyMap<string, Watched<BoardSnapshot>>): void {
    this.#paint.rendered(visible, this.#pace.inFrame);
  }

  /** Keeps what is needed to show the last standing after a reload. */
  keep(): void {
    const { connection, boards, feed, screen, memory } = this;
    const key = this.keys.current;
    if (!connection || !boards || key === null) return;
    const standing = boards.standing();
    if (standing.size > 0) memory.keepBoards(standing);
    if (connection.line === 'open') memory.heardAt = connection.clock.now();
    if (screen) memory.screen = { key, screenId: screen.screenId, view: screen.view };
    if (feed) {
      const waiting = new Set(feed.queue.waiting.map(({ id }) => id));
      memory.known = feed.queue.known.filter((id) => !waiting.has(id));
    }
  }

  close(): void {
    clearTimeout(this.#knocking);
    clearTimeout(this.#second);
    clearInterval(this.#keeping);
    clearInterval(this.#renewing);
    this.pairing.stop();
    this.#pace.close();
    this.#paint.close();
    this.#bell.close();
    this.#leave();
  }

  /** The server no longer takes the key: ask whether it ever will. */
  recheck(): void {
    if (this.keys.current !== null) void this.#knock(this.keys.current);
  }

  #tryKey(key: string): void {
    this.state = 'starting';
    void this.#knock(key);
  }

  async #knock(key: string): Promise<void> {
    clearTimeout(this.#knocking);
    const outcome = await checkSession(key);
    if (key !== this.keys.current) return;
    switch (outcome.kind) {
      case 'screen':
        this.#knocks = 0;
        this.keys.accepted(outcome.screenId);
        this.#enter(key, outcome.screenId);
        return;
      case 'refused': {
        const other = this.keys.refused();
        if (other !== null) return this.#tryKey(other);
        this.#leave();
        this.#forgetAllBut(this.keys.current ?? key);
        this.state = 'bad-key';
        this.pairing.start();
        this.#knockIn(this.keys.current ?? key, REFUSED_PAUSE_MS);
        return;
      }
      case 'not-a-screen':
        this.#leave();
        this.pairing.stop();
        this.state = 'not-a-screen';
        this.#knockIn(key, REFUSED_PAUSE_MS);
        return;
      case 'unreachable': {
        if (this.connection) return;
        // Shut out is shut out until the server says otherwise.
        if (this.state === 'bad-key') return this.#knockIn(key, REFUSED_PAUSE_MS);
        const kept = this.memory.screen;
        // Known from before: show the last standing, and leave it to the socket to find the server.
        if (kept?.key === key) this.#enter(key, kept.screenId);
        else this.state = 'waiting';
        this.#knocks += 1;
        if (!this.connection) this.#knockIn(key, pauseAfter(this.#knocks));
      }
    }
  }

  /** Who is shut out has no claim to what was last shown. The key stays: it may be let in again. */
  #forgetAllBut(key: string): void {
    this.memory.forget();
    this.memory.key = key;
  }

  #knockIn(key: string, pause: number): void {
    clearTimeout(this.#knocking);
    this.#knocking = setTimeout(() => void this.#knock(key), pause);
  }

  #enter(key: string, screenId: number): void {
    this.pairing.stop();
    this.state = 'playing';
    if (this.connection && this.screen?.screenId === screenId) {
      this.connection.reopenWith(key);
      return;
    }
    this.#leave();
    this.state = 'playing';
    const { memory } = this;
    const kept = memory.screen?.screenId === screenId ? memory.screen.view : null;
    const socket = openLiveSocket(window.location.origin, key);
    const connection = new LiveConnection(socket, () => performance.now(), memory.heardAt);
    this.screen = new LiveScreen(socket, screenId, kept);
    this.feed = new LiveFeed(socket, connection.clock, memory.known, (id) =>
      this.show.takeBack(id),
    );
    this.boards = new WallBoards(socket, memory, this.#pace.ask);
    this.desk = new DeskLine(socket, this, () => performance.now());
    this.connection = connection;
    connection.start();
    void this.renewKey();
  }

  /** Asks whether there is another key to go on with, and does. Both open until it has. */
  async renewKey(): Promise<void> {
    const { keys } = this;
    const key = keys.current;
    if (this.state !== 'playing' || key === null || !keys.canKeep) return;
    const next = await askForKey(key);
    if (next === null || key !== keys.current || !keys.adopt(next)) return;
    void this.#knock(next);
  }

  /** The bell of a test. */
  ring(): void {
    this.#bell.strike([TEST_NOTE], this.view?.volume ?? 0);
  }

  reload(): void {
    this.keep();
    window.location.reload();
  }

  vitals(): Vitals {
    const now = this.connection?.clock.now() ?? null;
    const playing = this.programme.playing;
    return {
      ...measurePage(),
      clockAhead: now === null ? null : Date.now() - now,
      sound: this.sound,
      slide: playing && {
        index: this.#indexOnScreen(playing.index),
        leftSeconds: Math.round(playing.leftMs / 1_000),
      },
    };
  }

  /** The desk counts all slides of the screen, the programme only those that may be played. */
  #indexOnScreen(index: number): number {
    const slides = this.view?.slides ?? [];
    const slide = this.boards?.playable(slides)[index];
    return slide === undefined ? index : Math.max(0, slides.indexOf(slide));
  }

  #leave(): void {
    this.show.close();
    this.programme.close();
    this.boards?.close();
    this.feed?.close();
    this.screen?.close();
    this.desk?.close();
    this.connection?.close();
    this.boards = this.feed = this.screen = this.desk = this.connection = null;
  }

  #takeTurn(): readonly Celebration[] {
    const turn = this.feed?.takeTurn() ?? [];
    // Remembered before it is shown: a wall that restarts in the middle does not ring again.
    this.keep();
    return turn;
  }

  #strike(celebrations: readonly Celebration[]): void {
    const ribbons = new Set(celebrations.map(({ person }) => person.team?.ribbon ?? 1));
    // Three bells are a chord, twelve are a crash.
    const notes = [...ribbons].slice(0, 3).map(teamNote);
    this.#bell.strike(notes, this.view?.volume ?? 0);
  }

  #uncover(personId: number): void {
    const slide = this.programme.turn?.slide;
    const rows = slide && this.boards?.shown(slide.board)?.snapshot.rows;
    if (!rows) return;
    const index = rows.findIndex(({ id }) => id === personId);
    if (index >= 0) this.programme.showPage(pagesOf(index + 1, 0, onHills(rows)) - 1);
  }

  #pagesOf(slide: Slide): number {
    const rowsOf = (boardId: string | null) =>
      (boardId === null ? null : this.boards?.shown(boardId))?.snapshot.rows ?? [];
    const rows = rowsOf(slide.board);
    return pagesOf(rows.length, rowsOf(slide.strip).length, onHills(rows));
  }

  /** Ticks with the server's seconds, so that all clocks of a house change together. */
  #tick(): void {
    const now = this.connection?.clock.now() ?? null;
    this.now = now;
    this.#second = setTimeout(() => this.#tick(), 1000 - ((now ?? Date.now()) % 1000) + 5);
  }
}
