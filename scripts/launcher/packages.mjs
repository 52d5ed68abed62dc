import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { CannotContinue } from './cannot-continue.mjs';
import { installedAsLocked } from './installed-as-locked.mjs';
import { withProgress } from './progress.mjs';
import { project } from './project.mjs';
import { runQuietly } from './run-quietly.mjs';

const modules = join(project, 'node_modules');
/** With NODE_ENV=production, npm would leave out what the build needs. */
const OPTIONS = ['--include=dev', '--no-progress'];
/** Says for which package-lock.json the packages were installed. */
const stamp = join(modules, '.bellwether', 'packages');

/** Sees to it that the packages are those of package-lock.json. */
export async function installPackages() {
  const lock = readText(join(project, 'package-lock.json')) ?? '';
  const wanted = `${createHash('sha256').update(lock).digest('hex')} ${process.platform}-${process.arch}`;
  if (readText(stamp) === wanted) return;
  // Somebody may have run npm by hand, and right.
  const installed = readText(join(modules, '.package-lock.json'));
  if (installed === undefined || !installedAsLocked(JSON.parse(lock), JSON.parse(installed))) {
    await withProgress('Installs packages', install);
  }
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, wanted);
}

async function install() {
  rmSync(stamp, { force: true });
  let { ok, output } = await runQuietly([...npm(), 'ci', ...OPTIONS]);
  if (!ok && output.includes('package-lock.json or npm-shrinkwrap.json are in sync')) {
    // A lock written where packages for other systems could not be had lacks them, and `npm ci` takes
    // offence. The versions in it hold all the same, and it stays as it is.
    ({ ok, output } = await runQuietly([...npm(), 'install', '--no-save', ...OPTIONS]));
  }
  if (ok) return;
  throw new CannotContinue(`${output.trimEnd()}\nnpm cannot install the packages: see above.`);
}

/** The npm we were started by, else the one on the PATH. */
function npm() {
  const script = process.env['npm_execpath'];
  return script && basename(script).startsWith('npm') ? [process.execPath, script] : ['npm'];
}

/**
 * @param {string} file
 * @returns {string | undefined}
 */
function readText(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
