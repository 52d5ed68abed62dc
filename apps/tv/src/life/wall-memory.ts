import type { BoardSnapshot, ScreenView, Watched } from '@bellwether/contracts';
import { KeptStorage } from '@bellwether/ui';
import type { KeyMemory } from './wall-keys.js';

/** What a wall is, as far as it could ask: whose key, which screen, what it plays. */
export interface KeptScreen {
  readonly key: string;
  readonly screenId: number;
  readonly view: ScreenView | null;
}

const ALL = 'bellwether.wall.';
const KEY = `${ALL}key`;
const REPLACED = `${ALL}replaced`;
const SCREEN = `${ALL}screen`;
const KNOWN = `${ALL}celebrations`;
const HEARD = `${ALL}heard`;
const BOARD = `${ALL}board.`;

/**
 * What a wall remembers through a reload. Kiosks often forbid storage or wipe it: then it remembers
 * nothing, and works all the same.
 */
export class WallMemory implements KeyMemory {
  readonly #kept: KeptStorage;

  constructor(storage: Storage | null) {
    this.#kept = new KeptStorage(storage);
  }

  get key(): string | null {
    return this.#kept.text(KEY);
  }

  set key(key: string) {
    this.#kept.keepText(KEY, key);
  }

  /** Keys that this wall had before, the oldest first. */
  get replaced(): readonly string[] {
    return texts(this.#kept.read<unknown>(REPLACED));
  }

  set replaced(keys: readonly string[]) {
    this.#kept.keep(REPLACED, keys);
  }

  get screen(): KeptScreen | null {
    return this.#kept.read<KeptScreen>(SCREEN);
  }

  set screen(screen: KeptScreen) {
    this.#kept.keep(SCREEN, screen);
  }

  keepScreenFor(key: string): void {
    const { screen } = this;
    if (screen) this.screen = { ...screen, key };
  }

  /** Ids of celebrations that this wall has shown. */
  get known(): readonly string[] {
    return texts(this.#kept.read<unknown>(KNOWN));
  }

  set known(ids: readonly string[]) {
    this.#kept.keep(KNOWN, ids);
  }

  /** When the server was last heard, by its own clock. */
  get heardAt(): number | null {
    return this.#kept.number(HEARD);
  }

  set heardAt(instant: number | null) {
    if (instant !== null) this.#kept.keep(HEARD, instant);
  }

  board(boardId: string): Watched<BoardSnapshot> | null {
    return this.#kept.read<Watched<BoardSnapshot>>(BOARD + boardId);
  }

  /** Keeps the last standing of each board, and forgets boards that are no longer played. */
  keepBoards(boards: ReadonlyMap<string, Watched<BoardSnapshot>>): void {
    this.#kept.forget(BOARD, (boardId) => boards.has(boardId));
    for (const [boardId, board] of boards) this.#kept.keep(BOARD + boardId, board);
  }

  /** Another key is another wall: what was kept is not its business. */
  forget(): void {
    this.#kept.forget(ALL);
  }
}

function texts(kept: unknown): readonly string[] {
  return Array.isArray(kept) ? kept.filter((text) => typeof text === 'string') : [];
}
