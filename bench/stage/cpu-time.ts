import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Milliseconds of processor time. */
export interface CpuTime {
  readonly server: number;
  readonly postgres: number;
  readonly redis: number;
}

const TICK_MS = 10;

interface Process {
  readonly pid: number;
  readonly parent: number;
  readonly ownMs: number;
  /** Of children that have ended. */
  readonly childrenMs: number;
}

/**
 * Processor time that a server and the engines have used so far. Unlike the clock on the wall it
 * hardly depends on what else the machine does. Undefined where the system does not tell.
 */
export function cpuTime(enginesFolder: string, serverPid: number): CpuTime | undefined {
  if (process.platform !== 'linux') return undefined;
  const all = readdirSync('/proc').map(Number).filter(Boolean).flatMap(readProcess);
  const sumOf = (root: number): number =>
    all
      .filter(({ pid, parent }) => pid === root || parent === root)
      .reduce(
        (sum, { pid, ownMs, childrenMs }) => sum + ownMs + (pid === root ? childrenMs : 0),
        0,
      );
  return {
    server: sumOf(serverPid),
    postgres: sumOf(firstNumberIn(join(enginesFolder, 'postgres', 'postmaster.pid'))),
    redis: sumOf(firstNumberIn(join(enginesFolder, 'redis', 'redis.pid'))),
  };
}

/** What was used between two readings, for one of `count` things: `server 0.12 ms, …`. */
export function costEach(
  before: CpuTime | undefined,
  after: CpuTime | undefined,
  count: number,
): { readonly totalMs: number; readonly text: string } | undefined {
  if (!before || !after) return undefined;
  const each = (part: keyof CpuTime) => (after[part] - before[part]) / count;
  const [server, postgres, redis] = [each('server'), each('postgres'), each('redis')];
  const text = `processor time server ${server.toFixed(3)}, PostgreSQL ${postgres.toFixed(3)}, Redis ${redis.toFixed(3)} ms each`;
  return { totalMs: server + postgres + redis, text };
}

function readProcess(pid: number): Process[] {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = text
      .slice(text.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number);
    const [parent = 0, user = 0, system = 0, childrenUser = 0, childrenSystem = 0] = [
      fields[1],
      ...fields.slice(11, 15),
    ];
    const ownMs = (user + system) * TICK_MS;
    return [{ pid, parent, ownMs, childrenMs: (childrenUser + childrenSystem) * TICK_MS }];
  } catch {
    // It has ended meanwhile.
    return [];
  }
}

function firstNumberIn(file: string): number {
  return Number.parseInt(readFileSync(file, 'utf8'), 10);
}
