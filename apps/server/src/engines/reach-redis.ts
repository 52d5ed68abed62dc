import { createClient } from 'redis';
import { CannotRun } from '../start/cannot-run.js';
import type { Log } from './log.js';

const PATIENCE_MS = 5_000;
const OLDEST = [6, 2] as const;

/** Throws, with what to do, when the Redis of `REDIS_URL` cannot be used. */
export async function reachRedis(url: string, log: Log): Promise<void> {
  const client = createClient({
    url,
    socket: { reconnectStrategy: false, connectTimeout: PATIENCE_MS },
  });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const facts = parseInfo(await client.info());
    refuseTooOld(url, facts);
    warnOfEviction(facts, log);
  } catch (error) {
    throw error instanceof CannotRun ? error : new CannotRun(explain(url, error));
  } finally {
    if (client.isOpen) client.destroy();
  }
}

function refuseTooOld(url: string, facts: ReadonlyMap<string, string>): void {
  const version = facts.get('redis_version') ?? '0';
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1])) return;
  throw new CannotRun(
    `REDIS_URL: the Redis at ${placeOf(url)} is version ${version}. Use ${OLDEST.join('.')} or later.`,
  );
}

function warnOfEviction(facts: ReadonlyMap<string, string>, log: Log): void {
  const policy = facts.get('maxmemory_policy');
  if (policy === undefined || policy === 'noeviction') return;
  log.warn(
    `REDIS_URL: this Redis evicts keys (${policy}), jobs too. Set maxmemory-policy to noeviction.`,
  );
}

function explain(url: string, error: unknown): string {
  const { code, message } = error as { code?: string; message: string };
  if (/WRONGPASS|NOAUTH|NOPERM/.test(message)) {
    return `REDIS_URL: the Redis at ${placeOf(url)} refuses the name or the password. Correct REDIS_URL.`;
  }
  return `REDIS_URL: no Redis can be used at ${placeOf(url)} (${code ?? message}). Start it, or correct REDIS_URL.`;
}

function placeOf(url: string): string {
  const { hostname, port } = new URL(url);
  return `${hostname}:${port || 6379}`;
}

function parseInfo(info: string): ReadonlyMap<string, string> {
  return new Map(info.split(/\r?\n/).map((line) => line.split(':', 2) as [string, string]));
}
