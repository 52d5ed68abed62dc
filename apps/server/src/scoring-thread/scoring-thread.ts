import { once } from 'node:events';
import type { Worker } from 'node:worker_threads';
import type { NoteScoring, ScoringFact } from '../figures/scoring-figures.js';
import type { Lifetime } from '../start/run-until-stopped.js';
import type { OpenThread, ScoringWork, ToThread } from './scoring-work.js';

/**
 * Scoring beside everything else that the process does: requests and screens do not wait for it, and
 * it has a processor of its own where there is one. When it fails, so does the process.
 */
export class ScoringThread {
  readonly #thread: Worker;
  readonly #ended: Promise<unknown>;
  #isOver = false;

  /** Reads its programs, and waits. */
  constructor(open: OpenThread, work: ScoringWork, fail: Lifetime['fail']) {
    this.#thread = open(work);
    this.#ended = once(this.#thread, 'exit').catch(() => undefined);
    const over = (reason: unknown): void => {
      if (!this.#isOver) fail(reason);
      this.#isOver = true;
    };
    this.#thread.once('error', over);
    this.#thread.once('exit', () => over(new Error('The scoring thread has ended')));
  }

  /** Scores from here on; the tables are up to date. */
  begin(note: NoteScoring): void {
    this.#thread.on('message', (fact: ScoringFact) => note(fact));
    this.#tell('begin');
  }

  /** Ends when the jobs at hand are done. */
  async end(): Promise<void> {
    this.#isOver = true;
    this.#tell('end');
    await this.#ended;
  }

  #tell(what: ToThread): void {
    this.#thread.postMessage(what);
  }
}
