import { parseArgs } from 'node:util';
import { CannotRun } from '../start/cannot-run.js';
import type { Command } from './command.js';

/** What was typed after the command's name. */
export interface Given {
  readonly options: Readonly<Record<string, string | undefined>>;
  readonly operand: string | null;
  readonly flags: ReadonlySet<string>;
}

/** @throws CannotRun, or an error of the argument parser, that says what to type. */
export function givenTo(name: string, command: Command, args: readonly string[]): Given {
  const options = [...Object.keys(command.options), 'organisation'];
  const flags = Object.keys(command.flags ?? {});
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: command.operand !== undefined,
    options: {
      ...Object.fromEntries(options.map((option) => [option, { type: 'string' as const }])),
      ...Object.fromEntries(flags.map((flag) => [flag, { type: 'boolean' as const }])),
    },
  });
  const expected = command.operand === undefined ? 0 : 1;
  if (positionals.length !== expected) {
    throw new CannotRun(`Type: npm run bellwether -- ${name} ${command.operand}`);
  }
  const given = Object.entries(values);
  return {
    operand: positionals[0] ?? null,
    options: Object.fromEntries(
      given.flatMap(([key, value]) => (typeof value === 'string' ? [[key, value]] : [])),
    ),
    flags: new Set(given.flatMap(([key, value]) => (value === true ? [key] : []))),
  };
}
