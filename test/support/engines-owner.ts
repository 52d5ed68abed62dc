import { startEngines } from '../../apps/server/src/engines/start-engines.js';
import { runUntilStopped } from '../../apps/server/src/start/run-until-stopped.js';

/** A server that has engines and nothing else, as a process that tests may kill: `node … <data folder>`. */
const [, , dataDir = ''] = process.argv;
const say = (story: object): void => void process.stdout.write(`${JSON.stringify(story)}\n`);
const log = {
  info: (info: string) => say({ info }),
  warn: (warn: string) => say({ warn }),
  error: (error: string, fields?: object) => say({ error, ...fields }),
};

await runUntilStopped(log, async (lifetime) => {
  const config = {
    dataDir,
    port: 4321,
    databaseUrl: process.env['DATABASE_URL'],
    redisUrl: process.env['REDIS_URL'],
  };
  const engines = await startEngines(config, log, lifetime.fail);
  lifetime.onStop('the engines', (hurry) => engines.stop(hurry));
  if (process.env['HANGS']) lifetime.onStop('what hangs', () => new Promise(() => undefined));
  say({ up: { databaseUrl: engines.databaseUrl, redisUrl: engines.redisUrl } });
});
