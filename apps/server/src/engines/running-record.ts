import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { identityOf, isRunning } from './process-identity.js';

/** Where a running server and its engines are found: for the command line tool. */
export type RunningRecord = z.infer<typeof RunningRecord>;
const RunningRecord = z.object({
  pid: z.int().positive(),
  startTicks: z.string().nullable(),
  startedAt: z.iso.datetime(),
  databaseUrl: z.string(),
  redisUrl: z.string(),
  httpPort: z.int(),
});

/** What this process runs on, for the others on this machine that may read the data folder. */
export function writeRunning(
  dataFolder: string,
  found: Pick<RunningRecord, 'databaseUrl' | 'redisUrl' | 'httpPort'>,
): void {
  const record = { ...identityOf(process.pid), startedAt: new Date().toISOString(), ...found };
  const file = fileIn(dataFolder);
  writeFileSync(`${file}.new`, `${JSON.stringify(record, null, 2)}\n`, { mode: 0o600 });
  renameSync(`${file}.new`, file);
}

/** `undefined` when no server runs on this data folder. */
export function readRunning(dataFolder: string): RunningRecord | undefined {
  try {
    const record = RunningRecord.parse(JSON.parse(readFileSync(fileIn(dataFolder), 'utf8')));
    return isRunning(record) ? record : undefined;
  } catch {
    return undefined;
  }
}

export function removeRunning(dataFolder: string): void {
  rmSync(fileIn(dataFolder), { force: true });
}

function fileIn(dataFolder: string): string {
  return join(dataFolder, 'run.json');
}
