import { z } from 'zod';

/** Rises when an older program could not read the file. */
export const BACKUP_FORMAT = 1;

const TableSize = z.object({ name: z.string(), rows: z.int().nonnegative() });

/** How a backup begins. */
export const BackupHeader = z.object({
  format: z.int(),
  /** The last migration of the tables in it. */
  level: z.string(),
  /** The version of the product that made it. */
  product: z.string(),
  takenAt: z.iso.datetime(),
  /** In the order in which they can be filled. */
  tables: z.array(TableSize),
});
export type BackupHeader = z.infer<typeof BackupHeader>;

/** Before the rows of a table. */
export const TableStart = z.object({ name: z.string(), columns: z.array(z.string()).min(1) });
export type TableStart = z.infer<typeof TableStart>;

/** After them: what was written, to be compared with what was read. */
export const TableEnd = z.object({ rows: z.int().nonnegative(), sha256: z.hex() });
export type TableEnd = z.infer<typeof TableEnd>;

/** At the end of a file that is whole. */
export const BackupEnd = z.object({ tables: z.int().nonnegative() });
