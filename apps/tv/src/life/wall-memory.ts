import type { BoardSnapshot, ScreenView, Watched } from '@bellwether/contracts';

/** What a wall is, as far as it could ask: whose key, which screen, what it plays. */
export interface KeptScreen {
  readonly key: string;
  readonly screenId: number;
  readonly view: ScreenView | null;
}

const KEY = 'bellwether.wall.key';
const SCREEN = 'bellwether.wall.screen';
const KNOWN = 'bellwether.wall.celebrations';
const HEARD = 'bellwether.wall.heard';
const BOARD = 'bellwether.wall.board.';

/**
 * What a wall remembers through a reload. Kiosks often forbid storage or wipe it: then it remembers
 * nothing, and works all the same.
 */
export class WallMemory {
  constructor(private readonly storage: Storage | null) {}

  get key(): string | null {
    return this.#text(KEY);
  }

  set key(key: string) {
    this.#keep(KEY, key);
  }

  get screen(): KeptScreen | null {
    return this.#read<KeptScreen>(SCREEN);
  }

  set screen(screen: KeptScreen) {
    this.#keep(SCREEN, JSON.stringify(screen));
  }

  /** Ids of celebrations that this wall has shown. */
  get known(): readonly string[] {
    const known = this.#read<unknown>(KNOWN);
    return Array.isArray(known) ? known.filter((id) => typeof id === 'string') : [];
  }

  set known(ids: readonly string[]) {
    this.#keep(KNOWN, JSON.stringify(ids));
  }

  /** When the server was last heard, by its own clock. */
  get heardAt(): number | null {
    const heard = Number(this.#text(HEARD) ?? NaN);
    return Number.isFinite(heard) ? heard : null;
  }

  set heardAt(instant: number | null) {
    if (instant !== null) this.#keep(HEARD, String(instant));
  }

  board(boardId: string): Watched<BoardSnapshot> | null {
    return this.#read<Watched<BoardSnapshot>>(BOARD + boardId);
  }

  /** Keeps the last standing of each board, and forgets boards that are no longer played. */
  keepBoards(boards: ReadonlyMap<string, Watched<BoardSnapshot>>): void {
    for (const name of this.#names()) {
      if (name.startsWith(BOARD) && !boards.has(name.slice(BOARD.length))) this.#drop(name);
    }
    for (const [boardId, board] of boards) this.#keep(BOARD + boardId, JSON.stringify(board));
  }

  /** Another key is another wall: what was kept is not its business. */
  forget(): void {
    for (const name of this.#names()) if (name.startsWith('bellwether.wall.')) this.#drop(name);
  }

  #names(): string[] {
    try {
      const storage = this.storage;
      if (!storage) return [];
      return Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '');
    } catch {
      return [];
    }
  }

  #read<Kept>(name: string): Kept | null {
    try {
      return JSON.parse(this.#text(name) ?? 'null') as Kept | null;
    } catch {
      return null;
    }
  }

  #text(name: string): string | null {
    try {
      return this.storage?.getItem(name) ?? null;
    } catch {
      return null;
    }
  }

  #keep(name: string, value: string): void {
    try {
      this.storage?.setItem(name, value);
    } catch {
      // Full or forbidden: a wall without memory is still a wall.
    }
  }

  #drop(name: string): void {
    try {
      this.storage?.removeItem(name);
    } catch {
      // As above.
    }
  }
}

/** The browser's storage, where there is one; asking for it may throw by itself. */
export function storageOfBrowser(): Storage | null {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}
