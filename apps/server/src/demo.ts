import { join } from 'node:path';
import { readConfig } from './config/read-config.js';
import { runDemo } from './demo/run-demo.js';
import { startEngines } from './engines/start-engines.js';
import { openLog } from './logging/open-log.js';
import { runUntilStopped } from './start/run-until-stopped.js';
import { startServer } from './start/start-server.js';

const given = readConfig();
// Beside your own data, never in it.
const config = { ...given, dataDir: join(given.dataDir, 'demo') };
// The terminal belongs to the status line; trouble is told all the same.
const log = openLog(process.env['LOG_LEVEL'] ? config.logLevel : 'warn');

await runUntilStopped(
  log,
  async (lifetime) => {
    const engines = await startEngines(config, log, lifetime.fail);
    lifetime.onStop('the engines', engines.stop);
    const server = await startServer(config, engines, log, lifetime);
    await runDemo(server, config, log, lifetime);
  },
  config.shutdownSeconds * 1_000,
);
