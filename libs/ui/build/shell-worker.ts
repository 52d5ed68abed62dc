import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';

const SOURCE = new URL('worker.js', import.meta.url);

export interface Shell {
  /** The name of the cache. */
  readonly shelf: string;
  /** Where the page is, with a slash at both ends. */
  readonly page: string;
  /** Files of older releases go when there are more than this. */
  readonly mostFiles: number;
}

/** Puts the worker that keeps a page's files beside the page. */
export function shellWorker({ shelf, page, mostFiles }: Shell): Plugin {
  return {
    name: 'shell-worker',
    apply: 'build',
    generateBundle() {
      const values = { SHELF: shelf, PAGE: page, MOST_FILES: mostFiles };
      const constants = Object.entries(values).map(
        ([name, value]) => `const ${name} = ${JSON.stringify(value)};\n`,
      );
      const source = constants.join('') + readFileSync(SOURCE, 'utf8');
      this.emitFile({ type: 'asset', fileName: 'worker.js', source });
    },
  };
}
