import { readConfig } from './config/read-config.js';
import { openLog } from './logging/open-log.js';
import { runUntilStopped } from './start/run-until-stopped.js';
import { startProduct } from './start/start-product.js';

const config = readConfig();
const log = openLog(config.logLevel);

await runUntilStopped(
  log,
  async (lifetime) => {
    const server = await startProduct(config, log, lifetime, import.meta.url);
    const { offerSetup } = await import('./setup/offer-setup.js');
    await offerSetup(server, config.publicUrl);
  },
  config.shutdownSeconds * 1_000,
);
