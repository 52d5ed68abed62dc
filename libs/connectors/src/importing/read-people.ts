import type { Identity, PersonRow, ReadPeople } from '@bellwether/application';
import { readRows, unreadableReason } from './read-rows.js';

/** More people than that nobody has in one file by intention. */
const MOST_ROWS = 5_000;
const MOST_CHARACTERS = 100;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

/** What a column may be called, in small letters and without signs. */
const COLUMNS = {
  name: ['name', 'full name', 'person'],
  email: ['email', 'e mail', 'email address', 'mail'],
  team: ['team', 'group', 'department'],
  managerEmail: ['manager email', 'managers email', 'managers e mail', 'manager e mail', 'manager'],
  hiredOn: ['hired', 'hired on', 'hire date', 'start date'],
  nickname: ['nickname'],
  jobTitle: ['role', 'job title', 'title'],
  pronunciation: ['pronunciation'],
  shortName: ['short name'],
} as const;

type Column = keyof typeof COLUMNS;

/**
 * Reads a file of people: a column for the name, and any of the others. A column named `source-3` holds
 * the ids by which that source knows them.
 */
export const readPeople: ReadPeople = async (bytes) => {
  const { rows } = await readRows(bytes, {});
  let header: Header | undefined;
  const read: PersonRow[] = [];
  let row = 0;
  try {
    for await (const cells of rows) {
      row += 1;
      if (!header) {
        header = headerOf(cells);
        if (!header.columns.has('name')) {
          return {
            kind: 'refused',
            reason: 'no column is called "name"; say in row 1 what each is',
          };
        }
      } else if (cells.some((cell) => cell.trim() !== '')) read.push(personIn(cells, row, header));
      if (read.length > MOST_ROWS) {
        return { kind: 'refused', reason: `there are more than ${MOST_ROWS} people; send parts` };
      }
    }
  } catch (error) {
    const reason = unreadableReason(error, row);
    if (reason === undefined) throw error;
    return { kind: 'refused', reason };
  }
  return header ? { kind: 'rows', rows: read } : { kind: 'refused', reason: 'the file is empty' };
};

interface Header {
  readonly columns: ReadonlyMap<Column, number>;
  /** By namespace. */
  readonly ids: ReadonlyMap<string, number>;
}

function headerOf(cells: readonly string[]): Header {
  const columns = new Map<Column, number>();
  const ids = new Map<string, number>();
  for (const [at, cell] of cells.entries()) {
    const told = cell
      .replace(/^\uFEFF/, '')
      .trim()
      .toLowerCase();
    const source = /^source[ -](\d{1,9})$/.exec(told)?.[1];
    if (source !== undefined) ids.set(`source-${source}`, at);
    const words = told
      .replaceAll("'", '')
      .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
      .trim();
    const column = (Object.keys(COLUMNS) as Column[]).find((name) =>
      (COLUMNS[name] as readonly string[]).includes(words),
    );
    if (column && !columns.has(column)) columns.set(column, at);
  }
  return { columns, ids };
}

function personIn(cells: readonly string[], row: number, { columns, ids }: Header): PersonRow {
  const cell = (column: Column): string | null => {
    const at = columns.get(column);
    return (at === undefined ? '' : (cells[at] ?? '')).trim() || null;
  };
  const name = cell('name') ?? '';
  const refused = (reason: string): PersonRow => ({ kind: 'refused', row, name, reason });
  if (name === '') return refused('the name is missing');
  const email = cell('email')?.toLowerCase() ?? null;
  const managerEmail = cell('managerEmail')?.toLowerCase() ?? null;
  const hiredOn = cell('hiredOn');
  if (email !== null && !EMAIL.test(email)) return refused(`"${email}" is no e-mail address`);
  if (managerEmail !== null && !EMAIL.test(managerEmail)) {
    return refused(`the manager "${managerEmail}" is no e-mail address`);
  }
  if (hiredOn !== null && !isDay(hiredOn))
    return refused(`"${hiredOn}" is no day, e.g. 2026-03-30`);
  const texts = ['team', 'nickname', 'jobTitle', 'pronunciation', 'shortName'] as const;
  const long = [name, ...texts.map(cell)].find((text) => (text?.length ?? 0) > MOST_CHARACTERS);
  if (long) return refused(`"${long.slice(0, 20)}…" is longer than ${MOST_CHARACTERS} characters`);
  const found = [...ids].flatMap(([namespace, at]): Identity[] => {
    const value = (cells[at] ?? '').trim();
    return value === '' ? [] : [{ namespace, value: value.slice(0, 200) }];
  });
  if (email === null && found.length === 0) {
    return refused('neither an e-mail address nor an id tells who it is');
  }
  return {
    kind: 'person',
    row,
    name,
    email,
    managerEmail,
    hiredOn,
    team: cell('team'),
    nickname: cell('nickname'),
    jobTitle: cell('jobTitle'),
    pronunciation: cell('pronunciation'),
    shortName: cell('shortName'),
    ids: found,
  };
}

function isDay(text: string): boolean {
  return DAY.test(text) && !Number.isNaN(Date.parse(text)) && text >= '1900' && text < '2100';
}
