import { describe, expect, it, onTestFinished } from 'vitest';
import type { Engines } from '../../apps/server/src/engines/start-engines.js';
import { startEngines } from '../../apps/server/src/engines/start-engines.js';
import { ask, tell } from '../support/engines-clients.js';
import { usedDataFolder } from '../support/engines-folder.js';
import { listeningLog } from '../support/engines-listening-log.js';
import {
  keepersOf,
  postgresOf,
  postmasterOf,
  processesOf,
  redisOf,
} from '../support/engines-processes.js';
import { until } from '../support/engines-until.js';

describe('an engine that is killed', () => {
  it('comes back by itself as PostgreSQL, at the same address, with all that was committed', async () => {
    const { engines, dataDir, log } = await start();
    await ask(engines, 'CREATE TABLE sale AS SELECT 42 AS cents');

    process.kill(postmasterOf(dataDir), 'SIGKILL');
    await until('PostgreSQL is back', () => log.lines.includes('PostgreSQL is back'));

    expect(await ask(engines, 'SELECT cents FROM sale')).toBe(42);
    expect(log.lines[0]).toMatch(
      /^PostgreSQL ended unexpectedly: it was killed by signal 9\. Restarts it\. Its last lines \(.*postgres\.log\): .*ready to accept connections/,
    );
  });

  it('comes back by itself as PostgreSQL while a query is running', async () => {
    const { engines, dataDir, log } = await start();
    const broken = ask(engines, 'SELECT count(*) FROM generate_series(1, 1e12)').catch(String);
    await until('the query runs', async () => {
      const busy =
        "SELECT count(*)::int FROM pg_stat_activity WHERE query LIKE '%1e12%' AND state = 'active'";
      return Number(await ask(engines, busy)) >= 2;
    });

    process.kill(postmasterOf(dataDir), 'SIGKILL');
    expect(await broken).toMatch(/terminated|canceling/);
    await until('PostgreSQL is back', () => log.lines.includes('PostgreSQL is back'));
    expect(await ask(engines, 'SELECT 1 AS one')).toBe(1);
  });

  it('comes back by itself as Redis, at the same address, with all that was written', async () => {
    const { engines, dataDir, log } = await start();
    await tell(engines, ['SET', 'board', 'ada']);

    for (const pid of redisOf(dataDir)) process.kill(pid, 'SIGKILL');
    await until('Redis is back', () => log.lines.includes('Redis is back'));

    expect(await tell(engines, ['GET', 'board'])).toBe('ada');
  });

  it('comes back when its keeper was killed, and never runs twice', async () => {
    const { engines, dataDir, log } = await start();
    const before = postmasterOf(dataDir);

    for (const pid of keepersOf(dataDir)) process.kill(pid, 'SIGKILL');
    await until('both are back', () => log.lines.filter((l) => l.endsWith('is back')).length === 2);

    expect(postgresOf(dataDir)).not.toContain(before);
    expect(redisOf(dataDir)).toHaveLength(1);
    expect(await ask(engines, 'SELECT 1 AS one')).toBe(1);
  });

  it('is given up, with its story, at the fourth time in a minute', async () => {
    const { dataDir, log, lost } = await start();
    for (const times of [1, 2, 3]) {
      for (const pid of redisOf(dataDir)) process.kill(pid, 'SIGKILL');
      const restarts = (): number => log.lines.filter((line) => line === 'Redis is back').length;
      await until(`Redis is back ${times} times`, () => restarts() === times);
    }
    expect(lost).toEqual([]);

    for (const pid of redisOf(dataDir)) process.kill(pid, 'SIGKILL');
    await until('Redis is given up', () => lost.length > 0);
    expect(lost).toEqual([
      expect.stringMatching(
        /^Redis ended unexpectedly: it was killed by signal 9, again and again\./,
      ),
    ]);
  });

  it('is not restarted by a stop that comes at the same time', async () => {
    const { engines, dataDir } = await start();
    process.kill(postmasterOf(dataDir), 'SIGKILL');
    for (const pid of redisOf(dataDir)) process.kill(pid, 'SIGKILL');
    await engines.stop();
    expect(processesOf(dataDir)).toEqual([]);
  });
});

describe('engines that hang', () => {
  it('are killed by a stop, soon enough', async () => {
    const { engines, dataDir } = await start();
    const hanging = [postmasterOf(dataDir), ...redisOf(dataDir)];
    for (const pid of hanging) process.kill(pid, 'SIGSTOP');
    const began = performance.now();
    await engines.stop();
    expect(performance.now() - began).toBeLessThan(7_000);
    await until('no process is left', () => processesOf(dataDir).length === 0, 1_000);
  });

  it('are killed at once when there is hurry', async () => {
    const { engines, dataDir } = await start();
    const hanging = [postmasterOf(dataDir), ...redisOf(dataDir)];
    for (const pid of hanging) process.kill(pid, 'SIGSTOP');
    const began = performance.now();
    await engines.stop(AbortSignal.abort());
    expect(performance.now() - began).toBeLessThan(4_000);
    await until('no process is left', () => processesOf(dataDir).length === 0, 1_000);
  });
});

async function start(): Promise<{
  engines: Engines;
  dataDir: string;
  log: ReturnType<typeof listeningLog>;
  lost: string[];
}> {
  const dataDir = await usedDataFolder();
  const log = listeningLog();
  const lost: string[] = [];
  const engines = await startEngines({ dataDir, port: 4321 }, log, ({ message }) =>
    lost.push(message),
  );
  onTestFinished(() => engines.stop());
  return { engines, dataDir, log, lost };
}
