import type { ImportPlan } from '@bellwether/application';
import type { ImportOptions } from '@bellwether/contracts';
import type { RecordType } from '@bellwether/domain';
import { FIELD_NAMES, cellKindOf, suits } from './fields.js';
import { plainName, recognise } from './recognise.js';

/** A field and where in a row it stands. */
export interface Column {
  readonly field: string;
  readonly name: string;
  /** Of each the cells with a space between; the first that is not empty counts. */
  readonly cells: readonly (readonly number[])[];
}

export type Planned =
  | {
      readonly kind: 'planned';
      readonly plan: Omit<ImportPlan, 'encoding' | 'delimiter'>;
      readonly type: RecordType | null;
      readonly columns: readonly Column[];
    }
  | { readonly kind: 'refused'; readonly field: string; readonly reason: string };

/** What is taken from which column: what the file is recognised as, and what was said besides. */
export function planImport(header: readonly string[], options: ImportOptions): Planned {
  const recognised = recognise(header);
  const type = options.type ?? (options.columns['type'] ? null : (recognised?.type ?? null));
  const mapped = { ...recognised?.columns, ...options.columns };
  if (options.type !== undefined) delete mapped['type'];
  const columns: Column[] = [];
  for (const [field, name] of Object.entries(mapped)) {
    if (name === '') continue;
    const isSaid = Object.hasOwn(options.columns, field);
    if (!isSaid && !suits(field, type)) continue;
    const problem = fieldProblem(field, type);
    if (problem !== undefined) return refused(problem);
    const cells = cellsOf(name, header);
    if (typeof cells === 'string') return refused(cells);
    columns.push({ field, name, cells });
  }
  const has = (...fields: string[]) => columns.some(({ field }) => fields.includes(field));
  if (type === null && !has('type')) return refused(unknownFile(header));
  const missing = missingColumn(type, has);
  if (missing !== undefined) return refused(missing);
  const used = new Set(columns.flatMap(({ cells }) => cells.flat()));
  return {
    kind: 'planned',
    type,
    columns,
    plan: {
      format: recognised?.name ?? 'a mapping of yours',
      sourceName: recognised?.sourceName ?? 'Import',
      type,
      columns: Object.fromEntries(columns.map(({ field, name }) => [field, name])),
      unused: header.filter((name, index) => !used.has(index) && name !== ''),
    },
  };
}

function fieldProblem(field: string, type: RecordType | null): string | undefined {
  if (cellKindOf(field) === undefined) {
    return `names a field "${field}" that there is not; there are: ${FIELD_NAMES.join(', ')}, custom.NAME`;
  }
  return suits(field, type) ? undefined : `names a field "${field}" that a ${type} does not have`;
}

/** Where the columns stand, or the name of the one that is not there. */
function cellsOf(name: string, header: readonly string[]): number[][] | string {
  const whole = indexOf(name, header);
  if (whole !== -1) return [[whole]];
  const cells: number[][] = [];
  for (const alternative of name.split('|')) {
    const exact = indexOf(alternative, header);
    const parts = exact === -1 ? alternative.split('+') : [alternative];
    const indexes = parts.map((part) => indexOf(part, header));
    const missing = parts[indexes.indexOf(-1)];
    if (missing !== undefined) {
      return `names a column "${missing.trim()}" that the file does not have; it has: ${header.join(', ').slice(0, 500)}`;
    }
    cells.push(indexes);
  }
  return cells;
}

function indexOf(name: string, header: readonly string[]): number {
  const exact = header.indexOf(name.trim());
  if (exact !== -1 || plainName(name) === '') return exact;
  return header.findIndex((column) => plainName(column) === plainName(name));
}

function missingColumn(
  type: RecordType | null,
  has: (...fields: string[]) => boolean,
): string | undefined {
  if ((type === 'deal' || type === 'lead') && !has('externalId')) {
    return `lacks a column with the id of each ${type}: add one to the export, or say which it is, e.g. mapping=externalId=Name`;
  }
  if (type === 'call' && !has('endedAt', 'at', 'startedAt')) return when('a call', 'endedAt');
  if (type === 'email' && !has('sentAt', 'at')) return when('an e-mail', 'sentAt');
  return undefined;
}

function when(what: string, field: string): string {
  return `lacks a column with the time of ${what}: say which it is, e.g. mapping=${field}=Date`;
}

function unknownFile(header: readonly string[]): string {
  return (
    `is needed: the columns are those of no export that is known (${header.join(', ').slice(0, 300)}). ` +
    'Say what the rows are and where things stand, e.g. mapping=type=deal,externalId=No,owner=Rep,amount=Total'
  );
}

function refused(reason: string): Planned {
  return { kind: 'refused', field: '/mapping', reason };
}
