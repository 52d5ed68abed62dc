import { execFileSync } from 'node:child_process';
import {
  cpSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { postgresBinaries } from '../../apps/server/src/engines/postgres-binaries.js';
import { readRunning } from '../../apps/server/src/engines/running-record.js';
import type { Engines, EnginesConfig } from '../../apps/server/src/engines/start-engines.js';
import { startEngines } from '../../apps/server/src/engines/start-engines.js';
import { ask, tell } from '../support/engines-clients.js';
import { movedDataFolder, newDataFolder, usedDataFolder } from '../support/engines-folder.js';
import { listeningLog } from '../support/engines-listening-log.js';
import { commandLinesOf, processesOf } from '../support/engines-processes.js';

describe('private engines', () => {
  it('come up on a folder that did not exist, safe for the ledger and the queue', async () => {
    const dataDir = newDataFolder();
    const engines = await start({ dataDir });

    expect(await ask(engines, 'SHOW server_version')).toMatch(/^18\./);
    expect(await ask(engines, 'SELECT current_database()')).toBe('bellwether');
    expect(await ask(engines, 'SHOW fsync')).toBe('on');
    expect(await ask(engines, 'SHOW synchronous_commit')).toBe('on');
    expect(await ask(engines, 'SHOW full_page_writes')).toBe('on');
    expect(await ask(engines, 'SHOW server_encoding')).toBe('UTF8');
    expect(await ask(engines, 'SHOW timezone')).toBe('UTC');
    expect(await redisSetting(engines, 'appendonly')).toBe('yes');
    expect(await redisSetting(engines, 'maxmemory-policy')).toBe('noeviction');
    expect(new URL(engines.redisUrl).port).not.toBe('6379');
  });

  it('let nobody in who does not know the password', async () => {
    const engines = await start({ dataDir: await usedDataFolder() });
    const wrong = (url: string): string => url.replace(/:[^:@]+@/, ':guess@');

    await expect(ask({ databaseUrl: wrong(engines.databaseUrl) }, 'SELECT 1')).rejects.toThrow(
      /password authentication failed/,
    );
    await expect(redisSetting({ redisUrl: wrong(engines.redisUrl) }, 'appendonly')).rejects.toThrow(
      /WRONGPASS/,
    );
  });

  it('keep their files to their user and their passwords off the process list', async () => {
    const dataDir = await usedDataFolder();
    const engines = await start({ dataDir });
    const modeOf = (name: string): string =>
      (statSync(join(dataDir, name)).mode & 0o777).toString(8);

    expect(modeOf('.')).toBe('700');
    expect(
      ['postgres.password', 'run.json', 'redis/redis.conf', 'logs/postgres.log'].map(modeOf),
    ).toEqual(['600', '600', '600', '600']);
    const secrets = [engines.databaseUrl, engines.redisUrl].map((url) => new URL(url).password);
    expect(commandLinesOf(dataDir).filter((line) => secrets.some((s) => line.includes(s)))).toEqual(
      [],
    );
  });

  it('leave no process behind, and the next start finds what was written', async () => {
    const dataDir = await usedDataFolder();
    const first = await start({ dataDir });
    await ask(first, 'CREATE TABLE sale AS SELECT 42 AS cents');
    await tell(first, ['SET', 'board', 'ada']);
    await first.stop();
    expect(processesOf(dataDir)).toEqual([]);

    const second = await start({ dataDir });
    expect(await ask(second, 'SELECT cents FROM sale')).toBe(42);
    expect(await tell(second, ['GET', 'board'])).toBe('ada');
  });

  it('tell the command line tool where they are, while they run', async () => {
    const dataDir = await usedDataFolder();
    expect(readRunning(dataDir)).toBeUndefined();
    const { databaseUrl, redisUrl, listening, stop } = await start({ dataDir, port: 4321 });
    expect(readRunning(dataDir)).toMatchObject({
      pid: process.pid,
      databaseUrl,
      redisUrl,
      httpPort: 4321,
    });
    listening(5000);
    expect(readRunning(dataDir)).toMatchObject({ httpPort: 5000 });

    await stop();
    expect(readRunning(dataDir)).toBeUndefined();
  });

  it('are refused a second time on the same folder', async () => {
    const dataDir = await usedDataFolder();
    await start({ dataDir });
    await expect(start({ dataDir })).rejects.toThrow(
      new RegExp(
        `^The data folder ${dataDir} is in use by process ${process.pid} since \\d\\d:\\d\\d\\. ` +
          'Stop it, or set BELLWETHER_DATA_DIR to another folder\\.$',
      ),
    );
  });

  it('work in a folder that was moved to where a path is too long for a socket', async () => {
    const engines = await start({ dataDir: await movedDataFolder('a-long-name-'.repeat(10)) });
    expect(engines.databaseUrl).not.toContain('host=');
    expect(await ask(engines, 'SELECT 1 AS one')).toBe(1);
  });

  it('work in a folder whose name holds blanks, quotes and letters of all kinds', async () => {
    const engines = await start({ dataDir: await movedDataFolder(`Zoë's "big" sales $data`) });
    expect(await ask(engines, 'SELECT 1 AS one')).toBe(1);
    expect(await tell(engines, ['PING'])).toBe('PONG');
  });

  it('do not touch a database that another major version made', async () => {
    const dataDir = await usedDataFolder();
    const version = join(dataDir, 'postgres/PG_VERSION');
    writeFileSync(version, '17\n');
    onTestFinished(() => writeFileSync(version, '18\n'));

    await expect(start({ dataDir })).rejects.toThrow(
      /was made by PostgreSQL 17, and this version of Bellwether brings PostgreSQL 18\. Dump it/,
    );
    expect(processesOf(dataDir)).toEqual([]);
  });

  it('say that the key is missing rather than make a new one for an old database', async () => {
    const dataDir = await usedDataFolder();
    const key = join(dataDir, 'postgres.password');
    renameSync(key, `${key}.away`);
    onTestFinished(() => renameSync(`${key}.away`, key));
    await expect(start({ dataDir })).rejects.toThrow(/postgres\.password.* is missing/);
  });

  it('begin anew after a first start that was interrupted', async () => {
    const dataDir = newDataFolder();
    mkdirSync(join(dataDir, 'claims'), { recursive: true });
    mkdirSync(join(dataDir, 'postgres.new-1/base'), { recursive: true });

    const engines = await start({ dataDir });
    expect(await ask(engines, 'SELECT 1 AS one')).toBe(1);
    expect(readdirSync(dataDir).filter((name) => name.startsWith('postgres.new'))).toEqual([]);
  });
});

describe('the programs of PostgreSQL', () => {
  it('run from a package whose links npm did not make', () => {
    const folder = dirname(dirname(dirname(postgresBinaries().postgres)));
    const copy = newDataFolder();
    cpSync(folder, copy, {
      recursive: true,
      filter: (source) => !lstatSync(source).isSymbolicLink(),
    });
    const restored = postgresBinaries(copy);
    const version = execFileSync(restored.initdb, ['--version'], { encoding: 'utf8' });
    expect(version).toContain(`(PostgreSQL) ${restored.major}`);
  });
});

async function start(config: Partial<EnginesConfig> & { dataDir: string }): Promise<Engines> {
  const engines = await startEngines({ port: 4321, ...config }, listeningLog(), (reason) => {
    throw reason;
  });
  onTestFinished(() => engines.stop());
  return engines;
}

async function redisSetting(engines: { redisUrl: string }, name: string): Promise<unknown> {
  const reply = await tell(engines, ['CONFIG', 'GET', name]);
  return Array.isArray(reply) ? reply[1] : (reply as Record<string, unknown>)[name];
}
