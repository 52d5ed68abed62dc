import { z } from 'zod';
import { RecordName } from './record-name.js';
import { RowIdText } from './row-id.js';

const words = z.array(z.string().trim().min(1).max(100)).max(50);

/** How a file is to be read, where it does not say so itself. A mapping file holds the same. */
export const ImportOptions = z.strictObject({
  /** What every row is; default: by the names of the columns, or by a column of its own. */
  type: RecordName.optional(),
  /**
   * Field → column. `a|b` is the first that is not empty, `a+b` both with a space between,
   * and nothing leaves the field out.
   */
  columns: z.record(z.string().max(60), z.string().max(400)).default({}),
  /** What the stage or status says of a deal that is won, and of one that is lost. */
  won: words.optional(),
  lost: words.optional(),
  /** How days such as 03/04/2026 are meant: month first, day first, or not there at all. */
  dates: z.enum(['iso', 'us', 'eu'], 'is none of iso, us, eu').optional(),
  /** What stands before the decimals of an amount. */
  decimal: z.enum(['.', ','], 'is neither . nor ,').optional(),
  delimiter: z.enum([',', ';', 'tab', '|'], 'is none of , ; tab |').optional(),
  encoding: z
    .enum(['utf-8', 'utf-16le', 'utf-16be', 'windows-1252'], 'is no encoding that is known')
    .optional(),
  /** Of amounts that do not say it, ISO 4217. Default: the organisation's. */
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/, 'is no ISO 4217 code in capitals, e.g. EUR')
    .optional(),
  /** The day of the export: what its rows say was true then, unless a column says since when. */
  asOf: z.iso.date('is no day, e.g. 2026-03-30').optional(),
});
export type ImportOptions = z.infer<typeof ImportOptions>;

/** `POST /api/v1/imports`: what stands in the address; the body is the file. */
export const ImportQuery = z.strictObject({
  /** For people, e.g. the file's name. */
  name: z.string().trim().min(1).max(200).default('import.csv'),
  /** `field=column,field=column`, or the JSON of a mapping file. */
  mapping: z.string().max(8_000).optional(),
  dates: z.string().optional(),
  decimal: z.string().optional(),
  delimiter: z.string().optional(),
  encoding: z.string().optional(),
  currency: z.string().optional(),
  asOf: z.string().optional(),
  /** Records of this source; default: one for each kind of export, made when first needed. */
  source: RowIdText.optional(),
  /** Nothing is written; the answer says what would happen. */
  dryRun: z.stringbool({ error: 'is neither true nor false' }).default(false),
});
export type ImportQuery = z.infer<typeof ImportQuery>;

export const ImportPlan = z.object({
  /** What the file was recognised as, e.g. `HubSpot deals`. */
  format: z.string(),
  /** What every row is; null when a column says so. */
  type: z.string().nullable(),
  /** Field → column. */
  columns: z.record(z.string(), z.string()),
  /** Columns that nothing is taken from. */
  unused: z.array(z.string()),
  encoding: z.string(),
  delimiter: z.string(),
});

const counts = {
  rows: z.int(),
  accepted: z.int(),
  /** Kept, but nobody is known by that name yet: say who it is, and they count. */
  parked: z.int(),
  duplicates: z.int(),
  ignored: z.int(),
  refused: z.int(),
};

/** `GET /api/v1/imports/:id`. */
export const ImportReply = z.object({
  id: z.int(),
  name: z.string(),
  /** `waiting` and `running` go on by themselves, also after a crash. */
  state: z.enum(['waiting', 'running', 'done', 'failed']),
  /** Read so far, of all, in bytes. */
  bytesRead: z.int(),
  bytes: z.int(),
  ...counts,
  /** Why it failed, and what to do. What was accepted before counts. */
  problem: z.string().nullable(),
  startedAt: z.iso.datetime(),
  finishedAt: z.iso.datetime().nullable(),
});
export type ImportReply = z.infer<typeof ImportReply>;

export const ImportStarted = z.object({ id: z.int(), plan: ImportPlan });
export type ImportStarted = z.infer<typeof ImportStarted>;

export const ImportsReply = z.object({ imports: z.array(ImportReply) });
export type ImportsReply = z.infer<typeof ImportsReply>;

/** What a dry run answers. */
export const ImportTried = z.object({
  plan: ImportPlan,
  ...counts,
  problem: z.string().nullable(),
  /** Of the first 1,000 rows; `row` counts as a spreadsheet does, the header being row 1. */
  verdicts: z.array(
    z.object({ row: z.int(), verdict: z.string(), reason: z.string(), record: z.string() }),
  ),
});
export type ImportTried = z.infer<typeof ImportTried>;
