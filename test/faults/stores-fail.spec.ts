import pg from 'pg';
import { afterAll, describe, expect, inject, it, onTestFinished } from 'vitest';
import { tell } from '../support/engines-clients.js';
import { postmasterOf, processesOf, redisOf } from '../support/engines-processes.js';
import { until } from '../support/engines-until.js';
import { UNHARMED, observe } from '../support/faults/observe.js';
import { PrivateServer } from '../support/faults/private-server.js';
import type { FaultRun } from '../support/faults/results.js';
import { keepResults } from '../support/faults/results.js';
import { SmallDisk } from '../support/faults/small-disk.js';

/** Breaks something while deliveries arrive, and resolves when it is whole again. */
type Fault = (server: PrivateServer) => Promise<void>;

/** How long something stays broken. */
const BROKEN_MS = 4_000;
const runs: FaultRun[] = [];

const faults: Readonly<Record<string, Fault>> = {
  'Redis killed': async (server) => {
    signalRedis(server, 'SIGKILL');
    await server.heals('Redis');
  },
  'Redis killed while screens are changed': async (server) => {
    const { client } = server.floor;
    const { body } = await client.own<{ screens: { screenId: number }[] }>('/api/v1/screens');
    const slides = [{ board: 'revenue_won.all.reps', strip: null, seconds: 60 }];
    const change = { method: 'PATCH', json: { slides } };
    signalRedis(server, 'SIGKILL');
    const healed = server.heals('Redis').then(() => true);
    let isBack = false;
    while (!isBack) {
      await client.own(`/api/v1/screens/${body.screens[0]?.screenId}`, change);
      isBack = await Promise.race([healed, pause(20).then(() => false)]);
    }
  },
  'Redis emptied': async ({ stores }) => void (await tell(stores, ['FLUSHALL'])),
  'Redis stopped for 8 s': async (server) => {
    signalRedis(server, 'SIGSTOP');
    await pause(2 * BROKEN_MS);
    signalRedis(server, 'SIGCONT');
  },
  'Redis pausing its clients': async ({ stores }) => {
    await tell(stores, ['CLIENT', 'PAUSE', String(BROKEN_MS)]);
    await pause(BROKEN_MS);
  },
  'Redis out of memory': async ({ stores }) => {
    await tell(stores, ['CONFIG', 'SET', 'maxmemory', '1mb']);
    await pause(BROKEN_MS);
    await tell(stores, ['CONFIG', 'SET', 'maxmemory', '0']);
  },
  'Redis emptied while out of memory': async ({ stores }) => {
    await tell(stores, ['CONFIG', 'SET', 'maxmemory', '1mb']);
    await tell(stores, ['FLUSHALL']);
    await pause(BROKEN_MS);
    await tell(stores, ['CONFIG', 'SET', 'maxmemory', '0']);
  },
  'PostgreSQL killed': async (server) => {
    process.kill(postmasterOf(server.dataDir), 'SIGKILL');
    await server.heals('PostgreSQL');
  },
  'PostgreSQL killed in the middle of a scoring': async (server) => {
    const point = 'deliveries-taken';
    await server.process.failAt({ point, time: 1, by: 'SIGSTOP' });
    await server.process.standsStill(point);
    process.kill(postmasterOf(server.dataDir), 'SIGKILL');
    server.process.signal('SIGCONT');
    await server.heals('PostgreSQL');
  },
  'PostgreSQL restarted': async (server) => {
    process.kill(postmasterOf(server.dataDir), 'SIGINT');
    await server.heals('PostgreSQL');
  },
  'The server killed, its stores with it': async (server) => {
    await server.process.kill();
    await until('no process is left', () => processesOf(server.dataDir).length === 0);
    await server.startAgain();
  },
  'PostgreSQL without free connections': async ({ stores }) => {
    const others = await takeAllConnections(stores.databaseUrl);
    await pause(BROKEN_MS);
    await Promise.all(others.map((other) => other.end()));
  },
};

afterAll(() => keepResults('stores-fail', runs));

describe('a server loses nothing, counts nothing twice, and is itself again in 10 seconds, after', () => {
  it.each(Object.entries(faults))('%s', async (fault, breakAndMend) => {
    const harm = await endure(fault, await PrivateServer.start(), breakAndMend);
    expect(harm).toEqual({ ...UNHARMED, exitCode: 0 });
  });

  it('the disk full', async ({ skip }) => {
    const disk = SmallDisk.mount(inject('scratchFolder'), 160);
    if (!disk) return skip('this user may not mount a small file system');
    onTestFinished(() => disk.unmount());
    const server = await PrivateServer.start(disk.folder);
    const harm = await endure('Disk full', server, async () => {
      disk.fill();
      const fullUntil = performance.now() + BROKEN_MS;
      for (; performance.now() < fullUntil; disk.fill()) await pause(200);
      disk.free();
      // PostgreSQL may have given up on it, and the server with it: then somebody starts it again.
      await until('it works or has ended', async () => server.process.isGone || server.isReady());
      if (server.process.isGone) await server.startAgain();
    });
    expect(harm).toEqual({ ...UNHARMED, exitCode: 0 });
  });
});

/** Deliveries arrive before, during and after. Answers what was harmed, and how the server then ended. */
async function endure(fault: string, server: PrivateServer, breakAndMend: Fault): Promise<object> {
  const { floor } = server;
  let isOver = false;
  const sending = floor.sender.sendWhile(() => !isOver, 5);
  await pause(300);
  await breakAndMend(server);
  const mendedAt = performance.now();
  await pause(300);
  isOver = true;
  await sending;
  const harm = await observe(fault, floor, mendedAt, runs);
  return { ...harm, exitCode: await server.stop() };
}

function signalRedis({ dataDir }: PrivateServer, signal: NodeJS.Signals): void {
  for (const pid of redisOf(dataDir)) process.kill(pid, signal);
}

/** Takes what is left, then what the server has to give back, so that it can get none. */
async function takeAllConnections(url: string): Promise<readonly pg.Client[]> {
  const others: pg.Client[] = [];
  const takeRest = async (): Promise<void> => {
    for (;;) {
      const other = new pg.Client({ connectionString: url, application_name: 'other' });
      other.on('error', () => undefined);
      try {
        await other.connect();
      } catch {
        return;
      }
      others.push(other);
    }
  };
  await takeRest();
  await others[0]?.query(
    `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'bellwether'`,
  );
  await takeRest();
  return others;
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
