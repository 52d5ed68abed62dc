import type { SignedRequest } from '../ports/connector.js';
import type { ImportRow } from '../ports/import-reader.js';

export type RecordRow = Extract<ImportRow, { kind: 'record' }>;

/** Rows as the delivery that a sender of the same records would make. */
export function importRequest(rows: readonly RecordRow[]): SignedRequest {
  return {
    method: 'POST',
    url: '',
    headers: { 'content-type': 'application/x-ndjson' },
    body: Buffer.from(rows.map(({ body }) => body).join('\n')),
  };
}

export function isRecord(row: ImportRow): row is RecordRow {
  return row.kind === 'record';
}
