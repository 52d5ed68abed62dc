import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { CannotContinue } from './cannot-continue.mjs';
import { installation } from './installation.mjs';
import { withProgress } from './progress.mjs';
import { runQuietly } from './run-quietly.mjs';

/** Where package managers put programs and the PATH of a service or an editor does not look. */
const MORE_FOLDERS = ['/usr/local/bin', '/usr/bin', '/usr/sbin', '/opt/homebrew/bin'];

/**
 * Sees to it that there is a Redis or Valkey server to start. The server finds it by the same names.
 * @param {string} [otherwise] what else a person could do
 */
export async function redis(otherwise) {
  const find = () => findProgram(['redis-server', 'valkey-server']);
  return find() ?? install('Redis', find, otherwise);
}

/** Sees to it that there is a browser for the tests, and tells which. */
export async function chromium() {
  const given = process.env['CHROMIUM_PATH'];
  if (given) {
    if (isExecutable(given)) return given;
    throw new CannotContinue(`CHROMIUM_PATH is "${given}", which is no program. Correct it.`);
  }
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
  const app = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';
  const find = () => findProgram(names) ?? (isExecutable(app) ? app : undefined);
  return find() ?? install('Chromium', find, 'or set CHROMIUM_PATH to a Chromium or Chrome');
}

/**
 * @param {import('./installation.mjs').Program} program
 * @param {() => string | undefined} find
 * @param {string} [otherwise]
 * @returns {Promise<string>}
 */
async function install(program, find, otherwise) {
  const { attempts, typed } = installation(program, {
    has: (name) => findProgram([name]) !== undefined,
    isRoot: process.getuid?.() === 0,
    maySudo: spawnSync('sudo', ['-n', 'true'], { stdio: 'ignore' }).status === 0,
  });
  const output =
    attempts.length > 0 ? await withProgress(`Installs ${program}`, () => attempt(attempts)) : '';
  const found = find();
  if (found !== undefined) return found;
  const way = typed ? `Type: ${typed}` : 'Install it by the means of your system';
  const other = otherwise ? ` (${otherwise})` : '';
  throw new CannotContinue(`${output}${program} is missing. ${way}${other}.`);
}

/**
 * @param {string[][][]} attempts
 * @returns {Promise<string>} what the failed ones printed, or nothing
 */
async function attempt(attempts) {
  let printed = '';
  for (const commands of attempts) {
    // A list of packages that cannot be refreshed in full may still have this one.
    for (const command of commands.slice(0, -1)) await runQuietly(command);
    const { ok, output } = await runQuietly(commands.at(-1) ?? []);
    if (ok) return '';
    printed += output;
  }
  return printed;
}

/**
 * @param {string[]} names
 * @returns {string | undefined}
 */
function findProgram(names) {
  const folders = [
    ...(process.env['PATH'] ?? '').split(delimiter).filter(Boolean),
    ...MORE_FOLDERS,
  ];
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find(isExecutable);
}

/** @param {string} file */
function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
