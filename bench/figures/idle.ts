import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Figure, Line } from '../figure.js';
import type { Stage } from '../stage/stage.js';

const IDLE_MS = 10_000;

/** What the server takes when nothing happens, and how soon it is there. */
export const idle: Figure = {
  name: 'idle',

  async measure(stage: Stage): Promise<readonly Line[]> {
    const dataDir = join(stage.settings.folder, 'idle');
    mkdirSync(dataDir, { mode: 0o700 });
    const cold = await stage.server({ dataDir });
    await cold.stop();
    const warm = await stage.server({ dataDir });
    await new Promise((resolve) => setTimeout(resolve, IDLE_MS));
    const memory = residentMegabytes(warm.pid);
    const told = { unit: 's', reference: null, limit: null } as const;
    return [
      {
        what: '8 memory of the idle server',
        ours: memory ?? null,
        unit: 'MB',
        reference: null,
        limit: { of: 'value', is: 'at-most', must: 300 },
        note: 'resident memory of the one process with both roles, ten seconds after its start',
      },
      {
        what: '8 cold start',
        ours: cold.startedInMs / 1_000,
        ...told,
        note: 'from an empty folder until ready: makes PostgreSQL, starts Redis, makes the tables',
      },
      {
        what: '8 warm start',
        ours: warm.startedInMs / 1_000,
        ...told,
        note: 'from a folder in which it has run before until ready',
      },
    ];
  },
};

function residentMegabytes(pid: number): number | undefined {
  if (process.platform !== 'linux') return undefined;
  const kilobytes = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return kilobytes === undefined ? undefined : Number(kilobytes) / 1_024;
}
