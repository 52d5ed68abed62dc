import { FIELD_NAMES, cellKindOf } from './fields.js';
import type { Format } from './formats.js';
import { FORMATS } from './formats.js';

export interface Recognised {
  readonly name: string;
  readonly sourceName: string;
  readonly type: Format['type'];
  /** Field → column, or columns with `|` between them. */
  readonly columns: Readonly<Record<string, string>>;
}

/** What kind of file has these columns; undefined when it is none that is known. */
export function recognise(header: readonly string[]): Recognised | undefined {
  return ownRecords(header) ?? known(header);
}

/** Upper and lower case, spaces and punctuation make no difference between names of columns. */
export function plainName(column: string): string {
  return column.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}

/** Our own field names as columns. */
function ownRecords(header: readonly string[]): Recognised | undefined {
  if (!header.includes('type') || !header.includes('externalId')) return undefined;
  const columns = header.filter((column) => cellKindOf(column) !== undefined);
  return {
    name: 'records',
    sourceName: 'Import',
    type: null,
    columns: Object.fromEntries(columns.map((column) => [column, column])),
  };
}

function known(header: readonly string[]): Recognised | undefined {
  const byName = new Map(header.toReversed().map((column) => [plainName(column), column]));
  const found = (names: readonly string[]): string[] =>
    names.flatMap((name) => byName.get(plainName(name)) ?? []);
  const format = FORMATS.find(({ needs }) => needs.every((names) => found(names).length > 0));
  if (!format) return undefined;
  const columns = FIELD_NAMES.flatMap((field): [string, string][] => {
    const present = [...new Set(found(format.columns[field] ?? []))];
    return present.length === 0 ? [] : [[field, present.join('|')]];
  });
  const { name, sourceName, type } = format;
  return { name, sourceName, type, columns: Object.fromEntries(columns) };
}
