import { describe, expect, it } from 'vitest';
import { boardRow } from '../board/board-row.fixture.js';
import { applyDelta } from './apply-delta.js';
import { boardDelta, watchedBoard } from './board-snapshot.fixture.js';

const board = watchedBoard([boardRow({ id: 1 }), boardRow({ id: 2 }), boardRow({ id: 3 })], {
  revision: 4,
});
const order = (next: ReturnType<typeof applyDelta>) =>
  next === 'missed' ? next : next.snapshot.rows.map(({ id }) => id);

describe('applyDelta', () => {
  it('moves who changed and lets go who left', () => {
    const rows = [boardRow({ id: 3, rank: 1 }), boardRow({ id: 1, rank: 2 })];
    expect(order(applyDelta(board, boardDelta(5, { rows, removed: [2] })))).toEqual([3, 1]);
  });

  it('puts who got there first first', () => {
    const rows = [
      boardRow({ id: 1, rank: 1, tied: true, reachedAt: 20 }),
      boardRow({ id: 2, rank: 1, tied: true, reachedAt: 10 }),
    ];
    expect(order(applyDelta(board, boardDelta(5, { rows })))).toEqual([2, 1, 3]);
  });

  it('puts who got there in the same moment by name, as the server does', () => {
    const shared = { rank: 1, tied: true, reachedAt: 10 };
    const rows = [
      boardRow({ id: 1, name: 'Zoe', ...shared }),
      boardRow({ id: 2, name: 'Édith', ...shared }),
      boardRow({ id: 3, name: 'Ada', ...shared }),
    ];
    expect(order(applyDelta(board, boardDelta(5, { rows })))).toEqual([3, 1, 2]);
  });

  it.each([
    ['a repeated revision', boardDelta(4, { removed: [1] })],
    ['an older one', boardDelta(3, { removed: [1] })],
  ])('is not moved by %s', (_, delta) => {
    expect(applyDelta(board, delta)).toBe(board);
  });

  it.each([
    ['a gap', boardDelta(6)],
    ['another epoch', boardDelta(5, {}, 'two')],
  ])('knows that it missed something after %s', (_, delta) => {
    expect(applyDelta(board, delta)).toBe('missed');
  });
});
