import { setTimeout as pause } from 'node:timers/promises';
import { CannotRun } from '../start/cannot-run.js';
import type { Leftovers } from './end-leftovers.js';
import { killLeftovers } from './end-leftovers.js';
import type { EngineLog } from './engine-log.js';
import type { KeptProcess } from './kept-process.js';
import type { Log } from './log.js';
import { afterUnexpectedEnd } from './restart-policy.js';

export interface EngineRecipe {
  readonly name: string;
  readonly engineLog: EngineLog;
  /** Starts the process. What is left of an earlier one gets this long to end by itself. */
  spawn(patienceMs: number): Promise<KeptProcess>;
  /** Resolves when the engine answers. Rejects when `gaveUp` says that there is nothing to wait for. */
  answers(engine: KeptProcess, gaveUp: AbortSignal): Promise<void>;
  /** Ends it without its usual care, from which it recovers at the next start. */
  readonly hurriedBy: 'SIGQUIT' | 'SIGKILL';
  /** What else belongs to it, to be gone when it is stopped. */
  readonly leftovers: Leftovers;
  readonly log: Log;
  /** Told once, when the engine cannot be kept running. */
  readonly onLost: (reason: CannotRun) => void;
}

export interface SupervisedEngine {
  stop(hurry?: AbortSignal): Promise<void>;
}

/** Starts an engine and keeps it running: one that ends unexpectedly is restarted, a few times a minute. */
export async function supervise(recipe: EngineRecipe): Promise<SupervisedEngine> {
  const stopping = new AbortController();
  let engine = await launch(recipe, 2_000, stopping.signal);

  const watch = async (): Promise<void> => {
    const ends: number[] = [];
    for (;;) {
      const { how } = await engine.ended;
      if (stopping.signal.aborted) return;
      ends.push(performance.now());
      const decision = afterUnexpectedEnd(ends);
      const story = `${recipe.name} ended unexpectedly: ${how}`;
      if (decision === 'give-up') {
        recipe.onLost(new CannotRun(`${story}, again and again. ${lastWords(recipe)}`));
        return;
      }
      recipe.log.warn(`${story}. Restarts it. ${lastWords(recipe)}`);
      engine = (await relaunch(recipe, decision, stopping.signal)) ?? engine;
      // It came up while we were asked to stop.
      if (stopping.signal.aborted) engine.end();
    }
  };
  const watching = watch();

  return {
    async stop(hurry) {
      stopping.abort();
      engine.end();
      if (hurry?.aborted) hurryUp(engine, recipe.hurriedBy);
      hurry?.addEventListener('abort', () => hurryUp(engine, recipe.hurriedBy));
      await engine.ended;
      await watching;
      await killLeftovers(recipe.leftovers);
      recipe.engineLog.close();
    },
  };
}

/** One that hangs does not even hear the first signal. */
function hurryUp(engine: KeptProcess, signal: EngineRecipe['hurriedBy']): void {
  engine.signal(signal);
  setTimeout(() => engine.signal('SIGKILL'), 1_000).unref();
}

/** `undefined` when it did not come up: its end then counts as one more. */
async function relaunch(
  recipe: EngineRecipe,
  afterMs: number,
  stopping: AbortSignal,
): Promise<KeptProcess | undefined> {
  try {
    await pause(afterMs, undefined, { signal: stopping });
    const engine = await launch(recipe, 200, stopping);
    recipe.log.info(`${recipe.name} is back`);
    return engine;
  } catch {
    return undefined;
  }
}

async function launch(
  recipe: EngineRecipe,
  patienceMs: number,
  stopping: AbortSignal,
): Promise<KeptProcess> {
  recipe.engineLog.markLaunch();
  const engine = await recipe.spawn(patienceMs);
  const waiting = setInterval(() => recipe.log.info(`${recipe.name} is still starting`), 10_000);
  const ended = new AbortController();
  void engine.ended.then(() => ended.abort());
  try {
    await recipe.answers(engine, AbortSignal.any([stopping, ended.signal]));
    return engine;
  } catch (error) {
    engine.end();
    const { how } = await engine.ended;
    if (error instanceof CannotRun) throw error;
    throw new CannotRun(`${recipe.name} does not start: ${how}. ${lastWords(recipe)}`);
  } finally {
    clearInterval(waiting);
  }
}

function lastWords({ engineLog }: EngineRecipe): string {
  return `Its last lines (${engineLog.file}): ${engineLog.lastLines()}`;
}
