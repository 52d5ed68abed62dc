import { existsSync, readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';

export type Row = Readonly<Record<string, string>>;

/** The rows of a CSV file by the names in its first line; undefined when there is no such file. */
export function readCsv(path: string): readonly Row[] | undefined {
  if (!existsSync(path)) return undefined;
  return parse(readFileSync(path, 'utf8'), { columns: true, bom: true, skip_empty_lines: true });
}
