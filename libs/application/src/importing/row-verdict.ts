import type { Verdict } from '../intake/accept-delivery.js';
import type { ImportRow } from '../ports/import-reader.js';
import type { ImportCounts } from '../ports/imports.js';
import { csvCell } from './csv-cell.js';

/** What became of a row of a file, or would. */
export interface RowVerdict {
  readonly row: number;
  /** `parked`: kept, but nobody is known by that name yet. */
  readonly verdict: 'accepted' | 'parked' | 'duplicate' | 'ignored' | 'refused';
  readonly reason: string;
  /** E.g. `deal D-17`. */
  readonly record: string;
}

/** `isKnown` tells whether somebody goes by the owner's name or address. */
export function rowVerdict(
  row: Extract<ImportRow, { kind: 'record' }>,
  verdict: Verdict,
  isKnown: (row: Extract<ImportRow, { kind: 'record' }>) => boolean,
): RowVerdict {
  const about = { row: row.row, record: row.record };
  switch (verdict.kind) {
    case 'refused': {
      const field = verdict.field.slice(1).replaceAll('/', '.');
      return { ...about, verdict: 'refused', reason: `${field} ${verdict.reason}`.trim() };
    }
    case 'duplicate':
      return { ...about, verdict: 'duplicate', reason: 'was here before; it counts once' };
    case 'ignored':
      return { ...about, verdict: 'ignored', reason: '' };
    case 'accepted':
      return isKnown(row)
        ? { ...about, verdict: 'accepted', reason: '' }
        : { ...about, verdict: 'parked', reason: `${ownerOf(row)} is nobody's: say who that is` };
  }
}

function ownerOf({ owner }: Extract<ImportRow, { kind: 'record' }>): string {
  if (owner === null) return 'The owner';
  return 'email' in owner ? owner.email : owner.id;
}

export const NO_ROWS: ImportCounts = {
  rows: 0,
  accepted: 0,
  parked: 0,
  duplicates: 0,
  ignored: 0,
  refused: 0,
};

const COUNTED = {
  accepted: 'accepted',
  parked: 'parked',
  duplicate: 'duplicates',
  ignored: 'ignored',
  refused: 'refused',
} as const satisfies Record<RowVerdict['verdict'], keyof ImportCounts>;

export function counted(before: ImportCounts, verdicts: readonly RowVerdict[]): ImportCounts {
  const counts = { ...before, rows: before.rows + verdicts.length };
  for (const { verdict } of verdicts) counts[COUNTED[verdict]] += 1;
  return counts;
}

/** The first line of a verdict file. */
export const VERDICT_HEADER = 'row,verdict,reason,record\n';

/** Verdicts as lines of CSV. */
export function verdictLines(verdicts: readonly RowVerdict[]): string {
  return verdicts
    .map(
      ({ row, verdict, reason, record }) =>
        `${row},${verdict},${csvCell(reason)},${csvCell(record)}\n`,
    )
    .join('');
}
