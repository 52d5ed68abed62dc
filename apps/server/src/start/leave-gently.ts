import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Config } from '../config/load-config.js';
import { Draining } from '../health/draining.js';
import { LiveGateway } from '../live/live.gateway.js';

/** Load balancers must notice, and busy connections be used once more, while we still answer. */
const WINDOW_MS = 2_000;
/** Of the time that a stop may take. */
const SHARE = 0.2;

/**
 * What a process does before it stops listening: it turns unready, ends each connection with its next
 * answer, and sends its screens to the other processes. With private engines there are no others.
 */
export async function leaveGently(
  server: NestFastifyApplication,
  { roles, databaseUrl, redisUrl, shutdownSeconds }: Config,
  hurry: AbortSignal,
): Promise<void> {
  server.get(Draining).begin();
  const isAlone = databaseUrl === undefined || redisUrl === undefined;
  if (isAlone || !roles.includes('web')) return;
  const withinMs = Math.min(WINDOW_MS, shutdownSeconds * 1_000 * SHARE);
  await server.get(LiveGateway).dismiss(withinMs, hurry);
}
