import { describe, expect, it } from 'vitest';
import { boardRow } from './board-row.fixture.js';
import { layBoard, onHills } from './lay-board.js';
import { leadOf } from './lead-of.js';
import { placedRows, placeMark } from './placed-row.js';

const first = boardRow({ id: 1, score: 0.6 });
const second = boardRow({ id: 2, score: 0.7 });
const unplaced = [3, 4, 5].map((id) => boardRow({ id, rank: null, score: 1 }));

describe('rows without a place', () => {
  it('stand on no hill, and beside the empty ones', () => {
    const rows = [first, ...unplaced];
    expect(placedRows(rows)).toEqual([first]);
    expect(onHills(rows)).toBe(1);
    expect(layBoard(rows, false).stage.wide).toBe(false);
    expect(layBoard([first], false).stage.wide).toBe(true);
    expect(onHills(unplaced)).toBe(0);
  });

  it('fill no bar: the best that has a place does', () => {
    expect(leadOf([first, second, ...unplaced], 'higher')).toBe(0.7);
    expect(leadOf([first, second, ...unplaced], 'lower')).toBe(0.6);
    expect(leadOf(unplaced, 'higher')).toBe(0);
  });

  it('have a dash where others have their place', () => {
    expect([first, { ...second, tied: true }, ...unplaced].map(placeMark)).toEqual([
      '1',
      '2=',
      '–',
      '–',
      '–',
    ]);
  });
});
