import { once } from 'node:events';
import type { MessagePort } from 'node:worker_threads';
import { parentPort, workerData } from 'node:worker_threads';
import { NestFactory } from '@nestjs/core';
import type { FailPoints } from '../fail-points/fail-points.js';
import type { ScoringFact } from '../figures/scoring-figures.js';
import { nestLogger, openLog } from '../logging/open-log.js';
import { connectStores } from '../stores/open-stores.js';
import { ScoringThreadModule } from './scoring-thread.module.js';
import type { ScoringWork, ToThread } from './scoring-work.js';

/** What the thread does from its first line to its last: scores for as long as it is let. */
export async function scoreInThread(points?: FailPoints): Promise<void> {
  if (!parentPort) throw new Error('The scoring is a thread of the server, and no program');
  const port = parentPort;
  const { config, stores: places } = workerData as ScoringWork;
  const log = openLog(config.logLevel);
  if ((await next(port)) === 'end') return port.close();

  const ended = next(port);
  const stores = await connectStores(places, log);
  const note = (fact: ScoringFact): void => port.postMessage(fact);
  const app = await NestFactory.createApplicationContext(
    ScoringThreadModule.forRoot(stores, config, log, note, points),
    { logger: nestLogger(log), abortOnError: false },
  );
  await ended;
  await app.close();
  await stores.close();
  port.close();
}

async function next(port: MessagePort): Promise<ToThread> {
  const [message] = (await once(port, 'message')) as [ToThread];
  return message;
}
