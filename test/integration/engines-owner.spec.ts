import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { ask, tell } from '../support/engines-clients.js';
import { usedDataFolder } from '../support/engines-folder.js';
import {
  keepersOf,
  postgresOf,
  postmasterOf,
  processesOf,
  redisOf,
} from '../support/engines-processes.js';
import type { Program } from '../support/engines-program.js';
import { buildProgram, runProgram } from '../support/engines-program.js';
import { until } from '../support/engines-until.js';

type Urls = Record<'databaseUrl' | 'redisUrl', string>;

describe('the process that owns the engines', () => {
  let file: string;
  beforeAll(async () => {
    const built = await buildProgram('engines-owner');
    file = built.file;
    return built.remove;
  });

  async function up(
    dataDir: string,
    env?: NodeJS.ProcessEnv,
  ): Promise<{ owner: Program; urls: Urls }> {
    const owner = runProgram(file, [dataDir], env);
    const { up: urls } = await owner.hears('up');
    return { owner, urls: urls as Urls };
  }

  it('takes its engines with it when it is killed', async () => {
    const dataDir = await usedDataFolder();
    const { owner, urls } = await up(dataDir);
    await ask(urls, 'CREATE TABLE sale AS SELECT 42 AS cents');
    await tell(urls, ['SET', 'board', 'ada']);

    owner.process.kill('SIGKILL');
    await until('no process is left', () => processesOf(dataDir).length === 0, 8_000);

    const { urls: again } = await up(dataDir);
    expect(await ask(again, 'SELECT cents FROM sale')).toBe(42);
    expect(await tell(again, ['GET', 'board'])).toBe('ada');
  });

  it('can be started again the moment it was killed', async () => {
    const dataDir = await usedDataFolder();
    const { owner } = await up(dataDir);
    owner.process.kill('SIGKILL');
    await owner.ended;

    const { urls } = await up(dataDir);
    expect(await ask(urls, 'SELECT 1 AS one')).toBe(1);
    expect(redisOf(dataDir)).toHaveLength(1);
  });

  it('stops engines that outlived it and its keepers before it starts its own', async () => {
    const dataDir = await usedDataFolder();
    const { owner } = await up(dataDir);
    const old = [postmasterOf(dataDir), ...redisOf(dataDir)];
    for (const pid of [owner.process.pid!, ...keepersOf(dataDir)]) process.kill(pid, 'SIGKILL');
    await owner.ended;

    const { owner: next, urls } = await up(dataDir);
    expect(next.said.map(({ warn }) => warn)).toEqual(
      expect.arrayContaining([
        'Stops PostgreSQL, left over from an earlier run',
        'Stops Redis, left over from an earlier run',
      ]),
    );
    expect([...postgresOf(dataDir), ...redisOf(dataDir)]).not.toEqual(expect.arrayContaining(old));
    expect(await ask(urls, 'SELECT 1 AS one')).toBe(1);
  });

  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
    'ends with code 0 on %s, even if its whole group gets it three times at once',
    async (signal) => {
      const dataDir = await usedDataFolder();
      const { owner } = await up(dataDir);

      const began = performance.now();
      for (let press = 0; press < 3; press += 1) process.kill(-owner.process.pid!, signal);
      expect(await owner.ended).toBe(0);

      expect(performance.now() - began).toBeLessThan(10_000);
      expect(owner.said.slice(-2)).toEqual([{ info: `Stops (${signal})` }, { info: 'Stopped' }]);
      expect(processesOf(dataDir)).toEqual([]);
      const postgresLog = readFileSync(join(dataDir, 'logs/postgres.log'), 'utf8');
      expect(postgresLog.trimEnd()).toMatch(/database system is shut down$/);
    },
  );

  it('ends when the launcher that holds it is killed', async () => {
    const dataDir = await usedDataFolder();
    const { owner } = await up(dataDir);
    owner.process.disconnect();
    expect(await owner.ended).toBe(0);
    expect(processesOf(dataDir)).toEqual([]);
  });

  it('refuses to be a second owner, in one line', async () => {
    const dataDir = await usedDataFolder();
    const { owner } = await up(dataDir);

    const second = runProgram(file, [dataDir]);
    expect(await second.ended).toBe(1);
    expect(second.said[0]).toEqual({
      error: expect.stringMatching(
        new RegExp(`is in use by process ${owner.process.pid} since \\d\\d:\\d\\d\\. Stop it, or`),
      ),
    });
  });

  it('ends with code 1 and the reason when an engine cannot be kept running', async () => {
    const dataDir = await usedDataFolder();
    const { owner } = await up(dataDir);
    const killer = setInterval(() => {
      for (const pid of redisOf(dataDir)) process.kill(pid, 'SIGKILL');
    }, 50);
    expect(await owner.ended).toBe(1);
    clearInterval(killer);

    expect(owner.said).toContainEqual({
      error: expect.stringMatching(/^Redis (ended unexpectedly|does not start).*again and again/),
    });
    expect(processesOf(dataDir)).toEqual([]);
  });

  it('leaves behind what hangs, and stops the engines within its ten seconds all the same', async () => {
    const dataDir = await usedDataFolder();
    const { owner } = await up(dataDir, { HANGS: 'yes' });
    const began = performance.now();
    owner.process.kill('SIGINT');
    expect(await owner.ended).toBe(0);
    expect(performance.now() - began).toBeLessThan(10_000);
    expect(owner.said).toContainEqual({
      warn: 'Leaves what hangs behind, which does not stop in time',
    });
    expect(processesOf(dataDir)).toEqual([]);
  });

  it('does not wait for what hangs when Ctrl-C is pressed again', async () => {
    const dataDir = await usedDataFolder();
    const { owner } = await up(dataDir, { HANGS: 'yes' });
    const began = performance.now();
    owner.process.kill('SIGINT');
    await owner.hears('info');
    await until('it is another press', () => performance.now() - began > 1_000);
    owner.process.kill('SIGINT');
    expect(await owner.ended).toBe(0);
    expect(performance.now() - began).toBeLessThan(3_000);
    expect(processesOf(dataDir)).toEqual([]);
  });
});
