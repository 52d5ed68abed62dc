import { describe, expect, it } from 'vitest';
import { boardRow } from './board-row.fixture.js';
import { SlatBoard } from './slat-board.svelte.js';

const row = (id: number, score: number) => boardRow({ id, score });

describe('SlatBoard', () => {
  it('does not play the first picture', () => {
    const board = new SlatBoard();
    board.show([row(1, 9), row(2, 8)], 0);
    expect(board.slats.map(({ motion }) => motion.kind)).toEqual(['still', 'still']);
  });

  it('lets a row in flight fly on when something else changes', () => {
    const board = new SlatBoard();
    board.show([row(1, 9), row(2, 8), row(3, 7)], 0);
    board.show([row(2, 10), row(1, 9), row(3, 7)], 1_000);
    const flight = motionOf(board, 2);
    board.show([row(2, 10), row(1, 9), row(3, 7.5)], 1_100);
    expect(motionOf(board, 2)).toBe(flight);
  });

  it('sends a row in flight on without a pause', () => {
    const board = new SlatBoard();
    board.show([row(1, 9), row(2, 8), row(3, 7)], 0);
    board.show([row(1, 9), row(3, 8.5), row(2, 8)], 1_000);
    board.show([row(3, 10), row(1, 9), row(2, 8)], 1_300);
    expect(motionOf(board, 3)).toEqual({ kind: 'slide', delay: 0, duration: 480 });
    board.show([row(1, 11), row(3, 10), row(2, 8)], 5_000);
    expect(motionOf(board, 1)).toEqual({ kind: 'slide', delay: 200, duration: 480 });
  });

  it('keeps every row in its element, and gives who comes the element of who left', () => {
    const board = new SlatBoard();
    board.show([row(1, 9), row(2, 8), row(3, 7)], 0);
    board.show([row(3, 10), row(1, 9), row(4, 8.5)], 1_000);
    expect(board.slats.map((slat) => slat.row.id)).toEqual([1, 4, 3]);
    expect(board.slats.map(({ slot }) => slot)).toEqual([1, 2, 0]);
  });
});

function motionOf(board: SlatBoard, id: number) {
  return board.slats.find((slat) => slat.row.id === id)?.motion;
}
