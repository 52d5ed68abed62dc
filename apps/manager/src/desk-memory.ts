import { KeptStorage } from '@bellwether/ui';
import { choiceOf, boardIdOf, type BoardChoice } from './standing/board-choice.js';

const KEY = 'bellwether.desk.key';
const BOARD = 'bellwether.desk.board';

/** What a desk remembers through a reload. Where storage is forbidden it remembers nothing. */
export class DeskMemory {
  readonly #kept: KeptStorage;

  constructor(storage: Storage | null) {
    this.#kept = new KeptStorage(storage);
  }

  get key(): string | null {
    return this.#kept.text(KEY);
  }

  set key(key: string | null) {
    this.#kept.keepText(KEY, key);
  }

  /** The board that was looked at last. */
  get choice(): BoardChoice | null {
    return choiceOf(this.#kept.text(BOARD) ?? '');
  }

  set choice(choice: BoardChoice | null) {
    this.#kept.keepText(BOARD, choice && boardIdOf(choice));
  }
}
