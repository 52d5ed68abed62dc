import { PostgresDirectories } from '@bellwether/persistence';
import { NestFactory } from '@nestjs/core';
import type { Config } from '../config/load-config.js';
import { readRunning } from '../engines/running-record.js';
import { startEngines } from '../engines/start-engines.js';
import { nestLogger, openLog } from '../logging/open-log.js';
import { openStores } from '../stores/open-stores.js';
import type { CommandContext } from './command.js';
import type { Given } from './given.js';
import { CommandModule } from './command.module.js';

/** Connects to the engines of the server that runs on this data folder, or starts them for a moment. */
export async function openContext(
  config: Config,
  { options, operand, flags }: Given,
): Promise<CommandContext & { close(): Promise<void> }> {
  const log = openLog(config.logLevel === 'info' ? 'warn' : config.logLevel);
  const running = readRunning(config.dataDir);
  const engines = running ?? (await startEngines(config, log, () => undefined));
  const stores = await openStores(engines, log);
  const app = await NestFactory.createApplicationContext(
    CommandModule.forRoot(stores, config, log),
    { logger: nestLogger(log), abortOnError: false },
  );
  const all = await app.get(PostgresDirectories).all();
  const { organisation } = options;
  return {
    app,
    databaseUrl: engines.databaseUrl,
    options,
    operand,
    flags,
    organisations: all.filter((id) => organisation === undefined || String(id) === organisation),
    say: (line) => void process.stdout.write(`${line}\n`),
    progress: (line) => void (process.stdout.isTTY && process.stdout.write(`\r${line}\u001b[K\r`)),
    close: async () => {
      await app.close();
      await stores.close();
      if ('stop' in engines) await engines.stop();
    },
  };
}
