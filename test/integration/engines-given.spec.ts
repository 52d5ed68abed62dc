import { existsSync } from 'node:fs';
import { describe, expect, inject, it, onTestFinished } from 'vitest';
import { freePort } from '../../apps/server/src/engines/free-port.js';
import { startEngines } from '../../apps/server/src/engines/start-engines.js';
import { ask, tell } from '../support/engines-clients.js';
import { newDataFolder, usedDataFolder } from '../support/engines-folder.js';
import { listeningLog } from '../support/engines-listening-log.js';
import { postgresOf, processesOf, redisOf } from '../support/engines-processes.js';

const databaseUrl = inject('databaseUrl');
const redisUrl = inject('redisUrl');

describe('servers of your own', () => {
  it('are used as they are, and no data folder is made', async () => {
    const dataDir = newDataFolder();
    const engines = await start(dataDir, { databaseUrl, redisUrl });
    expect(engines).toMatchObject({ databaseUrl, redisUrl });
    await engines.stop();
    expect(existsSync(dataDir)).toBe(false);
    expect(await ask({ databaseUrl }, 'SELECT 1 AS one')).toBe(1);
    expect(await tell({ redisUrl }, ['PING'])).toBe('PONG');
  });

  it('stand beside a private Redis', async () => {
    const dataDir = await usedDataFolder();
    const engines = await start(dataDir, { databaseUrl });
    expect(await tell(engines, ['PING'])).toBe('PONG');
    expect([engines.databaseUrl, postgresOf(dataDir)]).toEqual([databaseUrl, []]);
  });

  it('stand beside a private PostgreSQL', async () => {
    const dataDir = await usedDataFolder();
    const engines = await start(dataDir, { redisUrl });
    expect(await ask(engines, 'SELECT 1 AS one')).toBe(1);
    expect([engines.redisUrl, redisOf(dataDir)]).toEqual([redisUrl, []]);
  });

  it('that cannot be reached are named, with what to do', async () => {
    const port = await freePort();
    const nowhere = { databaseUrl: `postgres://ada:secret@127.0.0.1:${port}/sales`, redisUrl };
    await expect(start(newDataFolder(), nowhere)).rejects.toThrow(
      `DATABASE_URL: no PostgreSQL can be used at 127.0.0.1:${port} (ECONNREFUSED). Start it, or correct DATABASE_URL.`,
    );
    await expect(
      start(newDataFolder(), { databaseUrl, redisUrl: `redis://:secret@127.0.0.1:${port}` }),
    ).rejects.toThrow(
      `REDIS_URL: no Redis can be used at 127.0.0.1:${port} (ECONNREFUSED). Start it, or correct REDIS_URL.`,
    );
  });

  it('that refuse the password are told from those that are not there', async () => {
    const wrong = (url: string): string => url.replace(/:[^:@]+@/, ':guess@');
    await expect(
      start(newDataFolder(), { databaseUrl: wrong(databaseUrl), redisUrl }),
    ).rejects.toThrow(/^DATABASE_URL: PostgreSQL at .* refuses user bellwether\. Correct/);
    await expect(
      start(newDataFolder(), { databaseUrl, redisUrl: wrong(redisUrl) }),
    ).rejects.toThrow(/^REDIS_URL: the Redis at .* refuses the name or the password\. Correct/);
  });

  it('that lack the database say which one', async () => {
    const missing = databaseUrl.replace('/bellwether?', '/sales?');
    await expect(start(newDataFolder(), { databaseUrl: missing, redisUrl })).rejects.toThrow(
      /^DATABASE_URL: there is no database sales at .*\. Create it, or correct the name\.$/,
    );
  });

  it('stop the private one beside them when they cannot be reached', async () => {
    const dataDir = await usedDataFolder();
    const nowhere = `redis://127.0.0.1:${await freePort()}`;
    await expect(start(dataDir, { redisUrl: nowhere })).rejects.toThrow(/^REDIS_URL: no Redis/);
    expect(processesOf(dataDir)).toEqual([]);
  });
});

async function start(
  dataDir: string,
  urls: { databaseUrl?: string; redisUrl?: string },
): ReturnType<typeof startEngines> {
  const config = { dataDir, port: 4321, ...urls };
  const engines = await startEngines(config, listeningLog(), () => undefined);
  onTestFinished(() => engines.stop());
  return engines;
}
