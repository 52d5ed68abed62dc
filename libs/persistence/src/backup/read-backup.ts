import {
  BACKUP_FORMAT,
  BackupEnd,
  BackupHeader,
  TableEnd,
  TableStart,
} from '@bellwether/contracts';
import { BackupRefused } from './backup-refused.js';
import { CheckedRows } from './checked-rows.js';
import type { Frame } from './frames.js';
import { readFrames } from './frames.js';

interface Schema<T> {
  safeParse(value: unknown): { readonly data?: T };
}

/** A backup, read once from its beginning to its end. Everything throws `BackupRefused`. */
export class BackupReader {
  readonly #frames: AsyncGenerator<Frame>;
  #tables = 0;

  private constructor(
    frames: AsyncGenerator<Frame>,
    readonly header: BackupHeader,
  ) {
    this.#frames = frames;
  }

  static async open(chunks: AsyncIterable<Buffer>): Promise<BackupReader> {
    const frames = readFrames(chunks);
    const header = parse(await nextOf(frames), 'H', BackupHeader);
    if (header.format > BACKUP_FORMAT) {
      throw new BackupRefused(
        `It was made by Bellwether ${header.product}, which writes another format; ` +
          'restore it with that version or a later one',
      );
    }
    return new BackupReader(frames, header);
  }

  /** The next table, whose rows must be read to their end before another; undefined at the end. */
  async next(): Promise<TableStart | undefined> {
    const frame = await nextOf(this.#frames);
    if (frame.kind === 'T') {
      this.#tables += 1;
      return parse(frame, 'T', TableStart);
    }
    const { tables } = parse(frame, 'Z', BackupEnd);
    if (tables !== this.#tables || tables !== this.header.tables.length) throw damaged();
    return undefined;
  }

  /** The rows of the table, as PostgreSQL copies them; refused at their end when they differ. */
  async *rows(onRows: (rows: number) => void): AsyncGenerator<Buffer> {
    const checked = new CheckedRows();
    for (;;) {
      const frame = await nextOf(this.#frames);
      if (frame.kind !== 'D') {
        const read = checked.end();
        const written = parse(frame, 'E', TableEnd);
        if (read.rows !== written.rows || read.sha256 !== written.sha256) throw damaged();
        return;
      }
      checked.add(frame.payload);
      onRows(checked.rows);
      yield frame.payload;
    }
  }
}

async function nextOf(frames: AsyncGenerator<Frame>): Promise<Frame> {
  const { value, done } = await frames.next();
  if (done) throw new BackupRefused('The file is cut short');
  return value;
}

function parse<T>({ kind, payload }: Frame, expected: string, schema: Schema<T>): T {
  if (kind !== expected) throw damaged();
  const { data } = schema.safeParse(jsonOf(payload));
  if (data === undefined) throw damaged();
  return data;
}

function jsonOf(payload: Buffer): unknown {
  try {
    return JSON.parse(payload.toString());
  } catch {
    throw damaged();
  }
}

function damaged(): BackupRefused {
  return new BackupRefused('The file is damaged: what it holds is not what was written');
}
