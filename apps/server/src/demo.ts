import { join } from 'node:path';
import { readConfig } from './config/read-config.js';
import { openLog } from './logging/open-log.js';
import { runUntilStopped } from './start/run-until-stopped.js';
import { startProduct } from './start/start-product.js';

const given = readConfig();
// Beside your own data, never in it.
const config = { ...given, dataDir: join(given.dataDir, 'demo') };
// The terminal belongs to the status line; trouble is told all the same.
const log = openLog(process.env['LOG_LEVEL'] ? config.logLevel : 'warn');

await runUntilStopped(
  log,
  async (lifetime) => {
    const server = await startProduct(config, log, lifetime, import.meta.url);
    const { runDemo } = await import('./demo/run-demo.js');
    await runDemo(server, config, log, lifetime);
  },
  config.shutdownSeconds * 1_000,
);
