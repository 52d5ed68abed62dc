import type { Figure, Line } from '../figure.js';
import type { LoadDuties } from '../load/load-duties.js';
import type { LightScreenSettings } from '../live/light-screen.js';
import type { Arrivals, SocketDuties } from '../live/socket-duties.js';
import type { ReferenceDuties } from '../reference/reference-duties.js';
import type { CpuTime } from '../stage/cpu-time.js';
import { openFloor } from '../stage/open-floor.js';
import type { Stage } from '../stage/stage.js';

const BOARD = 'activity_points.month.reps';
const PER_SECOND = 4;
const SECONDS = 10;
const SIZES = [2_000, 5_000];
const ON_BOARD = Array.from({ length: 30 }, (_, person) => person);

/** How soon a frame is with thousands of sockets of one process. */
export const fanOut: Figure = {
  name: 'fan-out',

  async measure(stage: Stage): Promise<readonly Line[]> {
    const { founded, server, target } = await openFloor(stage, { people: 30, teams: 4 });
    const load = stage.process<LoadDuties>('load');
    const watching = { port: server.port, token: founded.screenKey, topic: `board:${BOARD}` };
    const ours = await measureSizes(stage, watching, async ({ name, seconds }) => {
      const asked = { target, run: name, perSecond: PER_SECOND, seconds, people: ON_BOARD };
      await load.ask('openLoop', asked);
      return stage.cpuTime(server.pid);
    });
    const reference = stage.process<ReferenceDuties>('reference');
    const port = await reference.ask('awaitSockets');
    const bare = await measureSizes(stage, { ...watching, port }, async ({ size, seconds }) => {
      const bytes = ours.find((own) => own.size === size)?.bytes ?? 0;
      const frames = PER_SECOND * seconds;
      await reference.ask('writeFrames', { frames, perSecond: PER_SECOND, bytes });
      return undefined;
    });
    return ours.map((own, index) => lineOf(own, bare[index]));
  },
};

interface Sending {
  /** How many sockets hear it. */
  readonly size: number;
  readonly name: string;
  readonly seconds: number;
}

interface Measured extends Arrivals {
  readonly size: number;
  readonly cost: string;
}

/** More and more sockets, and what each of these numbers of them sees. */
async function measureSizes(
  stage: Stage,
  watching: LightScreenSettings,
  send: (sending: Sending) => Promise<CpuTime | undefined>,
): Promise<readonly Measured[]> {
  const sockets = stage.process<SocketDuties>('sockets');
  const all: Measured[] = [];
  for (const [index, size] of SIZES.entries()) {
    await sockets.ask('openSockets', { ...watching, count: size - (SIZES[index - 1] ?? 0) });
    const before = await send({ size, name: `warm-up-${size}`, seconds: 2 });
    await received();
    await sockets.ask('arrivals');
    const after = await send({ size, name: `measured-${size}`, seconds: SECONDS });
    await received();
    const arrivals = await sockets.ask('arrivals');
    all.push({ ...arrivals, size, cost: spent(before, after, arrivals.received) });
  }
  await sockets.ask('closeAll');
  return all;
}

function lineOf(
  { size, frames, received, p50, p99, bytes, cost }: Measured,
  bare?: Measured,
): Line {
  return {
    what: `4 frame to ${size.toLocaleString('en')} sockets at ${PER_SECOND}/s, p99`,
    ours: p99,
    unit: 'ms',
    reference: bare?.p99 ?? null,
    limit: { of: 'value', is: 'at-most', must: 100 },
    note:
      `one process; from the scoring of the event (before its commit) until each socket has ` +
      `the frame of ${bytes} bytes; p50 ${p50.toFixed(0)} ms, ${frames} frames, ${received} of ` +
      `${frames * size} arrived${cost}; the reference writes as many bytes to as many sockets and ` +
      `does nothing else, p50 ${bare?.p50.toFixed(0)} ms`,
  };
}

/** Hardly moved by what else the machine does, unlike the latencies. */
function spent(before: CpuTime | undefined, after: CpuTime | undefined, count: number): string {
  if (!before || !after) return '';
  const microseconds = ((after.server - before.server) / count) * 1_000;
  return `; processor time of the server for each, with all else it does, ${microseconds.toFixed(1)} µs`;
}

/** Until the last frame is with everybody. */
function received(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 1_500));
}
