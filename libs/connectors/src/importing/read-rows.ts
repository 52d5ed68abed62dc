import { parse } from 'csv-parse';
import type { Encoding } from './decode-text.js';
import { decodeText } from './decode-text.js';

const DELIMITERS = [',', ';', '\t', '|'] as const;
export type Delimiter = (typeof DELIMITERS)[number];

/** The most characters of one row: what is longer is a quotation mark that nobody closed. */
const MOST_CHARACTERS = 200_000;
/** Where a header must have ended. */
const HEADER_CHARACTERS = 65_536;

export interface Rows {
  readonly encoding: Encoding;
  readonly delimiter: Delimiter;
  /** The header first. Throws what `unreadableReason` explains. */
  readonly rows: AsyncGenerator<readonly string[], void, undefined>;
}

/** The rows of a CSV file as it streams by. */
export async function readRows(
  bytes: AsyncIterable<Uint8Array>,
  given: { readonly encoding?: Encoding | undefined; readonly delimiter?: Delimiter | undefined },
): Promise<Rows> {
  const { encoding, texts } = await decodeText(bytes, given.encoding);
  let start = '';
  while (start.length < HEADER_CHARACTERS && !/[\r\n]/.test(unquoted(start))) {
    const next = await texts.next();
    if (next.done) break;
    start += next.value;
  }
  const delimiter = given.delimiter ?? delimiterOf(start);
  return { encoding, delimiter, rows: parsedRows(startingWith(start, texts), delimiter) };
}

type Row = readonly string[];

async function* parsedRows(
  texts: AsyncIterable<string>,
  delimiter: Delimiter,
): AsyncGenerator<Row, void, undefined> {
  let parsed: Row[] = [];
  const parser = parse({
    delimiter,
    relax_column_count: true,
    relax_quotes: true,
    max_record_size: MOST_CHARACTERS,
    // Rows are taken at once, so that those before an error are not lost with it.
    on_record: (row: string[]) => void parsed.push(row),
  });
  const ended = new Promise<unknown>((resolve) => {
    parser.once('error', resolve).once('finish', () => resolve(undefined));
  });
  let error: unknown;
  for await (const text of texts) {
    error = await new Promise((resolve) => parser.write(text, resolve));
    const rows = parsed;
    parsed = [];
    yield* rows;
    if (error) break;
  }
  if (!error) {
    parser.end();
    error = await ended;
    yield* parsed;
  }
  if (error) throw error;
}

/** Why the rows end before the file does; `row` is the last that was read. */
export function unreadableReason(error: unknown, row: number): string | undefined {
  const { code } = error as { readonly code?: unknown };
  if (code === 'ERR_ENCODING_INVALID_ENCODED_DATA') {
    return `after row ${row}: the bytes are not of the encoding; save the file as UTF-8, or say encoding=windows-1252`;
  }
  if (code === 'CSV_QUOTE_NOT_CLOSED') {
    return `after row ${row}: a quotation mark is opened and never closed`;
  }
  if (code === 'CSV_MAX_RECORD_SIZE') {
    return `after row ${row}: a row is longer than ${MOST_CHARACTERS} characters; probably a quotation mark is not closed`;
  }
  return typeof code === 'string' && code.startsWith('CSV_')
    ? `after row ${row}: ${(error as Error).message}`
    : undefined;
}

async function* startingWith(
  start: string,
  rest: AsyncIterable<string>,
): AsyncGenerator<string, void, undefined> {
  if (start !== '') yield start;
  yield* rest;
}

/** The one that stands most often in the first line; a comma when none does. */
function delimiterOf(start: string): Delimiter {
  const [line = ''] = unquoted(start).split(/[\r\n]/);
  const count = (delimiter: string) => line.split(delimiter).length;
  return DELIMITERS.reduce((best, next) => (count(next) > count(best) ? next : best));
}

function unquoted(text: string): string {
  return text.replace(/"[^"]*("|$)/g, '');
}
