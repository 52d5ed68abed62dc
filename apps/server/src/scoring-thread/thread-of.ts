import { Worker } from 'node:worker_threads';
import type { OpenThread } from './scoring-work.js';

/** A thread that runs the program beside `program`. */
export function threadOf(program: string): OpenThread {
  return (work) => new Worker(new URL('scoring.js', program), { workerData: work });
}
