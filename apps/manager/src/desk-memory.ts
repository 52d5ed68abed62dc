import { choiceOf, boardIdOf, type BoardChoice } from './standing/board-choice.js';

const KEY = 'bellwether.desk.key';
const BOARD = 'bellwether.desk.board';

/** What a desk remembers through a reload. Where storage is forbidden it remembers nothing. */
export class DeskMemory {
  constructor(private readonly storage: Storage | null) {}

  get key(): string | null {
    return this.#read(KEY);
  }

  set key(key: string | null) {
    this.#keep(KEY, key);
  }

  /** The board that was looked at last. */
  get choice(): BoardChoice | null {
    return choiceOf(this.#read(BOARD) ?? '');
  }

  set choice(choice: BoardChoice | null) {
    this.#keep(BOARD, choice && boardIdOf(choice));
  }

  #read(name: string): string | null {
    try {
      return this.storage?.getItem(name) ?? null;
    } catch {
      return null;
    }
  }

  #keep(name: string, value: string | null): void {
    try {
      if (value === null) this.storage?.removeItem(name);
      else this.storage?.setItem(name, value);
    } catch {
      // Full or forbidden: the link carries the key all the same.
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
