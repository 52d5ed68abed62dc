import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { CannotContinue } from './cannot-continue.mjs';
import { inParallel } from './in-parallel.mjs';
import { withProgress } from './progress.mjs';
import { project } from './project.mjs';
import { runQuietly } from './run-quietly.mjs';
import { sourcesHash } from './sources-hash.mjs';

const APPS = ['server', 'tv', 'manager', 'scorecard'];
/** What all of them are made of. */
const SHARED = ['libs', 'package-lock.json', 'package.json', 'tsconfig.base.json', 'tsconfig.json'];
/** What else one of them is made of. */
const MORE = { server: ['bench'], tv: [], manager: [], scorecard: [] };

/** Builds the apps whose sources differ from those they were last built from. */
export async function buildApps() {
  const shared = sourcesHash(project, [...SHARED, 'tsconfig.web.json']);
  const stale = APPS.filter((app) => existsSync(join(project, 'apps', app, 'vite.config.ts')))
    .map((app) => ({
      app,
      hash: `${shared} ${sourcesHash(project, [`apps/${app}`, ...more(app)])}`,
    }))
    .filter(({ app, hash }) => readStamp(app) !== hash);
  if (stale.length === 0) return;

  const names = stale.map(({ app }) => app).join(', ');
  const failures = await withProgress(`Builds ${names}`, async () => {
    const builds = stale.map(
      ({ app, hash }) =>
        () =>
          build(app, hash),
    );
    const results = await inParallel(builds, availableParallelism());
    return results.filter((story) => story !== undefined);
  });
  if (failures.length > 0) throw new CannotContinue(failures.join('\n'));
}

/**
 * @param {string} app
 * @param {string} hash
 * @returns {Promise<string | undefined>} what went wrong
 */
async function build(app, hash) {
  rmSync(stampOf(app), { force: true });
  const vite = join(project, 'node_modules', 'vite', 'bin', 'vite.js');
  const { ok, output } = await runQuietly([process.execPath, vite, 'build', `apps/${app}`], {
    ...process.env,
    NODE_ENV: 'production',
  });
  if (!ok) return `${output.trimEnd()}\nThe build of apps/${app} failed: see above.`;
  mkdirSync(join(stampOf(app), '..'), { recursive: true });
  writeFileSync(stampOf(app), hash);
  return undefined;
}

/** @param {string} app */
function more(app) {
  return /** @type {Record<string, string[]>} */ (MORE)[app] ?? [];
}

/** @param {string} app */
function readStamp(app) {
  return existsSync(stampOf(app)) ? readFileSync(stampOf(app), 'utf8') : undefined;
}

/** @param {string} app */
function stampOf(app) {
  return join(project, 'dist', '.built', app);
}
