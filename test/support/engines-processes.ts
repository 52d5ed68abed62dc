import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { enginesIn } from '../../apps/server/src/engines/engines-in.js';

/** The processes that work on a data folder: its PostgreSQL, its Redis and their keepers. */
export function processesOf(dataFolder: string): number[] {
  return [...keepersOf(dataFolder), ...postgresOf(dataFolder), ...redisOf(dataFolder)];
}

export function keepersOf(dataFolder: string): number[] {
  return commandLines()
    .filter(({ command }) => command.includes('bellwether-keeper') && command.includes(dataFolder))
    .map(({ pid }) => pid);
}

export function postgresOf(dataFolder: string): number[] {
  return enginesIn(`${dataFolder}/postgres`, ['postgres']);
}

export function redisOf(dataFolder: string): number[] {
  return enginesIn(`${dataFolder}/redis`, ['redis-server', 'valkey-server']);
}

/** The one that the others are children of: its number is the first line of PostgreSQL's pid file. */
export function postmasterOf(dataFolder: string): number {
  return Number.parseInt(readFileSync(`${dataFolder}/postgres/postmaster.pid`, 'utf8'), 10);
}

/** What the process list shows of them to everyone. */
export function commandLinesOf(dataFolder: string): string[] {
  const pids = processesOf(dataFolder);
  return commandLines()
    .filter(({ pid }) => pids.includes(pid))
    .map(({ command }) => command);
}

function commandLines(): { pid: number; command: string }[] {
  if (process.platform !== 'linux') {
    return execFileSync('ps', ['-axo', 'pid=,command='], { encoding: 'utf8' })
      .split('\n')
      .map((line) => ({ pid: Number.parseInt(line, 10), command: line }));
  }
  return readdirSync('/proc')
    .map(Number)
    .filter((pid) => pid > 0)
    .map((pid) => ({ pid, command: commandLine(pid) }));
}

function commandLine(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    return '';
  }
}
