import { setTimeout as pause } from 'node:timers/promises';
import type { Log } from '../engines/log.js';
import { CannotRun } from './cannot-run.js';

type Stop = (hurry: AbortSignal) => Promise<void> | void;

/** The life of a process, seen from what runs in it. */
export interface Lifetime {
  /** Registers how to stop something that was just started. The last started is the first stopped. */
  onStop(what: string, stop: Stop): void;
  /** Ends the run: something it cannot do without is gone. */
  readonly fail: (reason: unknown) => void;
  /** Ends the run: its work is done. */
  readonly finish: () => void;
  /** Aborted once the stop begins. */
  readonly stopping: AbortSignal;
}

/** One press of Ctrl-C arrives up to three times: from the terminal, from npm and from the launcher. */
const SAME_PRESS_MS = 700;
/** What was started first (the engines) keeps this part of the time for itself, whatever hangs before it. */
const SHARE_OF_THE_FIRST = 0.5;
const HURRIED_STEP_MS = 500;

/**
 * Runs what `start` starts until a signal, a failure or the end of the launcher, then stops it in order and
 * ends the process: with code 0 when it was asked to stop and everything stopped, else with 1.
 */
export async function runUntilStopped(
  log: Log,
  start: (lifetime: Lifetime) => Promise<void>,
  withinMs = 9_000,
): Promise<never> {
  const run = new Run(log);
  run.listen();
  const started = start(run).catch(run.fail);
  await run.ending;

  const until = performance.now() + withinMs;
  setTimeout(() => run.exit('The stop takes too long and is cut short'), withinMs).unref();
  await started;
  for (const [index, { what, stop }] of run.stops.entries()) {
    const isLast = index === run.stops.length - 1;
    await run.step(what, stop, until - (isLast ? 0 : withinMs * SHARE_OF_THE_FIRST));
  }
  log.info('Stopped');
  return process.exit(run.exitCode);
}

class Run implements Lifetime {
  readonly stops: { what: string; stop: Stop }[] = [];
  readonly ending: Promise<void>;
  exitCode = 0;
  readonly #stopping = new AbortController();
  readonly #hurry = new AbortController();
  #pressedAt = -Infinity;
  #end: () => void = () => undefined;

  constructor(private readonly log: Log) {
    this.ending = new Promise((resolve) => (this.#end = resolve));
  }

  get stopping(): AbortSignal {
    return this.#stopping.signal;
  }

  onStop(what: string, stop: Stop): void {
    this.stops.unshift({ what, stop });
  }

  readonly finish = (): void => this.#begin();

  readonly fail = (reason: unknown): void => {
    this.exitCode = 1;
    if (reason instanceof CannotRun) {
      for (const line of reason.message.split('\n')) this.log.error(line);
    } else {
      const story = reason instanceof Error ? reason.stack : String(reason);
      this.log.error('An unexpected error ends the run', { error: story });
    }
    this.#begin();
  };

  listen(): void {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.on(signal, () => this.#pressed(signal));
    }
    // The launcher holds a channel to us; when it is killed, nobody else would tell us to end.
    process.once('disconnect', () => this.#pressed('the end of the launcher'));
    process.on('uncaughtException', this.fail);
    process.on('unhandledRejection', this.fail);
    // A closed terminal must not break the stop that it causes.
    for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
  }

  async step(what: string, stop: Stop, until: number): Promise<void> {
    const limit = new AbortController();
    const stopped = this.#stopped(what, stop);
    const timeUp = this.#timeUp(until, limit.signal);
    const inTime = await Promise.race([stopped.then(() => true), timeUp.then(() => false)]);
    limit.abort();
    if (!inTime) this.log.warn(`Leaves ${what} behind, which does not stop in time`);
  }

  exit(story: string): never {
    this.log.error(story);
    return process.exit(1);
  }

  async #stopped(what: string, stop: Stop): Promise<void> {
    try {
      await stop(this.#hurry.signal);
    } catch (error) {
      this.exitCode = 1;
      this.log.error(`Cannot stop ${what}`, {
        error: error instanceof Error ? error.stack : error,
      });
    }
  }

  async #timeUp(until: number, done: AbortSignal): Promise<void> {
    const ignore = (): void => undefined;
    const inTime = pause(Math.max(until - performance.now(), 0), undefined, { signal: done });
    const hurried = new Promise<void>((resolve) => {
      const soon = (): void => void setTimeout(resolve, HURRIED_STEP_MS).unref();
      if (this.#hurry.signal.aborted) soon();
      else this.#hurry.signal.addEventListener('abort', soon, { once: true });
    });
    await Promise.race([inTime.catch(ignore), hurried]);
  }

  #pressed(cause: string): void {
    const now = performance.now();
    const again = now - this.#pressedAt >= SAME_PRESS_MS;
    if (!again) return;
    this.#pressedAt = now;
    if (!this.stopping.aborted) {
      this.log.info(`Stops (${cause})`);
      this.#begin();
    } else if (!this.#hurry.signal.aborted) {
      this.log.info('Stops at once');
      this.#hurry.abort();
    } else {
      this.exit('Ends without waiting');
    }
  }

  #begin(): void {
    this.#stopping.abort();
    this.#end();
  }
}
