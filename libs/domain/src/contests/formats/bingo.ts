import type { Play } from '../counting/play.js';
import { Scoreboard } from '../counting/scoreboard.js';
import { Arrivals, byArrival } from '../ranking/arrivals.js';
import type { Outcome } from '../ranking/outcome.js';
import { PLAIN } from '../ranking/outcome.js';
import { linesOf, placedBy } from '../ranking/ranked.js';
import type { BingoFormat } from '../rules/contest-format.js';

/** Who fills the lines first. Everybody can; on the way, more fields are better. */
export function judgeBingo(play: Play, { cells, lines: needed }: BingoFormat): Outcome {
  const board = new Scoreboard(play);
  const placed = placedBy(play, board);
  const rows = linesOfCard(cells.length);
  const arrivals = new Arrivals();
  const doneOf = (entrant: number) =>
    cells.flatMap(({ metric, atLeast }, cell) =>
      board.quantityOf(entrant, metric) >= atLeast ? [cell] : [],
    );
  const isFull = (done: ReadonlySet<number>) =>
    needed === null
      ? done.size === cells.length
      : rows.filter((row) => row.every((cell) => done.has(cell))).length >= needed;
  board.count(play.counted, (at, moves) => {
    for (const move of moves) {
      const { entrant } = move;
      arrivals.note(at, move, placed(entrant).qualifies && isFull(new Set(doneOf(entrant))));
    }
  });
  const lines = linesOf(play, board, (entrant) => {
    const done = doneOf(entrant).length;
    return { score: done, progress: done / cells.length };
  });
  const detail = {
    kind: 'bingo',
    cards: play.entrants.map(({ id, index }) => ({ entrantId: id, done: doneOf(index) })),
  } as const;
  return { ...PLAIN, ...byArrival(play, board, lines, arrivals, Infinity), detail };
}

/** The rows, columns and both diagonals of a square card, as numbers of fields. */
export function linesOfCard(fields: number): readonly (readonly number[])[] {
  const size = Math.round(Math.sqrt(fields));
  const all = Array.from({ length: size }, (_, index) => index);
  return [
    ...all.map((row) => all.map((column) => row * size + column)),
    ...all.map((column) => all.map((row) => row * size + column)),
    all.map((step) => step * size + step),
    all.map((step) => step * size + size - 1 - step),
  ];
}
