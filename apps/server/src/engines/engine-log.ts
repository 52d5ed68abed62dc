import { closeSync, copyFileSync, fstatSync, ftruncateSync, mkdirSync, openSync } from 'node:fs';
import { readSync } from 'node:fs';
import { dirname } from 'node:path';

const LIMIT_BYTES = 4 * 1024 * 1024;
const LOOK_EVERY_MS = 10_000;

/**
 * The file an engine writes its log to, directly: what it says while our process dies is kept too.
 * Once it has grown past its limit, it is moved to `<file>.1` and begun anew.
 */
export class EngineLog {
  /** Opened for appending, so the engine goes on at the new end after the file was cut. */
  readonly descriptor: number;
  readonly #looking: NodeJS.Timeout;
  #launchedAt = 0;

  constructor(readonly file: string) {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    this.descriptor = openSync(file, 'a+', 0o600);
    this.#looking = setInterval(() => this.#bound(), LOOK_EVERY_MS).unref();
    this.#bound();
  }

  /** What follows belongs to a new launch. */
  markLaunch(): void {
    this.#launchedAt = fstatSync(this.descriptor).size;
  }

  /** The last lines since the launch, in one line. */
  lastLines(count = 3): string {
    const size = fstatSync(this.descriptor).size;
    const from = Math.max(Math.min(this.#launchedAt, size), size - 4_096);
    const buffer = Buffer.alloc(size - from);
    const read = readSync(this.descriptor, buffer, 0, buffer.length, from);
    const lines = buffer.toString('utf8', 0, read).split('\n').filter(Boolean);
    return lines.slice(-count).join(' | ');
  }

  close(): void {
    clearInterval(this.#looking);
    closeSync(this.descriptor);
  }

  #bound(): void {
    if (fstatSync(this.descriptor).size < LIMIT_BYTES) return;
    copyFileSync(this.file, `${this.file}.1`);
    ftruncateSync(this.descriptor);
    this.#launchedAt = 0;
  }
}
