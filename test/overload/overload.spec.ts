import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest';
import { until } from '../support/engines-until.js';
import { buildProgram } from '../support/engines-program.js';
import { secondsToEqual } from '../support/faults/equal-again.js';
import { FaultFloor } from '../support/faults/floor.js';
import { newStores } from '../support/faults/installation.js';
import type { ScreenClient } from '../support/screen-client.js';
import { ServerNode } from '../support/server-node.js';

/** For how long more arrives than can be scored; `OVERLOAD_SECONDS=60` for longer. */
const SECONDS = Number(process.env['OVERLOAD_SECONDS'] ?? 6);
const RECORDS = 20;
const LINES = 8;
/** What a flood may add to the memory of a server, in megabytes. */
const MORE_MEMORY = 300;
/** At the most so long a screen may stand still while scores come in, on a machine that has no time. */
const STILL_MS = 5_000;

/** The least that any vendor of webhooks waits for an answer. */
const VENDORS_PATIENCE_SECONDS = 5;
/**
 * For how long the sender waits here. It floods from one process, beside the server and its stores: most of
 * what it waits for is itself.
 */
const SENDERS_PATIENCE_MS = 30_000;
/** How often the machine is probed. */
const PROBE_MS = 50;
/** How `missing` tells that not everything is scored. */
const WAITING = 'deliveries wait';

const METRICS_TOKEN = 'for-prometheus-only';

let program: Awaited<ReturnType<typeof buildProgram>>;
beforeAll(async () => {
  program = await buildProgram('server-process');
}, 120_000);
afterAll(() => program?.remove());

async function openFloor(): Promise<{ server: ServerNode; floor: FaultFloor }> {
  const { drop, ...stores } = await newStores();
  onTestFinished(drop);
  const server = await ServerNode.start(program.file, {
    LOG_LEVEL: 'error',
    BELLWETHER_METRICS_TOKEN: METRICS_TOKEN,
    DATABASE_URL: stores.databaseUrl,
    REDIS_URL: stores.redisUrl,
  });
  const floor = await FaultFloor.open(server.url, stores);
  onTestFinished(() => floor.close());
  return { server, floor };
}

it('takes three times what it can score, keeps its memory and its screens, and scores it all', async () => {
  const { server, floor } = await openFloor();
  const { sender } = floor;
  const perSecond = await sustainable(floor);
  sender.answers.clear();
  sender.patienceMs = SENDERS_PATIENCE_MS;
  const before = sender.acknowledged;
  const memory = watchMemory(server.pid);
  const screen = watchScreen(floor.screen);
  const machine = await watchMachine();

  await sender.flood(3 * perSecond, SECONDS, RECORDS);
  const isBehind = (await floor.missing()) === WAITING;
  const stillMs = screen.end();
  const floodedMb = memory.end();
  const machineMs = await machine.end();
  const inTime = await answeredInTime(server.url);
  const taken = sender.acknowledged - before;
  process.stdout.write(
    `\nOverload: ${perSecond.toFixed(0)} deliveries of ${RECORDS} a second can be scored; of three ` +
      `times as many for ${SECONDS} s, ${taken} were taken at once; ` +
      `${(inTime * 100).toFixed(1)} % of what was taken was answered in time, longest stillness of the screen ${stillMs.toFixed(0)} ms and ` +
      `of the machine ${machineMs.toFixed(0)} ms, ${floodedMb.toFixed(0)} MB more memory\n`,
  );
  await secondsToEqual(floor, performance.now());

  expect([...sender.answers.keys()].filter((what) => !['202', '429'].includes(what))).toEqual([]);
  expect(inTime).toBeGreaterThan(0.99);
  expect(isBehind || sender.answers.has('429')).toBe(true);
  expect(stillMs).toBeLessThan(STILL_MS + machineMs);
  expect(floodedMb).toBeLessThan(MORE_MEMORY);
  expect(await floor.damage()).toEqual({ lost: 0, doubled: 0 });
  // What the scoring thread has done is told by the process.
  await until('all that was accepted is told as scored', async () => {
    const figures = await readFigures(server.url);
    const accepted = figures.get('bellwether_intake_items_total{verdict="accepted"}');
    return accepted !== undefined && accepted === figures.get('bellwether_deliveries_scored_total');
  });
});

/** Deliveries a second that are acknowledged and scored. */
async function sustainable(floor: FaultFloor): Promise<number> {
  const { sender } = floor;
  const before = sender.acknowledged;
  const began = performance.now();
  await sender.sendSeveralWhile(() => performance.now() - began < 3_000, LINES, RECORDS);
  while ((await floor.missing()) === WAITING) await pause(10);
  return ((sender.acknowledged - before) * 1_000) / (performance.now() - began);
}

/** The share of requests that were answered before any vendor gives up, by what the server tells. */
async function answeredInTime(url: string): Promise<number> {
  const figures = await readFigures(url);
  const name = 'bellwether_intake_duration_seconds';
  const inTime = figures.get(`${name}_bucket{le="${VENDORS_PATIENCE_SECONDS}"}`) ?? 0;
  return inTime / (figures.get(`${name}_count`) ?? 0);
}

/** The counts and gauges that the server tells, by name. */
async function readFigures(url: string): Promise<ReadonlyMap<string, number>> {
  const headers = { authorization: `Bearer ${METRICS_TOKEN}` };
  const text = await (await fetch(`${url}/metrics`, { headers })).text();
  const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  return new Map(
    lines.map((line) => [
      line.slice(0, line.lastIndexOf(' ')),
      Number(line.slice(line.lastIndexOf(' '))),
    ]),
  );
}

/** How much more memory a process came to have, in megabytes. */
function watchMemory(pid: number): { end(): number } {
  const before = residentMb(pid);
  let most = before;
  const timer = setInterval(() => (most = Math.max(most, residentMb(pid))), 50);
  return {
    end: () => {
      clearInterval(timer);
      return most - before;
    },
  };
}

/** 0 where the system does not tell. */
function residentMb(pid: number): number {
  const status = `/proc/${pid}/status`;
  if (!existsSync(status)) return 0;
  return Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(status, 'utf8'))?.[1] ?? 0) / 1_024;
}

/**
 * For how long the machine itself stood still at the most: its disk, by a small file that is written
 * through again and again, or this process. What waits for that is not the server's doing.
 */
async function watchMachine(): Promise<{ end(): Promise<number> }> {
  const folder = await mkdtemp(join(tmpdir(), 'bellwether-disk-'));
  const file = await open(join(folder, 'probe'), 'w');
  let [longest, goesOn] = [0, true];
  const probing = (async () => {
    while (goesOn) {
      const began = performance.now();
      await file.write(Buffer.alloc(8_192), 0, 8_192, 0);
      await file.sync();
      await pause(PROBE_MS);
      longest = Math.max(longest, performance.now() - began - PROBE_MS);
    }
  })();
  return {
    end: async () => {
      goesOn = false;
      await probing;
      await file.close();
      await rm(folder, { recursive: true });
      return longest;
    },
  };
}

/** For how long a screen showed nothing new. */
function watchScreen(screen: ScreenClient): { end(): number } {
  let [revision, changedAt, longest] = [screen.revision, performance.now(), 0];
  const timer = setInterval(() => {
    const now = performance.now();
    longest = Math.max(longest, now - changedAt);
    if (screen.revision !== revision) [revision, changedAt] = [screen.revision, now];
  }, 10);
  return {
    end: () => {
      clearInterval(timer);
      return longest;
    },
  };
}
