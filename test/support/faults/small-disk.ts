import { execFileSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';

/** A file system of its own that can be filled up. It needs the right to mount one. */
export class SmallDisk {
  private constructor(readonly folder: string) {}

  /** Undefined where this user may not mount. */
  static mount(parent: string, megabytes: number): SmallDisk | undefined {
    const folder = mkdtempSync(join(parent, 'disk-'));
    try {
      const options = ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder];
      execFileSync('mount', options, { stdio: 'ignore' });
      return new SmallDisk(folder);
    } catch {
      rmSync(folder, { recursive: true });
      return undefined;
    }
  }

  /** Takes every byte that is left, also what is given back meanwhile when called again. */
  fill(): void {
    const file = openSync(this.#filler, 'a');
    for (const size of [1_048_576, 4_096, 1]) {
      const chunk = Buffer.alloc(size);
      while (written(file, chunk));
    }
    closeSync(file);
  }

  free(): void {
    rmSync(this.#filler, { force: true });
  }

  unmount(): void {
    execFileSync('umount', ['--lazy', this.folder]);
    rmSync(this.folder, { recursive: true, force: true });
  }

  get #filler(): string {
    return join(this.folder, 'filler');
  }
}

function written(file: number, chunk: Buffer): boolean {
  try {
    return writeSync(file, chunk) === chunk.length;
  } catch {
    return false;
  }
}
