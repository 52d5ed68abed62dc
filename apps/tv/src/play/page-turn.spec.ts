import { describe, expect, it } from 'vitest';
import { firstRowOf, pageAfter, pagesOf, pageTime } from './page-turn.js';

describe('pages of a slide', () => {
  it.each([
    [0, 0, 1],
    [3, 6, 1],
    [12, 6, 1],
    [13, 6, 2],
    [60, 0, 7],
    [12, 13, 3],
  ])('%i people and %i teams make %i', (rows, teams, pages) => {
    expect(pagesOf(rows, teams)).toBe(pages);
  });

  it.each([
    [1, 60, 60_000],
    [2, 20, 10_000],
    [7, 20, 6_000],
    [2, 3600, 12_000],
    [2, 5, 5_000],
  ])('%i of them in %i s stay %i ms each', (pages, seconds, ms) => {
    expect(pageTime(pages, seconds)).toBe(ms);
  });

  it.each([
    [0, 13, 3],
    [1, 13, 4],
    [6, 60, 51],
    [0, 5, 3],
  ])('page %i of %i rows begins with row %i', (page, rows, first) => {
    expect(firstRowOf(page, rows)).toBe(first);
  });

  it('shows everybody over some turns, each of which begins at the top', () => {
    const seen: number[] = [];
    let next = 1;
    for (let turn = 0; turn < 4; turn += 1) {
      let page = 0;
      seen.push(page);
      for (let slot = 0; slot < 2; slot += 1) {
        ({ page, next } = pageAfter(page, next, 7));
        seen.push(page);
      }
    }
    expect(seen).toEqual([0, 1, 2, 0, 3, 4, 0, 5, 6, 0, 1, 2]);
  });

  it.each([
    [0, 1, 1, { page: 0, next: 1 }],
    [6, 7, 7, { page: 0, next: 1 }],
    [0, 9, 3, { page: 1, next: 2 }],
  ])('page %i, to go on with %i of %i, leads to %o', (page, next, pages, after) => {
    expect(pageAfter(page, next, pages)).toEqual(after);
  });
});
