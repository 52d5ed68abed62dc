import type { Instant, OrganisationId, SourceId } from '@bellwether/domain';
import type { Actor } from './audit.js';

export interface ImportCounts {
  readonly rows: number;
  readonly accepted: number;
  readonly parked: number;
  readonly duplicates: number;
  readonly ignored: number;
  readonly refused: number;
}

export interface NewImport {
  /** For people, e.g. the file's name. */
  readonly name: string;
  /** The same file read the same way has the same; null when it is not known beforehand. */
  readonly fingerprint: string | null;
  readonly options: unknown;
  readonly sourceId: SourceId;
  /** Size of the file. */
  readonly bytes: number;
}

/** `waiting`: nobody works on it yet. */
export type ImportState = 'waiting' | 'running' | 'done' | 'failed';

export interface ImportProgress extends ImportCounts {
  readonly id: number;
  readonly name: string;
  readonly state: ImportState;
  readonly bytes: number;
  readonly bytesRead: number;
  readonly problem: string | null;
  readonly startedAt: Instant;
  readonly finishedAt: Instant | null;
}

/** An import to go on with. */
export interface UnfinishedImport extends ImportProgress {
  readonly organisationId: OrganisationId;
  readonly sourceId: SourceId;
  readonly options: unknown;
  /** The last row that is dealt with; 1, the header, when none is. */
  readonly lastRow: number;
}

/** How far an import has come, and what became of the rows since the step before. */
export interface ImportStep extends ImportCounts {
  readonly lastRow: number;
  readonly bytesRead: number;
  /** Lines of the verdict file. */
  readonly verdicts: string;
}

/** Remembers imports, so that one that was interrupted goes on where it stopped. */
export interface Imports {
  /** The unfinished import of the same fingerprint, or a new one. */
  begin(organisationId: OrganisationId, started: NewImport, by: Actor): Promise<number>;
  /**
   * Lets one process at a time work on it; `busy` when another does. A process that dies lets go.
   * Undefined when it is finished or unknown.
   */
  claim<Result>(
    organisationId: OrganisationId,
    id: number,
    work: (unfinished: UnfinishedImport) => Promise<Result>,
  ): Promise<Result | 'busy' | undefined>;
  advance(organisationId: OrganisationId, id: number, step: ImportStep): Promise<void>;
  finish(organisationId: OrganisationId, id: number, problem: string | null): Promise<void>;
}

/** Where imported records belong. */
export interface ImportSources {
  /** The source of this name that imports of the organisation share; made when it is not there. */
  named(organisationId: OrganisationId, name: string, by: Actor): Promise<SourceId>;
}
