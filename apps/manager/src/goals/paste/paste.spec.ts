import { describe, expect, it } from 'vitest';
import { periodOfHead } from './period-of-head.js';
import { readAmount } from './read-amount.js';
import { readPaste } from './read-paste.js';
import { splitCells } from './split-cells.js';

describe('cells of a clipboard', () => {
  it.each<[string, string[][]]>([
    [
      'a\tb\r\nc\td\r\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['"a\tb"\t"say ""hi"""\n', [['a\tb', 'say "hi"']]],
    ['"two\nlines"\t1', [['two\nlines', '1']]],
    ['5" pipes\t1', [['5" pipes', '1']]],
    ['"open\t1', [['"open', '1']]],
    ['\t\n\t1', [['', '1']]],
    ['', []],
  ])('%j', (text, cells) => {
    expect(splitCells(text)).toEqual(cells);
  });
});

describe('an amount', () => {
  it.each([
    ['1234', 1_234],
    ['1.234,50', 1_234.5],
    ['1,234.50', 1_234.5],
    ['1.234', 1_234],
    ['1,234', 1_234],
    ['12,5', 12.5],
    ['12.50', 12.5],
    ['0.125', 0.125],
    ['1.234.567', 1_234_567],
    ['1,00,000', 100_000],
    ['1 234 567', 1_234_567],
    ['1\u202f234,5', 1_234.5],
    ['1’234.50', 1_234.5],
    ['€ 12k', 12_000],
    ['€12.5K', 12_500],
    ['EUR 1.5m', 1_500_000],
    ['2,5 Mio. €', 2_500_000],
    ['80 Tsd. €', 80_000],
    ['60,000.00 €', 60_000],
    ['$0', 0],
  ])('%s is %d', (text, value) => {
    expect(readAmount(text)).toEqual({ kind: 'amount', value });
  });
  it.each(['', ' ', '-', '–'])('%j says nothing', (text) => {
    expect(readAmount(text)).toEqual({ kind: 'empty' });
  });
  it.each(['Ada', '-500', '(500)', '12 %', '1.2.3,4,5', 'tbd', '#REF!'])('%s is none', (text) => {
    expect(readAmount(text)).toEqual({ kind: 'unread' });
  });
});

describe('the head of a column', () => {
  it.each([
    ['Nov', '2026-11'],
    ['November', '2026-11'],
    ['november 2026', '2026-11'],
    ['Nov-26', '2026-11'],
    ["Nov '26", '2026-11'],
    ['Sept.', '2026-09'],
    ['März', '2026-03'],
    ['févr.', '2026-02'],
    ['2026-11', '2026-11'],
    ['11/2026', '2026-11'],
    ['Q4', '2026-Q4'],
    ['Q4 2026', '2026-Q4'],
    ['4. Quartal', '2026-Q4'],
    ['2026', '2026'],
    ['FY 2026', '2026'],
    ['Nov 2025', 'other-year'],
    ['2025-Q4', undefined],
    ['Total', undefined],
    ['Name', undefined],
    ['13/2026', undefined],
    ['60000', undefined],
  ])('%s is %s', (head, period) => {
    expect(periodOfHead(head, 2026, 'en-IE')).toBe(period);
  });
});

const told = (text: string) => {
  const { periods, rows, left } = readPaste(text, 2026, 'en-IE');
  return {
    periods,
    rows: rows.map(({ name, amounts }) => [
      name,
      ...amounts.map((one) => (one.kind === 'amount' ? one.value : one.kind)),
    ]),
    left,
  };
};

describe('what was copied from a spreadsheet', () => {
  it('has names, and heads that say which month', () => {
    expect(told('Rep\tNov\tDec\nLeena Korhonen\t€ 12k\t1.234,50\nada@lark.example\t\ttbd')).toEqual(
      {
        periods: ['2026-11', '2026-12'],
        rows: [
          ['Leena Korhonen', 12_000, 1_234.5],
          ['ada@lark.example', 'empty', 'unread'],
        ],
        left: [],
      },
    );
  });

  it('leaves out sums and other years', () => {
    expect(told('Name\tJan\tFeb\tQ1\tTotal\tNov 2025\t2026\nAda\t1\t2\t3\t3\t9\t3')).toEqual({
      periods: ['2026-01', '2026-02'],
      rows: [['Ada', 1, 2]],
      left: [
        'Q1 is the sum of its months',
        'Nov 2025 is of another year',
        '2026 is the sum of its months',
      ],
    });
  });

  it('is a plain range of amounts', () => {
    expect(told('100\t200\n300\t')).toEqual({
      periods: null,
      rows: [
        [null, 100, 200],
        [null, 300, 'empty'],
      ],
      left: [],
    });
  });

  it('has names and no heads, or heads and no names', () => {
    expect(told('Ada\t100\t200')).toEqual({ periods: null, rows: [['Ada', 100, 200]], left: [] });
    expect(told('Q1\tQ2\n100\t200')).toEqual({
      periods: ['2026-Q1', '2026-Q2'],
      rows: [[null, 100, 200]],
      left: [],
    });
  });

  it('finds the names where they are, and takes 2026 for an amount among amounts', () => {
    expect(told('17\tAda\t100\n18\tBea\t200').rows).toEqual([
      ['Ada', 100],
      ['Bea', 200],
    ]);
    expect(told('2026\t5').periods).toBeNull();
  });
});
