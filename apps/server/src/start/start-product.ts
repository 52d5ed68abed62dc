import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Config } from '../config/load-config.js';
import { startEngines } from '../engines/start-engines.js';
import type { openLog } from '../logging/open-log.js';
import { threadOf } from '../scoring-thread/thread-of.js';
import type { Lifetime } from './run-until-stopped.js';

/**
 * Starts the engines and the server on them. The framework is read while the engines come up.
 * `program` is the address of the program's file, beside which lies that of the scoring thread.
 */
export async function startProduct(
  config: Config,
  log: ReturnType<typeof openLog>,
  lifetime: Lifetime,
  program: string,
): Promise<NestFastifyApplication> {
  const framework = import('./start-server.js');
  // Whoever fails first ends the run; the other must not be a second, unheard failure.
  framework.catch(() => undefined);
  const engines = await startEngines(config, log, lifetime.fail);
  lifetime.onStop('the engines', engines.stop);
  const { startServer } = await framework;
  return await startServer(config, engines, log, lifetime, { openThread: threadOf(program) });
}
