import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { buildApps } from './build-apps.mjs';
import { CannotContinue } from './cannot-continue.mjs';
import { check } from './check.mjs';
import { chromium, redis } from './programs.mjs';
import { installPackages } from './packages.mjs';
import { project } from './project.mjs';
import { runInFront } from './run-in-front.mjs';

/**
 * What each command needs, and what it then does; its exit code is ours.
 * @type {Record<string, (rest: string[]) => Promise<number>>}
 */
const commands = {
  demo: (rest) => runServer('demo', rest),
  start: (rest) => runServer('main', rest),
  bench: (rest) => runServer('bench', rest),
  'check-data': (rest) => runServer('check-data', rest),
  access: (rest) => runBuilt('access', rest),
  kpis: (rest) => runBuilt('kpis', rest),
  cli: (rest) => runBuilt('cli', rest),
  test: runTests,
  faults: (rest) => {
    process.env['FAULT_SECONDS'] ??= '10';
    process.env['FAULT_STILL_SECONDS'] ??= '30';
    return runTests(['--project', 'faults', '--project', 'overload', ...rest]);
  },
  build: async () => {
    await installPackages();
    await buildApps();
    return 0;
  },
  check: async (rest) => {
    await installPackages();
    return check(rest);
  },
};

/**
 * @param {string} name
 * @param {string[]} rest
 * @returns {Promise<number>}
 */
export async function runCommand(name, rest) {
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  try {
    if (command === undefined) {
      const known = Object.keys(commands).join(', ');
      throw new CannotContinue(`There is no command "${name}". There are: ${known}.`);
    }
    return await command(rest);
  } catch (error) {
    if (!(error instanceof CannotContinue)) throw error;
    process.stderr.write(`${error.message}\n`);
    return 1;
  }
}

/**
 * @param {string} entry
 * @param {string[]} rest
 */
async function runServer(entry, rest) {
  if (existsSync('.env')) process.loadEnvFile('.env');
  const given = process.env['REDIS_URL'];
  await allOf([
    installPackages(),
    given ? undefined : redis('or set REDIS_URL to a Redis of yours'),
  ]);
  return runBuilt(entry, rest);
}

/**
 * @param {string} entry
 * @param {string[]} rest
 */
async function runBuilt(entry, rest) {
  await installPackages();
  await buildApps();
  const file = join(project, 'dist', 'server', `${entry}.js`);
  if (!existsSync(file)) throw new CannotContinue(`There is no ${entry} in this version.`);
  return runInFront(['--enable-source-maps', file, ...rest], {
    cwd: process.cwd(),
    env: { NODE_ENV: 'production', ...process.env },
    isHeld: true,
  });
}

/** @param {string[]} rest */
async function runTests(rest) {
  // One after the other: the system's package manager does one thing at a time.
  const programs = redis().then(chromium);
  await allOf([installPackages(), programs]);
  await buildApps();
  const vitest = join(project, 'node_modules', 'vitest', 'vitest.mjs');
  return runInFront([vitest, 'run', ...rest], {
    cwd: project,
    env: { ...process.env, CHROMIUM_PATH: await programs },
    isHeld: false,
  });
}

/**
 * Waits for all of it before a failure is told: what was begun is finished, and the next start has it.
 * @param {unknown[]} work
 */
async function allOf(work) {
  const failed = (await Promise.allSettled(work)).find(({ status }) => status === 'rejected');
  if (failed) throw /** @type {PromiseRejectedResult} */ (failed).reason;
}
