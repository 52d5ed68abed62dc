import { periodOfHead } from './period-of-head.js';
import type { ReadAmount } from './read-amount.js';
import { readAmount } from './read-amount.js';
import { splitCells } from './split-cells.js';

/** A row of a spreadsheet: whose it is, if it says so, and its amounts. */
export interface PastedRow {
  readonly name: string | null;
  readonly amounts: readonly ReadAmount[];
}

export interface Paste {
  /** Which period each column of amounts is; null where there is no head. */
  readonly periods: readonly string[] | null;
  readonly rows: readonly PastedRow[];
  /** Columns that are left out, and why. */
  readonly left: readonly string[];
}

/** Makes sense of what was copied from a spreadsheet for the goals of a year. */
export function readPaste(text: string, year: number, locale: string): Paste {
  const cells = splitCells(text);
  const heads = headsOf(cells[0] ?? [], year, locale);
  const body = heads ? cells.slice(1) : cells;
  const nameAt = nameColumn(body);
  if (!heads) {
    const rows = body.map((row) => ({
      name: nameAt === null ? null : (row[nameAt] ?? ''),
      amounts: row.slice(nameAt === null ? 0 : nameAt + 1).map(readAmount),
    }));
    return { periods: null, rows, left: [] };
  }
  const kept = heads.flatMap((head, at) =>
    head === undefined || head === 'other-year' || isSumOf(head, heads) ? [] : [{ head, at }],
  );
  return {
    periods: kept.map(({ head }) => head),
    rows: body.map((row) => ({
      name: nameAt === null ? null : (row[nameAt] ?? ''),
      amounts: kept.map(({ at }) => readAmount(row[at] ?? '')),
    })),
    left: heads.flatMap((head, at) => {
      const name = cells[0]?.[at] ?? '';
      if (head === 'other-year') return [`${name} is of another year`];
      return head !== undefined && isSumOf(head, heads) ? [`${name} is the sum of its months`] : [];
    }),
  };
}

type Head = string | undefined;

/** What the first row says, when it names at least one period and holds nothing else that could be an amount. */
function headsOf(row: readonly string[], year: number, locale: string): readonly Head[] | null {
  const heads = row.map((cell) => periodOfHead(cell, year, locale));
  const named = heads.filter((head) => head !== undefined);
  // A lone `2026` may be an amount as well.
  const isSure = named.some((head) => head !== String(year)) || /\p{Letter}/u.test(row[0] ?? '');
  return named.length > 0 && isSure ? heads : null;
}

/** The first column with words in it; null when there are amounts only. */
function nameColumn(rows: readonly (readonly string[])[]): number | null {
  const width = Math.max(0, ...rows.map((row) => row.length));
  for (let at = 0; at < width; at += 1) {
    const said = rows.map((row) => row[at] ?? '').filter((cell) => cell !== '');
    const unread = said.filter(
      (cell) => readAmount(cell).kind === 'unread' && /\p{Letter}/u.test(cell),
    );
    if (said.length > 0 && unread.length * 2 > said.length) return at;
  }
  return null;
}

/** A quarter or a year beside its own months says nothing new. */
function isSumOf(head: string, heads: readonly Head[]): boolean {
  const year = head.slice(0, 4);
  const quarter = /-Q([1-4])$/.exec(head)?.[1];
  return heads.some((other) => {
    if (other === undefined || other === head || !other.startsWith(year)) return false;
    if (head === year) return true;
    const month = /-(\d\d)$/.exec(other)?.[1];
    return (
      quarter !== undefined &&
      month !== undefined &&
      Math.ceil(Number(month) / 3) === Number(quarter)
    );
  });
}
