import { parseArgs } from 'node:util';
import { CannotRun } from '../apps/server/src/start/cannot-run.js';

export interface BenchOptions {
  /** Where to write the lines as JSON. */
  readonly json: string | undefined;
  /** The only figure to measure. */
  readonly only: string | undefined;
  /** A folder for CPU profiles of the servers. */
  readonly profile: string | undefined;
}

/** Reads the command line; `names` are the figures there are. */
export function readOptions(args: readonly string[], names: readonly string[]): BenchOptions {
  const { json, only, profile } = parse(args);
  if (only !== undefined && !names.includes(only)) {
    throw new CannotRun(`There is no figure "${only}". There are: ${names.join(', ')}.`);
  }
  return { json, only, profile };
}

function parse(args: readonly string[]) {
  const text = { type: 'string' } as const;
  try {
    return parseArgs({ args: [...args], options: { json: text, only: text, profile: text } })
      .values;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new CannotRun(`${reason}\nUse: npm run bench -- [--only NAME] [--json FILE]`);
  }
}
