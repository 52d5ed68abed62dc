import type { BoardSnapshot, Slide, Watched } from '@bellwether/contracts';
import { LiveBoard, type LiveSocket } from '@bellwether/ui';
import type { WallMemory } from '../life/wall-memory.js';

/** The boards of all slides, kept live whether they are shown or not, so that no slide begins empty. */
export class WallBoards {
  #live = $state.raw<ReadonlyMap<string, LiveBoard>>(new Map());
  #frozen = $state.raw<ReadonlyMap<string, Watched<BoardSnapshot>> | null>(null);

  constructor(
    private readonly socket: LiveSocket,
    private readonly memory: WallMemory,
    private readonly pace: (deed: () => void) => void,
  ) {}

  /** Watches exactly the boards of these slides. */
  watch(slides: readonly Slide[]): void {
    const wanted = new Set(
      slides.flatMap(({ board, strip }) => (strip ? [board, strip] : [board])),
    );
    const next = new Map<string, LiveBoard>();
    for (const [boardId, board] of this.#live) {
      if (wanted.has(boardId)) next.set(boardId, board);
      else board.close();
    }
    for (const boardId of wanted) {
      if (next.has(boardId)) continue;
      const kept = this.memory.board(boardId);
      next.set(boardId, new LiveBoard(this.socket, boardId, kept, this.pace));
    }
    this.#live = next;
  }

  /** What is to be shown of a board: during a takeover, what it was before. */
  shown(boardId: string): Watched<BoardSnapshot> | null {
    const live = this.#live.get(boardId)?.watched ?? null;
    return this.#frozen?.get(boardId) ?? live;
  }

  /** Why a board cannot be shown, if the server said so. */
  problem(boardId: string): string | null {
    return this.#live.get(boardId)?.error?.detail ?? null;
  }

  /** Those whose board is for a wall; all of them when none is, so that the wall can say why. */
  playable(slides: readonly Slide[]): readonly Slide[] {
    const some = slides.filter(({ board }) => this.#live.get(board)?.error?.code !== 'forbidden');
    return some.length > 0 ? some : slides;
  }

  /** True while a takeover holds the standing that was shown before it. */
  get frozen(): boolean {
    return this.#frozen !== null;
  }

  freeze(): void {
    this.#frozen ??= this.standing();
  }

  thaw(): void {
    this.#frozen = null;
  }

  /** The last standing of every board. */
  standing(): Map<string, Watched<BoardSnapshot>> {
    const standing = new Map<string, Watched<BoardSnapshot>>();
    for (const [boardId, { watched }] of this.#live) if (watched) standing.set(boardId, watched);
    return standing;
  }

  close(): void {
    for (const board of this.#live.values()) board.close();
    this.#live = new Map();
  }
}
