import type { Instant } from '@bellwether/domain';

/** How a file was understood, for somebody to confirm. */
export interface ImportPlan {
  /** What it was recognised as, e.g. `HubSpot deals`. */
  readonly format: string;
  /** The source that its records belong to when nobody names one. */
  readonly sourceName: string;
  /** What every row is; null when a column says so. */
  readonly type: string | null;
  /** Field → column. */
  readonly columns: Readonly<Record<string, string>>;
  /** Columns that nothing is taken from. */
  readonly unused: readonly string[];
  readonly encoding: string;
  readonly delimiter: string;
}

/** Somebody as the file calls them. */
export type ImportedPerson = { readonly email: string } | { readonly id: string };

/** A row of the file. `row` counts as a spreadsheet does: the header is row 1. */
export type ImportRow =
  | {
      readonly kind: 'record';
      readonly row: number;
      /** E.g. `deal D-17`. */
      readonly record: string;
      /** The canonical record as JSON on one line. The same row is the same text, always. */
      readonly body: string;
      readonly owner: ImportedPerson | null;
    }
  | {
      readonly kind: 'ignored' | 'refused';
      readonly row: number;
      readonly record: string;
      readonly reason: string;
    };

export type ImportPart =
  | { readonly kind: 'rows'; readonly rows: readonly ImportRow[]; readonly bytesRead: number }
  /** From here on the file cannot be read. */
  | { readonly kind: 'unreadable'; readonly reason: string };

export type OpenedImport =
  | {
      readonly kind: 'opened';
      readonly plan: ImportPlan;
      /** At most as many rows each as one delivery may carry. Reads the bytes as it goes. */
      readonly parts: AsyncIterable<ImportPart>;
    }
  /** Nothing of it can be read. `field` names the option that is wrong, or is empty. */
  | { readonly kind: 'refused'; readonly field: string; readonly reason: string };

export interface ImportContext {
  readonly timeZone: string;
  readonly now: Instant;
}

/** Reads files of records. `options` say what the file does not; they are parsed here. */
export type OpenImport = (
  bytes: AsyncIterable<Uint8Array>,
  options: unknown,
  context: ImportContext,
) => Promise<OpenedImport>;
