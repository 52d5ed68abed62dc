import { createHash } from 'node:crypto';
import { createReadStream, readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { parseImportOptions } from '@bellwether/connectors';
import type { ImportOptions } from '@bellwether/contracts';
import { told } from '../imports/import-query.js';
import { CannotRun } from '../start/cannot-run.js';
import { fileOfCaller } from './file-of-caller.js';

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
  const path = fileOfCaller(file);
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
    verdicts: fileOfCaller(given['verdicts'] ?? `${file}.verdicts.csv`),
    fingerprint: await fingerprintOf(path, JSON.stringify([options, source ?? null])),
  };
}

function sizeOf(path: string): number {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found?.isFile()) throw new CannotRun(`There is no file ${path}`);
  return found.size;
}

function optionsOf(given: Options): ImportOptions {
  const { mapping, dates, decimal, delimiter, encoding, currency, 'as-of': asOf } = given;
  const text = mapping?.endsWith('.json') ? textOf(fileOfCaller(mapping)) : mapping;
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
