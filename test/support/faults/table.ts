import { existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { FaultRun } from './results.js';
import { resultsFolder } from './results.js';

const tableFile = fileURLToPath(new URL('../../.output/faults.md', import.meta.url));

/** Forgets what earlier runs have found. */
export function clearResults(): void {
  rmSync(resultsFolder, { recursive: true, force: true });
}

/** Every fault that happened in this run, and what came of it: printed, and kept in a file. */
export function writeTable(): void {
  if (!existsSync(resultsFolder)) return;
  const runs = readdirSync(resultsFolder)
    .toSorted()
    .flatMap((name) => JSON.parse(readFileSync(`${resultsFolder}/${name}`, 'utf8')) as FaultRun[]);
  if (runs.length === 0) return;
  const faults = [...new Set(runs.map(({ fault }) => fault))];
  const rows = faults.map((name) =>
    rowOf(
      name,
      runs.filter(({ fault }) => fault === name),
    ),
  );
  const all = rowOf('**All**', runs);
  const table = [
    ['Fault', 'Runs', 'Lost', 'Doubled', 'Seconds to equal: median', 'most'],
    ['---', '--:', '--:', '--:', '--:', '--:'],
    ...rows,
    all,
  ]
    .map((cells) => `| ${cells.join(' | ')} |\n`)
    .join('');
  writeFileSync(tableFile, table);
  process.stdout.write(`\n${table}\n`);
}

function rowOf(fault: string, runs: readonly FaultRun[]): string[] {
  const sum = (of: (run: FaultRun) => number): number =>
    runs.reduce((total, run) => total + of(run), 0);
  const seconds = runs.map((run) => run.secondsToEqual).toSorted((a, b) => a - b);
  return [
    fault,
    String(runs.length),
    String(sum(({ lost }) => lost)),
    String(sum(({ doubled }) => doubled)),
    (seconds[Math.floor(seconds.length / 2)] ?? 0).toFixed(1),
    (seconds.at(-1) ?? 0).toFixed(1),
  ];
}
