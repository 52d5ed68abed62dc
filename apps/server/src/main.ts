import { readConfig } from './config/read-config.js';
import { startEngines } from './engines/start-engines.js';
import { openLog } from './logging/open-log.js';
import { offerSetup } from './setup/offer-setup.js';
import { runUntilStopped } from './start/run-until-stopped.js';
import { startServer } from './start/start-server.js';

const config = readConfig();
const log = openLog(config.logLevel);

await runUntilStopped(
  log,
  async (lifetime) => {
    const engines = await startEngines(config, log, lifetime.fail);
    lifetime.onStop('the engines', engines.stop);
    const server = await startServer(config, engines, log, lifetime);
    await offerSetup(server, config.publicUrl);
  },
  config.shutdownSeconds * 1_000,
);
