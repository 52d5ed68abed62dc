import type { Config } from '../config/load-config.js';
import { aboutWrongKey } from '../secret-key/wrong-key.js';
import { CannotRun } from '../start/cannot-run.js';
import { backup } from './backup.js';
import type { Command } from './command.js';
import { givenTo } from './given.js';
import { importFile } from './import-file.js';
import { openContext } from './open-context.js';
import { parked } from './parked.js';
import { rebuild } from './rebuild.js';
import { replay } from './replay.js';
import { rescore } from './rescore.js';
import { reseal } from './reseal.js';
import { restore } from './restore.js';
import { verify } from './verify.js';

const COMMANDS: Readonly<Record<string, Command>> = {
  import: importFile,
  rebuild,
  rescore,
  verify,
  parked,
  replay,
  backup,
  restore,
  reseal,
};

/** Runs a command of the command line tool. Answers the exit code. */
export async function runCommand(config: Config, args: readonly string[]): Promise<number> {
  const [name = 'help', ...rest] = args;
  const command = COMMANDS[name];
  if (!command) {
    process.stdout.write(`${usage()}\n`);
    return name === 'help' ? 0 : 1;
  }
  try {
    const context = await openContext(config, givenTo(name, command, rest));
    try {
      return (await command.run(context)) ? 0 : 1;
    } finally {
      await context.close();
    }
  } catch (thrown) {
    const error = aboutWrongKey(thrown);
    if (!isForPeople(error)) throw error;
    process.stderr.write(`${error.message}\n`);
    return 1;
  }
}

function isForPeople(error: unknown): error is Error {
  const code = (error as { readonly code?: unknown }).code;
  return (
    error instanceof CannotRun || (typeof code === 'string' && code.startsWith('ERR_PARSE_ARGS'))
  );
}

function usage(): string {
  const lines = Object.entries(COMMANDS).flatMap(([name, { summary, operand, options, flags }]) => [
    `  ${name.padEnd(10)} ${summary}`,
    ...(operand === undefined ? [] : [`             ${name} ${operand}`]),
    ...Object.entries(options).map(([option, about]) => `             --${option}=…  ${about}`),
    ...Object.entries(flags ?? {}).map(([flag, about]) => `             --${flag}  ${about}`),
  ]);
  return [
    'Usage: npm run bellwether -- COMMAND',
    '',
    ...lines,
    '',
    '  --organisation=ID with any of them: only that organisation.',
  ].join('\n');
}
