import { afterAll, describe, expect, it } from 'vitest';
import { Installation } from '../support/faults/installation.js';
import { UNHARMED, observe } from '../support/faults/observe.js';
import type { FaultRun } from '../support/faults/results.js';
import { keepResults } from '../support/faults/results.js';

/** For how long a process is still or cut off; `FAULT_STILL_SECONDS=30` for longer. */
const STILL_MS = 1_000 * Number(process.env['FAULT_STILL_SECONDS'] ?? 8);
const HOUR_MS = 3_600_000;
const clock = new URL('../support/faults/settable-clock.mjs', import.meta.url).href;

const runs: FaultRun[] = [];
afterAll(() => keepResults('processes-fail', runs));

describe('an installation of two processes', () => {
  it.each([
    'job-taken',
    'before-scoring-commit',
    'after-scoring-commit',
    'before-projection',
  ] as const)(
    'scores on within 10 seconds when a worker is still at %s, and stays right when it wakes up',
    async (point) => {
      const installation = await Installation.open();
      const [sleeper, other] = [await installation.add(), await installation.add()];
      installation.leadTo(other);
      const floor = await installation.openFloor();
      await sleeper.failAt({ point, time: 1, by: 'SIGSTOP' });
      const isStill = () => sleeper.lines.some(({ failing }) => failing === point);
      await floor.sender.sendSlowlyWhile(() => !isStill());
      const stoppedAt = performance.now();
      expect(await observe(`Worker still at ${point}`, floor, stoppedAt, runs)).toEqual(UNHARMED);
      const wakesAt = stoppedAt + STILL_MS;
      await floor.sender.sendSlowlyWhile(() => performance.now() < wakesAt);
      sleeper.signal('SIGCONT');
      expect(
        await observe(`Worker awake again at ${point}`, floor, performance.now(), runs),
      ).toEqual(UNHARMED);
    },
  );

  it('runs the job of a worker that died again within 10 seconds', async () => {
    const installation = await Installation.open();
    const [mortal, other] = [await installation.add(), await installation.add()];
    installation.leadTo(other);
    const floor = await installation.openFloor();
    await mortal.failAt({ point: 'deliveries-taken', time: 1, by: 'SIGKILL' });
    await floor.sender.sendSlowlyWhile(() => !mortal.isGone);
    expect(await observe('Worker killed, another goes on', floor, performance.now(), runs)).toEqual(
      UNHARMED,
    );
  });

  it('goes on when one of two servers and one of two workers are cut off, and mends', async () => {
    const installation = await Installation.open();
    const wires = await installation.wires();
    const web = await installation.add({ roles: 'web' });
    const cutWeb = await installation.add({ ...wires.urls, roles: 'web' });
    await installation.add({ roles: 'worker' });
    await installation.add({ ...wires.urls, roles: 'worker' });
    installation.leadTo(cutWeb);
    const floor = await installation.openFloor();
    let isOver = false;
    const sending = floor.sender.sendWhile(() => !isOver, 20);
    await pause(300);
    wires.cut();
    const cutAt = performance.now();
    await pause(300);
    // As a load balancer does that hears nothing; the screen goes where it is led, too.
    installation.leadTo(web);
    floor.screen.socket.io.engine.close();
    await pause(1_000);
    isOver = true;
    await sending;
    expect(await observe('Two of four processes cut off', floor, cutAt, runs)).toEqual(UNHARMED);

    const mendsAt = cutAt + STILL_MS;
    await floor.sender.sendSlowlyWhile(() => performance.now() < mendsAt);
    wires.mend();
    const mendedAt = performance.now();
    installation.leadTo(cutWeb);
    floor.screen.socket.io.engine.close();
    expect(await observe('Two of four processes reconnected', floor, mendedAt, runs)).toEqual(
      UNHARMED,
    );
  });

  it('is replaced under load', async () => {
    const installation = await Installation.open();
    const old = await installation.add();
    installation.leadTo(old);
    const floor = await installation.openFloor();
    let isOver = false;
    const sending = floor.sender.sendWhile(() => !isOver);
    const next = await installation.add();
    installation.leadTo(next);
    old.signal('SIGTERM');
    expect(await old.ended).toBe(0);
    const endedAt = performance.now();
    await pause(300);
    isOver = true;
    await sending;
    expect(await observe('Deploy under load', floor, endedAt, runs)).toEqual(UNHARMED);
  });

  it.each([
    ['ahead', HOUR_MS],
    ['back', -HOUR_MS],
  ])('does not mind a clock that is set an hour %s', async (direction, clockMs) => {
    const installation = await Installation.open();
    const server = await installation.add({ nodeArguments: ['--import', clock] });
    installation.leadTo(server);
    const floor = await installation.openFloor();
    let isOver = false;
    const sending = floor.sender.sendWhile(() => !isOver, 20);
    await pause(300);
    await server.tell({ clockMs });
    const setAt = performance.now();
    await pause(1_000);
    isOver = true;
    await sending;
    floor.sender.clockMs = clockMs;
    expect(await observe(`Clock set an hour ${direction}`, floor, setAt, runs)).toEqual(UNHARMED);
  });
});

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
