import { moveText } from '../text/move-text.js';

/** Screen readers are told of a new place at most this often. */
const QUIET_MS = 10_000;

/** Says when the own place on a board changes, and how, and not more often than somebody can listen to. */
export class RankNews {
  text = $state('');
  #boardId: string | null = null;
  #told: number | null = null;
  #latest: number | null = null;
  #pause: ReturnType<typeof setTimeout> | undefined;

  see(boardId: string, rank: number | null): void {
    this.#latest = rank;
    if (boardId !== this.#boardId) {
      // Another board is no move.
      this.close();
      this.#boardId = boardId;
      this.#told = rank;
      this.text = '';
    } else if (this.#pause === undefined) this.#tell();
  }

  close(): void {
    clearTimeout(this.#pause);
    this.#pause = undefined;
  }

  #tell(): void {
    const text = moveText(this.#told, this.#latest);
    this.#pause = undefined;
    if (text === null) return;
    this.text = text;
    this.#told = this.#latest;
    this.#pause = setTimeout(() => {
      this.#pause = undefined;
      this.#tell();
    }, QUIET_MS);
  }
}
