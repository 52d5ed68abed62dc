import { randomUUID } from 'node:crypto';
import { readFileSync, readlinkSync, statSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { identityOf, isRunning } from './process-identity.js';

/** How often an owner touches its claim, for those who cannot see its process. */
export const BEAT_MS = 2_000;

/** What an owner of a data folder writes down about itself. */
export type Claim = z.infer<typeof Claim>;
const Claim = z.object({
  id: z.string(),
  pid: z.int().positive(),
  startTicks: z.string().nullable(),
  since: z.iso.datetime(),
  host: z.string(),
  boot: z.string().nullable(),
  pidNamespace: z.string().nullable(),
  released: z.boolean(),
});

/** The claim of the process that asks. */
export function ownClaim(): Claim {
  return {
    ...here(),
    ...identityOf(process.pid),
    id: randomUUID(),
    since: new Date().toISOString(),
    released: false,
  };
}

/** `null` also for a file that a power cut left empty: nobody who wrote it is still there. */
export function readClaim(file: string): Claim | null {
  return orNull(() => Claim.parse(JSON.parse(readFileSync(file, 'utf8'))));
}

export function writeClaim(file: string, claim: Claim): void {
  writeFileSync(file, JSON.stringify(claim), { mode: 0o600 });
}

/** Whether the owner is still there. */
export async function isHeld(claim: Claim, file: string): Promise<boolean> {
  if (claim.released) return false;
  const { host, boot, pidNamespace } = here();
  if (claim.boot === boot && claim.pidNamespace === pidNamespace) return isRunning(claim);
  if (claim.host === host && claim.boot !== boot) return false;
  // Another container or machine: its processes cannot be seen from here, but its heartbeat can.
  return isBeating(file);
}

/** Names the owner in a sentence: `process 1234 since 14:18`. */
export function describeClaim({ pid, since, host }: Claim): string {
  const start = new Date(since);
  const today = start.toDateString() === new Date().toDateString();
  const day = today ? '' : `${start.toLocaleDateString('sv-SE')} `;
  const time = start.toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' });
  const elsewhere = host === hostname() ? '' : ` on ${host}`;
  return `process ${pid}${elsewhere} since ${day}${time}`;
}

async function isBeating(file: string): Promise<boolean> {
  const before = modifiedAt(file);
  const until = performance.now() + 2.5 * BEAT_MS;
  while (performance.now() < until) {
    await pause(BEAT_MS / 10);
    const now = modifiedAt(file);
    if (now !== before) return now !== null; // It is gone when somebody else has followed it.
  }
  return false;
}

function here(): Pick<Claim, 'host' | 'boot' | 'pidNamespace'> {
  return {
    host: hostname(),
    boot: orNull(() => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()),
    pidNamespace: orNull(() => readlinkSync('/proc/self/ns/pid')),
  };
}

function modifiedAt(file: string): number | null {
  return orNull(() => statSync(file).mtimeMs);
}

function orNull<T>(read: () => T): T | null {
  try {
    return read();
  } catch {
    return null;
  }
}
