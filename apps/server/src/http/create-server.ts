import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { MOST_BYTES } from '@bellwether/contracts';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { Logger } from 'pino';
import { AccessGuard } from '../access/access.guard.js';
import { serveSignIn } from '../accounts/serve-sign-in.js';
import type { SignIn } from '../accounts/sign-in.js';
import type { Config } from '../config/load-config.js';
import type { Log } from '../engines/log.js';
import { Draining } from '../health/draining.js';
import { Meters } from '../figures/meters.js';
import { tellOfAnswers } from '../fail-points/tell-of-answers.js';
import { LiveAdapter } from '../live/live.adapter.js';
import { nestLogger } from '../logging/open-log.js';
import type { ServerParts } from '../server.module.js';
import { ServerModule } from '../server.module.js';
import type { Stores } from '../stores/open-stores.js';
import { RedisRateLimits } from '../stores/redis-rate-limits.js';
import { SIGN_IN } from '../tokens.js';
import { noteArrivals } from './arrival.js';
import { isRaw, readBodies } from './bodies.js';
import { answerBrokenRequest } from './broken-requests.js';
import { closeConnectionsWhile } from './close-connections.js';
import { ProblemFilter } from './problem.filter.js';
import { refuseHostile } from './refuse-hostile.js';
import { logRequests } from './request-log.js';
import { schemaPipe } from './schema.pipe.js';
import { shedLoad } from './shed-load.js';
import { sendSafely } from './security-headers.js';
import type { TimeLimits } from './time-limits.js';
import { TIME_LIMITS, headLimits, limitBodies } from './time-limits.js';
import { serveApiPage } from './api-page.js';
import { servePages } from './pages.js';

/** The server of this process, wired and ready to listen. */
export async function createServer(
  stores: Stores,
  config: Config,
  log: Log & { readonly pino: Logger },
  {
    limits = TIME_LIMITS,
    ...parts
  }: ServerParts & { readonly limits?: TimeLimits | undefined } = {},
): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    bodyLimit: MOST_BYTES,
    trustProxy: config.trustedProxies.length > 0 ? [...config.trustedProxies] : false,
    // The sender's own id when it is one, so that its logs and ours can be laid side by side.
    genReqId: ({ headers }: IncomingMessage) =>
      requestIdFrom(headers['x-request-id']) ?? randomUUID(),
    http: headLimits(limits),
    clientErrorHandler: answerBrokenRequest,
    connectionTimeout: 60_000,
    forceCloseConnections: 'idle',
    // What still arrives on an open connection while we stop is served, not turned away.
    return503OnClosing: false,
    routerOptions: { maxParamLength: 200 },
  });
  const fastify = adapter.getInstance();
  noteArrivals(fastify);
  logRequests(fastify, log.pino);
  sendSafely(fastify, config.publicUrl);
  limitBodies(fastify, limits);
  readBodies(fastify);
  refuseHostile(fastify);
  tellOfAnswers(fastify, parts.points);
  const app = await NestFactory.create<NestFastifyApplication>(
    ServerModule.forRoot(stores, config, log, parts),
    adapter,
    { bodyParser: false, logger: nestLogger(log), abortOnError: false },
  );
  const draining = app.get(Draining);
  closeConnectionsWhile(draining, fastify);
  const { intakeRequests } = app.get(Meters);
  shedLoad(fastify, isRaw, () => intakeRequests.inc({ outcome: 'shed' }));
  app.useGlobalPipes(schemaPipe());
  app.useGlobalFilters(new ProblemFilter(log));
  if (config.roles.includes('web')) {
    app.useGlobalGuards(app.get(AccessGuard));
    app.useWebSocketAdapter(new LiveAdapter(app, stores, draining));
    serveApiPage(app);
    await servePages(fastify);
    // After what is waited for: a route that is waited for misses the handler of errors.
    const limits = app.get(RedisRateLimits);
    serveSignIn(fastify, app.get<SignIn>(SIGN_IN), limits, config.publicUrl);
  }
  await app.init();
  return app;
}

function requestIdFrom(header: string | string[] | undefined): string | undefined {
  return typeof header === 'string' && /^[\w-]{8,64}$/.test(header) ? header : undefined;
}
