import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Logger } from 'pino';
import type { Config } from '../config/load-config.js';
import type { Log } from '../engines/log.js';
import type { Engines } from '../engines/start-engines.js';
import type { FailPoints } from '../fail-points/fail-points.js';
import { Figures } from '../figures/figures.js';
import { createServer } from '../http/create-server.js';
import { ScoringThread } from '../scoring-thread/scoring-thread.js';
import type { OpenThread } from '../scoring-thread/scoring-work.js';
import { sealSources } from '../secret-key/seal-sources.js';
import { openStores } from '../stores/open-stores.js';
import { CannotRun } from './cannot-run.js';
import { leaveGently } from './leave-gently.js';
import type { Lifetime } from './run-until-stopped.js';

/** How many connections wait to be taken: all walls come back at once when a server starts again. */
const LINE = 4_096;

export interface ServerOptions {
  /** For scoring, of a process that has both roles; left out, all runs in one thread. */
  readonly openThread?: OpenThread;
  readonly points?: FailPoints;
}

/** Connects to the engines, wires the server and listens. */
export async function startServer(
  config: Config,
  engines: Engines,
  log: Log & { readonly pino: Logger },
  lifetime: Lifetime,
  { openThread, points }: ServerOptions = {},
): Promise<NestFastifyApplication> {
  const { databaseUrl, redisUrl } = engines;
  const places = { databaseUrl, redisUrl };
  // It reads its programs while the tables are brought up to date and the rest is wired.
  const thread =
    hasBothRoles(config) && openThread
      ? new ScoringThread(openThread, { config, stores: places }, lifetime.fail)
      : undefined;
  if (thread) lifetime.onStop('the scoring', () => thread.end());
  const stores = await openStores(places, log);
  lifetime.onStop('the connections', () => stores.close());
  await sealSources(stores, config);
  const scoring = thread ? 'in-thread' : 'here';
  const server = await createServer(stores, config, log, { points, scoring });
  thread?.begin(server.get(Figures).note);
  lifetime.onStop('the server', async (hurry) => {
    await leaveGently(server, config, hurry);
    await server.close();
  });
  await listen(server, config);
  const { port } = new URL(await server.getUrl());
  engines.listening(Number(port));
  log.info('Listening', { url: config.publicUrl, roles: config.roles });
  return server;
}

function hasBothRoles({ roles }: Config): boolean {
  return roles.includes('web') && roles.includes('worker');
}

async function listen(server: NestFastifyApplication, { host, port }: Config): Promise<void> {
  try {
    await server.listen({ port, host, backlog: LINE });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EADDRINUSE') {
      throw new CannotRun(`Port ${port} is taken by another program. Set PORT to a free one.`);
    }
    if (code === 'EACCES' || code === 'EADDRNOTAVAIL') {
      throw new CannotRun(
        `Cannot listen on ${host}:${port} (${code}). Set BELLWETHER_HOST or PORT.`,
      );
    }
    throw error;
  }
}
