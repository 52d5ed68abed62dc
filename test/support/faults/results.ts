import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Damage } from './floor.js';

/** One time that a fault happened, and what came of it. */
export interface FaultRun extends Damage {
  readonly fault: string;
  /** From the moment that what had failed was back, until screen, boards and ledger were the same. */
  readonly secondsToEqual: number;
}

export const resultsFolder = fileURLToPath(new URL('../../.output/fault-results', import.meta.url));

/** Keeps the runs of one test file for the table that is printed at the end. */
export function keepResults(name: string, runs: readonly FaultRun[]): void {
  mkdirSync(resultsFolder, { recursive: true });
  writeFileSync(`${resultsFolder}/${name}.json`, JSON.stringify(runs));
}
