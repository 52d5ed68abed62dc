import type { CannotRun } from '../start/cannot-run.js';
import type { Log } from './log.js';

export interface EngineOptions {
  readonly dataFolder: string;
  readonly log: Log;
  /** Told once, when the engine cannot be kept running. */
  readonly onLost: (reason: CannotRun) => void;
  /** `false` only for throw-away data of tests. */
  readonly durable?: boolean;
}

export interface RunningEngine {
  readonly url: string;
  stop(hurry?: AbortSignal): Promise<void>;
}
