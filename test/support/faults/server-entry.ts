import { Worker } from 'node:worker_threads';
import { readConfig } from '../../../apps/server/src/config/read-config.js';
import { startEngines } from '../../../apps/server/src/engines/start-engines.js';
import { FailPoints } from '../../../apps/server/src/fail-points/fail-points.js';
import { openLog } from '../../../apps/server/src/logging/open-log.js';
import { scoreInThread } from '../../../apps/server/src/scoring-thread/score-in-thread.js';
import type { OpenThread } from '../../../apps/server/src/scoring-thread/scoring-work.js';
import { runUntilStopped } from '../../../apps/server/src/start/run-until-stopped.js';
import { startServer } from '../../../apps/server/src/start/start-server.js';
import { failWhereTold, shareFailures } from './fail-where-told.js';

/** The server as `main` starts it, except that a test may tell it where to fail. */
export function serve(): void {
  const config = readConfig();
  const log = openLog(config.logLevel);
  shareFailures();
  const points = new FailPoints(failWhereTold());
  void runUntilStopped(
    log,
    async (lifetime) => {
      const engines = await startEngines(config, log, lifetime.fail);
      lifetime.onStop('the engines', engines.stop);
      const options = { points, openThread };
      const server = await startServer(config, engines, log, lifetime, options);
      process.stdout.write(`${JSON.stringify({ listening: await server.getUrl() })}\n`);
    },
    config.shutdownSeconds * 1_000,
  );
}

/** Its scoring thread; it fails where the server was told to. */
export function score(): void {
  void scoreInThread(new FailPoints(failWhereTold()));
}

/** The same file, booted the same way. */
const openThread: OpenThread = (workerData) => {
  const [, boot = '', file = ''] = process.argv;
  return new Worker(boot, { workerData, argv: [file] });
};
