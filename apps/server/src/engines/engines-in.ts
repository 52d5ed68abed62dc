import { spawnSync } from 'node:child_process';
import { readFileSync, readdirSync, readlinkSync, realpathSync } from 'node:fs';

/**
 * The processes of these programs that have `folder` as their working folder. PostgreSQL and Redis move
 * into their data folder, so these are the ones that work on the data in it, whoever started them; a
 * shell that a person left there is not among them.
 */
export function enginesIn(folder: string, programs: readonly string[]): number[] {
  const place = realpathSync(folder);
  if (process.platform === 'linux') {
    return readdirSync('/proc')
      .map(Number)
      .filter((pid) => pid > 0 && isEngineIn(pid, place, programs));
  }
  const named = programs.flatMap((program) => ['-c', program]);
  const { stdout } = spawnSync('lsof', ['-t', '-a', '-d', 'cwd', ...named, place], {
    encoding: 'utf8',
  });
  return (stdout ?? '').split('\n').filter(Boolean).map(Number);
}

function isEngineIn(pid: number, place: string, programs: readonly string[]): boolean {
  try {
    const program = readFileSync(`/proc/${pid}/comm`, 'utf8').trim();
    return programs.includes(program) && worksIn(pid, place);
  } catch {
    return false; // It ended meanwhile.
  }
}

function worksIn(pid: number, place: string): boolean {
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === place;
  } catch {
    // It runs as another user. What it was started with is open to everyone.
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').includes(place);
  }
}
