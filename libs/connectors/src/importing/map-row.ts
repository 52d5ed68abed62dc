import type { ImportRow, ImportedPerson } from '@bellwether/application';
import type { ImportOptions } from '@bellwether/contracts';
import type { Instant, RecordType } from '@bellwether/domain';
import { CUSTOM } from '@bellwether/domain';
import { completed } from './complete-record.js';
import { FIELDS_OF, cellKindOf, typeOf } from './fields.js';
import type { Column } from './plan.js';
import { readCell } from './read-cell.js';
import { rowKey } from './row-key.js';

export interface RowContext {
  readonly type: RecordType | null;
  readonly columns: readonly Column[];
  readonly width: number;
  readonly options: ImportOptions;
  readonly timeZone: string;
  readonly now: Instant;
}

/** What the cells of a row say, before it is known what a record of that kind is made of. */
export type Values = Record<string, unknown>;

type Outcome =
  | { readonly kind: 'values'; readonly values: Values; readonly typeWord: string | null }
  | { readonly kind: 'refused'; readonly reason: string };

/** Turns a row into a canonical record; undefined for an empty one. The same row ends the same, always. */
export function mapRow(
  cells: readonly string[],
  row: number,
  context: RowContext,
): ImportRow | undefined {
  if (cells.every((cell) => cell.trim() === '')) return undefined;
  if (cells.length === 1 && context.width > 1) {
    return { kind: 'ignored', row, record: '', reason: 'has one cell only: no record' };
  }
  if (cells.length !== context.width) {
    const reason = `has ${cells.length} cells, the header ${context.width}: check quotation marks and the delimiter`;
    return { kind: 'refused', row, record: '', reason };
  }
  const outcome = readCells(cells, context);
  if (outcome.kind === 'refused') return { ...outcome, row, record: '' };
  const { values, typeWord } = outcome;
  const type = context.type ?? (typeWord === null ? undefined : typeOf(typeWord));
  if (type === undefined) {
    const word = typeWord === null ? 'nothing' : `"${typeWord.slice(0, 40)}"`;
    return { kind: 'ignored', row, record: '', reason: `is ${word}: nothing that is counted` };
  }
  return recordOf(type, values, row, context);
}

function recordOf(type: RecordType, values: Values, row: number, context: RowContext): ImportRow {
  const complete = completed(type, values, context);
  const body: Values = { type };
  for (const field of FIELDS_OF[type]) {
    if (field !== 'type' && complete[field] !== undefined) body[field] = complete[field];
  }
  const custom = customOf(complete, context);
  if (custom) body['custom'] = custom;
  // What has no id of its own is named by all that it says.
  if (body['externalId'] === undefined) body['externalId'] = rowKey(JSON.stringify(body));
  return {
    kind: 'record',
    row,
    record: `${type} ${String(body['externalId'])}`,
    body: JSON.stringify(body),
    owner: (body['owner'] as ImportedPerson | undefined) ?? null,
  };
}

/** Fields of one's own, by their own names. */
function customOf(values: Values, { columns }: RowContext): Values | undefined {
  const named = columns.flatMap(({ field }): [string, unknown][] =>
    field.startsWith(CUSTOM) && values[field] !== undefined
      ? [[field.slice(CUSTOM.length), values[field]]]
      : [],
  );
  return named.length > 0 ? Object.fromEntries(named) : undefined;
}

function readCells(cells: readonly string[], context: RowContext): Outcome {
  const values: Values = {};
  let typeWord: string | null = null;
  for (const column of context.columns) {
    const text = textOf(cells, column);
    if (text === '') continue;
    const { field } = column;
    if (field === 'type') {
      typeWord = text;
      continue;
    }
    const reading = readCell(cellKindOf(field) ?? 'text', text, context);
    if (!reading.ok) return { kind: 'refused', reason: `${column.name}: ${reading.reason}` };
    values[field] = reading.value;
  }
  return { kind: 'values', values, typeWord };
}

function textOf(cells: readonly string[], column: Column): string {
  for (const indexes of column.cells) {
    const [only = -1] = indexes;
    const text =
      indexes.length === 1
        ? (cells[only]?.trim() ?? '')
        : indexes
            .map((index) => cells[index]?.trim() ?? '')
            .join(' ')
            .trim();
    if (text !== '') return text;
  }
  return '';
}
