import { describe, expect, it } from 'vitest';
import { boardRow } from './board-row.fixture.js';
import { layBoard, placeOfRows } from './lay-board.js';

const rows = (count: number) =>
  Array.from({ length: count }, (_, index) => boardRow({ id: index + 1, rank: index + 1 }));

describe('layBoard', () => {
  it('gives the whole wall to three, and half of it when there are more', () => {
    expect(layBoard(rows(3), false)).toMatchObject({ stage: { wide: true }, edge: null });
    expect(layBoard(rows(4), false)).toMatchObject({ stage: { wide: false }, edge: 1098 });
  });

  it('tells hills without a team from empty ones', () => {
    const [leader] = rows(1);
    expect(layBoard([{ ...leader!, team: null }], false).ribbons).toEqual([
      null,
      undefined,
      undefined,
    ]);
  });

  it('stands rows on the ground, above the teams if there are any', () => {
    expect(placeOfRows(layBoard(rows(12), false), 9)).toBe('--top:189;--rows:786');
    expect(placeOfRows(layBoard(rows(12), true), 9)).toBe('--top:186;--rows:705');
  });
});
