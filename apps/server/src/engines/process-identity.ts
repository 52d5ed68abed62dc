import { readFileSync } from 'node:fs';

/** Tells a process from a later one that was given the same number. */
export interface ProcessIdentity {
  readonly pid: number;
  /** When it started, in the kernel's ticks since boot; `null` where the system does not tell. */
  readonly startTicks: string | null;
}

export function identityOf(pid: number): ProcessIdentity {
  return { pid, startTicks: kernelRecord(pid)?.startTicks ?? null };
}

/** Whether exactly this process still runs. One that has ended but was not yet collected does not. */
export function isRunning({ pid, startTicks }: ProcessIdentity): boolean {
  if (!answersSignals(pid)) return false;
  const record = kernelRecord(pid);
  if (record === null) return true;
  return !record.ended && (startTicks === null || startTicks === record.startTicks);
}

function answersSignals(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Somebody else's process may not be signalled, but it is there.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function kernelRecord(pid: number): { ended: boolean; startTicks: string } | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    // The second field is the program's name in brackets, and a name may hold anything, brackets too.
    const [state = '', ...fields] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return { ended: state === 'Z' || state === 'X', startTicks: fields[18] ?? '' };
  } catch {
    return null;
  }
}
