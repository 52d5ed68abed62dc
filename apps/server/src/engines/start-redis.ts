import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { createClient } from 'redis';
import { endLeftovers } from './end-leftovers.js';
import { EngineLog } from './engine-log.js';
import { freePort } from './free-port.js';
import { keepProcess } from './kept-process.js';
import { redisProgram } from './redis-program.js';
import { redisSettings } from './redis-settings.js';
import type { EngineOptions, RunningEngine } from './running-engine.js';
import { supervise } from './supervise.js';

/** Starts the private Redis of a data folder and keeps it running. */
export async function startRedis(
  options: EngineOptions & { readonly databases?: number },
): Promise<RunningEngine> {
  const { dataFolder, log, onLost, databases = 16 } = options;
  const program = await redisProgram();
  const engineLog = new EngineLog(join(dataFolder, 'logs', 'redis.log'));
  const folder = join(dataFolder, 'redis');
  const pidFile = join(folder, 'redis.pid');
  mkdirSync(folder, { recursive: true, mode: 0o700 });

  const port = await freePort();
  const password = randomBytes(24).toString('base64url');
  const configuration = join(folder, 'redis.conf');
  rmSync(configuration, { force: true });
  writeFileSync(configuration, redisSettings({ folder, pidFile, port, password, databases }), {
    mode: 0o600,
  });
  const url = `redis://:${password}@127.0.0.1:${port}`;
  const programs = [basename(program), 'redis-server', 'valkey-server'];
  const leftovers = { name: 'Redis', programs, folder };
  const engine = await supervise({
    name: 'Redis',
    engineLog,
    leftovers,
    log,
    onLost,
    async spawn(patienceMs) {
      if (existsSync(pidFile)) {
        await endLeftovers(leftovers, patienceMs, log);
        rmSync(pidFile, { force: true });
      }
      return keepProcess({
        command: [program, configuration],
        folder,
        log: engineLog.descriptor,
        endings: [['TERM', 4]],
      });
    },
    answers: (_, gaveUp) => answersPing(url, gaveUp),
    hurriedBy: 'SIGKILL',
  });
  return { url, stop: (hurry) => engine.stop(hurry) };
}

/** Redis refuses everything but a greeting while it reads its file. */
async function answersPing(url: string, gaveUp: AbortSignal): Promise<void> {
  for (;;) {
    gaveUp.throwIfAborted();
    if (await pings(url)) return;
    await pause(15);
  }
}

async function pings(url: string): Promise<boolean> {
  const client = createClient({
    url,
    socket: { reconnectStrategy: false, connectTimeout: 1_000, socketTimeout: 1_000 },
  });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.ping();
    return true;
  } catch {
    return false;
  } finally {
    if (client.isOpen) client.destroy();
  }
}
