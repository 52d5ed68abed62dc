import type { ImportContext, ImportPart, ImportRow, OpenImport } from '@bellwether/application';
import { ImportOptions, MOST_RECORDS } from '@bellwether/contracts';
import { firstIssue } from '../first-issue.js';
import type { RowContext } from './map-row.js';
import { mapRow } from './map-row.js';
import { planImport } from './plan.js';
import type { Rows } from './read-rows.js';
import { readRows, unreadableReason } from './read-rows.js';

/** Reads CSV files: of the common CRMs by themselves, others with a mapping. */
export const openImport: OpenImport = async (bytes, given, context) => {
  const parsed = ImportOptions.safeParse(given);
  if (!parsed.success) return { kind: 'refused', ...firstIssue(parsed.error) };
  const { data: options } = parsed;
  const counted = new CountedBytes(bytes);
  const delimiter = options.delimiter === 'tab' ? '\t' : options.delimiter;
  const file = await openRows(counted, { encoding: options.encoding, delimiter });
  if (typeof file === 'string') return { kind: 'refused', field: '', reason: file };
  const { rows, header } = file;
  const planned = planImport(header, options);
  if (planned.kind === 'refused') {
    await rows.rows.return();
    return planned;
  }
  const { type, columns } = planned;
  const plan = {
    ...planned.plan,
    encoding: rows.encoding,
    delimiter: rows.delimiter === '\t' ? 'tab' : rows.delimiter,
  };
  const rowContext = { type, columns, options, width: header.length, ...context };
  return { kind: 'opened', plan, parts: partsOf(rows, rowContext, counted) };
};

/** The rows and their header, or why there are none. */
async function openRows(
  bytes: AsyncIterable<Uint8Array>,
  given: Parameters<typeof readRows>[1],
): Promise<{ readonly rows: Rows; readonly header: readonly string[] } | string> {
  try {
    const rows = await readRows(bytes, given);
    const first = await rows.rows.next();
    if (first.done) return 'The file is empty';
    return { rows, header: first.value.map((name) => name.replace(/^\uFEFF/, '').trim()) };
  } catch (error) {
    const reason = unreadableReason(error, 0);
    if (reason === undefined) throw error;
    return reason;
  }
}

async function* partsOf(
  { rows }: Rows,
  context: RowContext & ImportContext,
  bytes: CountedBytes,
): AsyncGenerator<ImportPart, void, undefined> {
  let part: ImportRow[] = [];
  // The header is row 1.
  let row = 1;
  try {
    for await (const cells of rows) {
      row += 1;
      const mapped = mapRow(cells, row, context);
      if (mapped) part.push(mapped);
      if (part.length < MOST_RECORDS) continue;
      yield { kind: 'rows', rows: part, bytesRead: bytes.read };
      part = [];
    }
    if (part.length > 0) yield { kind: 'rows', rows: part, bytesRead: bytes.read };
  } catch (error) {
    const reason = unreadableReason(error, row);
    if (reason === undefined) throw error;
    if (part.length > 0) yield { kind: 'rows', rows: part, bytesRead: bytes.read };
    yield { kind: 'unreadable', reason };
  }
}

/** Knows how much of the bytes has been taken. */
class CountedBytes implements AsyncIterable<Uint8Array> {
  read = 0;

  constructor(private readonly bytes: AsyncIterable<Uint8Array>) {}

  async *[Symbol.asyncIterator](): AsyncGenerator<Uint8Array, void, undefined> {
    for await (const chunk of this.bytes) {
      this.read += chunk.length;
      yield chunk;
    }
  }
}
