import { parseArgs } from 'node:util';
import { CannotRun } from '../apps/server/src/start/cannot-run.js';

export interface BenchOptions {
  /** Where to write the lines as JSON. */
  readonly json: string | undefined;
  /** The only figure to measure. */
  readonly only: string | undefined;
  /** A folder for CPU profiles of the servers. */
  readonly profile: string | undefined;
  /** How many records of the past are counted anew. */
  readonly history: number;
}

/** The whole bench is to be over in ten minutes. */
const HISTORY = 50_000;

/** Reads the command line; `names` are the figures there are. */
export function readOptions(args: readonly string[], names: readonly string[]): BenchOptions {
  const { json, only, profile, history } = parse(args);
  if (only !== undefined && !names.includes(only)) {
    throw new CannotRun(`There is no figure "${only}". There are: ${names.join(', ')}.`);
  }
  const records = Number(history ?? HISTORY);
  if (!Number.isSafeInteger(records) || records < 1) {
    throw new CannotRun(`"${history}" is no number of records.`);
  }
  return { json, only, profile, history: records };
}

function parse(args: readonly string[]) {
  const text = { type: 'string' } as const;
  try {
    return parseArgs({
      args: [...args],
      options: { json: text, only: text, profile: text, history: text },
    }).values;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new CannotRun(
      `${reason}\nUse: npm run bench -- [--only NAME] [--json FILE] [--history RECORDS]`,
    );
  }
}
