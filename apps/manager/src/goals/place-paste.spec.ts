import { describe, expect, it } from 'vitest';
import { columnsOf } from './goal-columns.js';
import { readPaste } from './paste/read-paste.js';
import { columnsFor, placeRange } from './place-paste.js';

const columns = columnsOf(2026, 'en-IE');
const scene = { columns, parts: 100 };
const targets = ['Ada', 'Bea'].map((name, index) => ({
  row: index + 7,
  name,
  goals: new Map(name === 'Ada' ? [['2026-03', 500]] : []),
}));
const place = (text: string, row: number, column: number) => {
  const paste = readPaste(text, 2026, 'en-IE');
  const { cells, troubles } = placeRange(paste, { row, column }, targets, scene);
  return [cells.map((cell) => `${cell.row} ${cell.period} ${cell.was}→${cell.value}`), troubles];
};

describe('a range that is pasted', () => {
  it('goes to months only, past the quarters between them', () => {
    expect(place('1\t2\n3', 0, 2)).toEqual([
      ['7 2026-03 500→100', '7 2026-04 null→200', '8 2026-03 null→300'],
      [],
    ]);
  });
  it('goes to quarters when it begins in one', () => {
    expect(columnsFor(2, 3, columns).map(({ period }) => period)).toEqual(['2026-Q1', '2026-Q2']);
  });
  it('says what is beyond the page and the year, and what is no amount', () => {
    expect(place('1\t2\nx\t4\n5\t6', 0, 14)).toEqual([
      ['7 2026-12 null→100'],
      [
        'Bea, 2026-12: that is no amount',
        '1 row is below the last of this page',
        '1 column is beyond the year',
      ],
    ]);
  });
});
