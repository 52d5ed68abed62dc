import { createHash } from 'node:crypto';
import { createReadStream, readFileSync, statSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { parseImportOptions } from '@bellwether/connectors';
import type { ImportOptions } from '@bellwether/contracts';
import { told } from '../imports/import-query.js';
import { CannotRun } from '../start/cannot-run.js';

export interface FileToImport {
  readonly path: string;
  readonly name: string;
  readonly bytes: number;
  readonly options: ImportOptions;
  readonly source: number | undefined;
  readonly verdicts: string;
  /** The same file read the same way has the same. */
  readonly fingerprint: string;
}

type Options = Readonly<Record<string, string | undefined>>;

/** @throws CannotRun when it is not there or an option is wrong. */
export async function fileToImport(file: string, given: Options): Promise<FileToImport> {
  const path = inFolderOfCaller(file);
  const bytes = sizeOf(path);
  const options = optionsOf(given);
  const source = given['source'] === undefined ? undefined : Number(given['source']);
  if (source !== undefined && !Number.isSafeInteger(source)) {
    throw new CannotRun('--source is the number of a source, e.g. --source=3');
  }
  return {
    path,
    name: basename(path),
    bytes,
    options,
    source,
    verdicts: inFolderOfCaller(given['verdicts'] ?? `${file}.verdicts.csv`),
    fingerprint: await fingerprintOf(path, JSON.stringify([options, source ?? null])),
  };
}

/** npm runs us in the project's folder; people name files from where they are. */
function inFolderOfCaller(file: string): string {
  return resolve(process.env['INIT_CWD'] ?? process.cwd(), file);
}

function sizeOf(path: string): number {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found?.isFile()) throw new CannotRun(`There is no file ${path}`);
  return found.size;
}

function optionsOf(given: Options): ImportOptions {
  const { mapping, dates, decimal, delimiter, encoding, currency, 'as-of': asOf } = given;
  const text = mapping?.endsWith('.json') ? textOf(inFolderOfCaller(mapping)) : mapping;
  const single = { dates, decimal, delimiter, encoding, currency, asOf };
  const parsed = parseImportOptions(text, single);
  if (parsed.kind === 'wrong') throw new CannotRun(`--${told(parsed)}`);
  return parsed.options;
}

function textOf(path: string): string {
  sizeOf(path);
  return readFileSync(path, 'utf8');
}

async function fingerprintOf(path: string, reading: string): Promise<string> {
  const hash = createHash('sha256').update(reading);
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  return hash.digest('hex');
}
