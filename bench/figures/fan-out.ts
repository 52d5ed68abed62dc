import type { Figure, Line } from '../figure.js';
import type { LoadDuties } from '../load/load-duties.js';
import type { SocketDuties } from '../live/socket-duties.js';
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
    const sockets = stage.process<SocketDuties>('sockets');
    const watching = { port: server.port, token: founded.screenKey, topic: `board:${BOARD}` };
    const lines: Line[] = [];
    let open = 0;
    for (const size of SIZES) {
      await sockets.ask('openSockets', { ...watching, count: size - open });
      open = size;
      const run = (name: string, seconds: number) =>
        load.ask('openLoop', {
          target,
          run: `${name}-${size}`,
          perSecond: PER_SECOND,
          seconds,
          people: ON_BOARD,
        });
      await run('warm-up', 2);
      await received();
      await sockets.ask('arrivals');
      const before = stage.cpuTime(server.pid);
      await run('measured', SECONDS);
      await received();
      const after = stage.cpuTime(server.pid);
      const { frames, received: count, p50, p99 } = await sockets.ask('arrivals');
      lines.push({
        what: `4 frame to ${size.toLocaleString('en')} sockets at ${PER_SECOND}/s, p99`,
        ours: p99,
        unit: 'ms',
        reference: null,
        limit: { of: 'value', is: 'at-most', must: 100 },
        note:
          `one process; from the scoring of the event (before its commit) until each socket has ` +
          `the frame; p50 ${p50.toFixed(0)} ms, ${frames} frames, ${count} of ${frames * size} arrived` +
          spent(before, after, count),
      });
    }
    return lines;
  },
};

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
