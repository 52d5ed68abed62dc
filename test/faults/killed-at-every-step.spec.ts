import { describe, expect, it, onTestFinished } from 'vitest';
import type { FailPoint } from '../../apps/server/src/fail-points/fail-points.js';
import { FAIL_POINTS } from '../../apps/server/src/fail-points/fail-points.js';
import { FaultFloor } from '../support/faults/floor.js';
import { UNHARMED, observe } from '../support/faults/observe.js';
import type { FaultRun } from '../support/faults/results.js';
import { keepResults } from '../support/faults/results.js';
import { ServerProcess } from '../support/faults/server-process.js';
import { newStores } from '../support/faults/installation.js';
import { TcpProxy, portOf } from '../support/faults/tcp-proxy.js';

/** At least this many kills; `FAULT_RUNS=2000` for more. */
const RUNS = Number(process.env['FAULT_RUNS'] ?? 208);
/** Floors that are tested beside each other. Most of a recovery is waiting. */
const LANES = Number(process.env['FAULT_LANES'] ?? 6);

const queue = Array.from({ length: RUNS }, (_, index) => FAIL_POINTS[index % FAIL_POINTS.length]!);

/** A server of its own on a database of its own, killed again and again. */
async function lane(runs: FaultRun[]): Promise<void> {
  const { drop, ...stores } = await newStores();
  let server = await ServerProcess.start(stores);
  const door = await TcpProxy.to(portOf(server.url));
  onTestFinished(() => server.kill());
  const floor = await FaultFloor.open(door.url, stores);
  for (let point = queue.shift(); point; point = queue.shift()) {
    await killAt(point, server, floor);
    server = await ServerProcess.start(stores);
    door.leadTo(server.url);
    const harm = await observe(`Server killed at ${point}`, floor, performance.now(), runs);
    expect(harm).toEqual(UNHARMED);
  }
  await floor.close();
  server.signal('SIGTERM');
  expect(await server.ended).toBe(0);
  door.close();
  await drop();
}

async function killAt(point: FailPoint, server: ServerProcess, floor: FaultFloor): Promise<void> {
  const time = 1 + Math.floor(Math.random() * 5);
  await server.failAt({ point, time, by: 'SIGKILL' });
  // One job goes on for as long as there is work.
  if (point.startsWith('job-')) await floor.sender.sendSlowlyWhile(() => !server.isGone);
  else await floor.sender.sendWhile(() => !server.isGone);
  expect(await server.ended).toBe('SIGKILL');
  expect(server.lines.at(-1)).toMatchObject({ failing: point });
}

describe('a server that is killed', () => {
  it(
    'at any step between a delivery and a frame loses nothing and counts nothing twice',
    { timeout: 60_000 + RUNS * 5_000 },
    async () => {
      const runs: FaultRun[] = [];
      onTestFinished(() => keepResults('killed-at-every-step', runs));
      await Promise.all(Array.from({ length: LANES }, () => lane(runs)));
      expect(runs).toHaveLength(RUNS);
    },
  );
});
