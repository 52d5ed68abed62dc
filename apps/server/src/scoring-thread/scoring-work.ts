import type { Worker } from 'node:worker_threads';
import type { Config } from '../config/load-config.js';
import type { StoresOptions } from '../stores/open-stores.js';

/** What the scoring thread is given to begin with. */
export interface ScoringWork {
  readonly config: Config;
  readonly stores: StoresOptions;
}

/** Opens a thread that does such work. */
export type OpenThread = (work: ScoringWork) => Worker;

/** What the thread is told: that the tables are up to date, and to end. */
export type ToThread = 'begin' | 'end';
