import { readConfig } from '../../apps/server/src/config/read-config.js';
import { openLog } from '../../apps/server/src/logging/open-log.js';
import { runUntilStopped } from '../../apps/server/src/start/run-until-stopped.js';
import { startProduct } from '../../apps/server/src/start/start-product.js';

/** The product as it is started, which also says where it listens. */
const config = readConfig();
const log = openLog(config.logLevel);

await runUntilStopped(
  log,
  async (lifetime) => {
    const server = await startProduct(config, log, lifetime, import.meta.url);
    process.stdout.write(`${JSON.stringify({ url: await server.getUrl() })}\n`);
  },
  config.shutdownSeconds * 1_000,
);
