import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import type { ProcessIdentity } from './process-identity.js';
import { identityOf, isRunning } from './process-identity.js';

export interface KeptProgram {
  readonly command: readonly string[];
  readonly folder: string;
  /** Open file for everything it prints. */
  readonly log: number;
  /** What ends it, in order, each with the seconds it gets. Then it is killed. */
  readonly endings: readonly (readonly [signal: string, seconds: number])[];
}

interface ProcessEnd {
  readonly succeeded: boolean;
  /** Half a sentence: `it ended with code 1`. */
  readonly how: string;
}

/** A program that ends when we end it, and also, by itself, when our process dies in whatever way. */
export interface KeptProcess {
  readonly pid: number;
  /** Resolves once it is surely gone. */
  readonly ended: Promise<ProcessEnd>;
  /** Asks it to end, by the same way that our own death would take. */
  end(): void;
  signal(name: 'SIGQUIT' | 'SIGKILL'): void;
}

/**
 * A shell between us and the program holds the one end of a pipe whose other end only our process has.
 * The system closes it when we are gone, `kill -9` included, and the shell then ends the program.
 */
const KEEPER = `
endings=$1
shift
exec 3<&0 </dev/null
"$@" 3<&- >&2 &
program=$!
echo "$program"
exec >&2
{
  while read -r _ <&3; do :; done
  for ending in $endings KILL:9; do
    kill -s "\${ending%:*}" "$program" || exit
    left=$((\${ending#*:} * 20))
    while [ "$left" -gt 0 ] && kill -0 "$program"; do sleep 0.05; left=$((left - 1)); done
  done
} 2>/dev/null &
lifeline=$!
exec 3<&-
wait "$program"
code=$?
kill "$lifeline" 2>/dev/null
wait "$lifeline" 2>/dev/null
exit "$code"
`;

export async function keepProcess(program: KeptProgram): Promise<KeptProcess> {
  const endings = program.endings.map(([signal, seconds]) => `${signal}:${seconds}`).join(' ');
  const shell = spawn('sh', ['-c', KEEPER, 'bellwether-keeper', endings, ...program.command], {
    cwd: program.folder,
    // Nothing of ours: neither settings that engines read from there (PGDATA and the like) nor secrets.
    env: { PATH: process.env['PATH'], LC_ALL: 'C', TZ: 'UTC' },
    stdio: ['pipe', 'pipe', program.log],
    // A process group of its own: Ctrl-C in a terminal is for us, and we stop what uses the engines first.
    detached: true,
  });
  const exited = once(shell, 'exit') as Promise<[number | null, NodeJS.Signals | null]>;
  exited.catch(() => undefined);
  const lifeline = shell.stdin as Writable;
  lifeline.on('error', () => undefined);

  const pid = await announcedNumber(shell.stdout as Readable);
  const identity = identityOf(pid);
  const end = (): void => void lifeline.end();
  const gone = async (): Promise<ProcessEnd> => {
    const [code, signal] = await exited;
    if (!isRunning(identity)) return { succeeded: code === 0, how: describeExit(code) };
    // The keeper itself was killed. What it kept goes with it.
    end();
    await endDirectly(identity);
    return { succeeded: false, how: `its keeper was killed by ${signal ?? 'an unknown cause'}` };
  };
  return { pid, ended: gone(), end, signal: (name) => signalIfRunning(identity, name) };
}

function signalIfRunning(program: ProcessIdentity, signal: NodeJS.Signals): void {
  if (isRunning(program)) process.kill(program.pid, signal);
}

async function endDirectly(program: ProcessIdentity): Promise<void> {
  for (const signal of ['SIGINT', 'SIGKILL'] as const) {
    signalIfRunning(program, signal);
    for (let left = 100; left > 0 && isRunning(program); left -= 1) await pause(50);
  }
}

async function announcedNumber(output: Readable): Promise<number> {
  const lines = createInterface({ input: output });
  const silence = once(lines, 'close').then(() => {
    throw new Error('No shell (sh) could be started.');
  });
  silence.catch(() => undefined);
  const [line] = (await Promise.race([once(lines, 'line'), silence])) as [string];
  lines.close();
  return Number(line);
}

/** The shell reports a death by signal as 128 and the signal's number. */
function describeExit(code: number | null): string {
  if (code === null) return 'it was killed';
  return code > 128 ? `it was killed by signal ${code - 128}` : `it ended with code ${code}`;
}
