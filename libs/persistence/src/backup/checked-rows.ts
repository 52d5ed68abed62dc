import { createHash } from 'node:crypto';
import type { TableEnd } from '@bellwether/contracts';

const NEW_LINE = 10;

/** Counts and sums up the rows of a table as they go by: one line each, in PostgreSQL's text form. */
export class CheckedRows {
  readonly #hash = createHash('sha256');
  rows = 0;

  add(data: Buffer): void {
    this.#hash.update(data);
    for (let at = data.indexOf(NEW_LINE); at !== -1; at = data.indexOf(NEW_LINE, at + 1)) {
      this.rows += 1;
    }
  }

  /** No more may be added after this. */
  end(): TableEnd {
    return { rows: this.rows, sha256: this.#hash.digest('hex') };
  }
}
