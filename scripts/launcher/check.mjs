import { writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { audit } from './audit.mjs';
import { buildApps } from './build-apps.mjs';
import { CannotContinue } from './cannot-continue.mjs';
import { inParallel } from './in-parallel.mjs';
import { project } from './project.mjs';
import { runQuietly } from './run-quietly.mjs';

/** What the tests do not see. The walls between the parts are tests. */
const CHECKS = [
  { name: 'format', command: bin('prettier/bin/prettier.cjs', '--check', '.') },
  { name: 'lint', command: bin('oxlint/bin/oxlint', '--deny-warnings') },
  { name: 'types', command: bin('typescript/bin/tsc', '-p', 'tsconfig.json') },
  {
    name: 'types of the browser tests',
    command: bin('typescript/bin/tsc', '-p', 'test/e2e/tsconfig.json'),
  },
  {
    name: 'types of the screens',
    command: bin(
      'svelte-check/bin/svelte-check',
      '--tsconfig',
      'tsconfig.web.json',
      '--fail-on-warnings',
    ),
  },
  { name: 'unused code', command: bin('knip/bin/knip.js') },
];

/**
 * Runs every check, also after one has failed, and shows what the failed ones said.
 * @param {string[]} rest `--results <file>` writes the outcome there, for the tally
 * @returns {Promise<number>}
 */
export async function check(rest) {
  const outcomes = await inParallel(
    [
      build,
      knownWeaknesses,
      ...CHECKS.map(
        ({ name, command }) =>
          () =>
            run(name, command),
      ),
    ],
    availableParallelism(),
  );
  const [flag, file] = rest;
  if (flag === '--results' && file) writeFileSync(file, JSON.stringify(outcomes));
  return outcomes.every(({ ok }) => ok) ? 0 : 1;
}

/**
 * @param {string} name
 * @param {string[]} command
 */
async function run(name, command) {
  const { ok, output } = await runQuietly(command);
  return tell(name, ok, output);
}

async function knownWeaknesses() {
  const name = 'known weaknesses of packages';
  const { ok, skipped, output } = await audit();
  if (skipped === undefined) return tell(name, ok, output);
  process.stdout.write(`skipped: ${name}: ${skipped}\n`);
  return { name, ok };
}

async function build() {
  try {
    await buildApps();
    return tell('build', true, '');
  } catch (error) {
    if (!(error instanceof CannotContinue)) throw error;
    return tell('build', false, error.message);
  }
}

/**
 * @param {string} name
 * @param {boolean} ok
 * @param {string} output
 */
function tell(name, ok, output) {
  process.stdout.write(ok ? `passes: ${name}\n` : `FAILS: ${name}\n${output.trimEnd()}\n`);
  return { name, ok };
}

/**
 * @param {string} script
 * @param {string[]} args
 */
function bin(script, ...args) {
  return [process.execPath, join(project, 'node_modules', script), ...args];
}
