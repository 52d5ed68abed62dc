import type { OrganisationId } from '@bellwether/domain';
import type { AcceptDelivery, Verdict } from '../intake/accept-delivery.js';
import type { Clock } from '../ports/clock.js';
import type { Source } from '../ports/connector.js';
import type { Directories } from '../ports/directories.js';
import type { ImportPart, ImportRow, OpenImport } from '../ports/import-reader.js';
import type { Inbox } from '../ports/inbox.js';
import type { ImportCounts, ImportStep, Imports, UnfinishedImport } from '../ports/imports.js';
import type { Pause } from '../ports/pause.js';
import type { Sources } from '../ports/sources.js';
import { ImportPace } from './import-pace.js';
import type { RecordRow } from './import-request.js';
import { importRequest, isRecord } from './import-request.js';
import { knownOwners } from './known-owners.js';
import type { RowVerdict } from './row-verdict.js';
import { counted, rowVerdict, verdictLines } from './row-verdict.js';

export type ImportOutcome =
  | { readonly kind: 'done'; readonly counts: ImportCounts }
  /** What was accepted before counts. */
  | { readonly kind: 'failed'; readonly counts: ImportCounts; readonly reason: string }
  /** Asked to stop; it goes on from here when it is run again. */
  | { readonly kind: 'stopped'; readonly counts: ImportCounts }
  /** Another process works on it. */
  | { readonly kind: 'busy' }
  | { readonly kind: 'gone' };

export interface ImportRun {
  readonly bytes: () => AsyncIterable<Uint8Array>;
  readonly stopping: AbortSignal;
  readonly onStep?: (step: ImportStep) => void;
}

/**
 * Takes a file's records in as if they were sent, batch after batch, and notes after each how far it
 * is. May die at any step: what is taken in twice counts once.
 */
export class RunImport {
  constructor(
    private readonly open: OpenImport,
    private readonly imports: Imports,
    private readonly sources: Pick<Sources, 'byId'>,
    private readonly directories: Directories,
    private readonly accept: AcceptDelivery,
    private readonly inbox: Inbox,
    private readonly clock: Clock,
    private readonly pause: Pause,
  ) {}

  async execute(
    organisationId: OrganisationId,
    id: number,
    run: ImportRun,
  ): Promise<ImportOutcome> {
    const outcome = await this.imports.claim(organisationId, id, (unfinished) =>
      this.#work(unfinished, run),
    );
    if (outcome === 'busy') return { kind: 'busy' };
    return outcome ?? { kind: 'gone' };
  }

  async #work(unfinished: UnfinishedImport, run: ImportRun): Promise<ImportOutcome> {
    const { id, organisationId, sourceId, options } = unfinished;
    const source = await this.sources.byId(organisationId, sourceId);
    if (!source) return this.#fail(unfinished, unfinished, 'Its source is no longer there');
    const { timeZone } = source.organisation;
    const opened = await this.open(run.bytes(), options, { timeZone, now: this.clock.now() });
    if (opened.kind === 'refused') return this.#fail(unfinished, unfinished, opened.reason);
    const pace = new ImportPace(this.inbox, this.clock, this.pause);
    let counts: ImportCounts = unfinished;
    for await (const part of opened.parts) {
      if (part.kind === 'unreadable') return this.#fail(unfinished, counts, part.reason);
      const rows = part.rows.filter(({ row }) => row > unfinished.lastRow);
      if (rows.length === 0) continue;
      await pace.keep(organisationId, run.stopping);
      if (run.stopping.aborted) return { kind: 'stopped', counts: countsOf(counts) };
      const verdicts = await this.#takeIn(rows, source, pace);
      counts = counted(counts, verdicts);
      const step = stepOf(part, rows, counts, verdicts);
      await this.imports.advance(organisationId, id, step);
      run.onStep?.(step);
    }
    await this.imports.finish(organisationId, id, null);
    return { kind: 'done', counts: countsOf(counts) };
  }

  async #takeIn(
    rows: readonly ImportRow[],
    source: Source,
    pace: ImportPace,
  ): Promise<readonly RowVerdict[]> {
    const records = rows.filter(isRecord);
    const accepted = (await this.#accept(records, source, pace)).values();
    const directory = await this.directories.read(source.organisation.id);
    const isKnown = knownOwners(directory, source.id);
    return rows.map((row): RowVerdict => {
      if (!isRecord(row)) return { ...row, verdict: row.kind };
      return rowVerdict(row, accepted.next().value ?? { kind: 'duplicate' }, isKnown);
    });
  }

  async #accept(
    records: readonly RecordRow[],
    source: Source,
    pace: ImportPace,
  ): Promise<readonly Verdict[]> {
    if (records.length === 0) return [];
    for (;;) {
      const request = importRequest(records);
      const acceptance = await this.accept.execute(source, request, this.clock.now(), true);
      if (acceptance.kind === 'taken') return acceptance.verdicts;
      if (acceptance.kind !== 'busy') throw new Error(`An import is ${acceptance.kind}`);
      await pace.busy();
    }
  }

  async #fail(
    { organisationId, id }: UnfinishedImport,
    counts: ImportCounts,
    reason: string,
  ): Promise<ImportOutcome> {
    await this.imports.finish(organisationId, id, reason);
    return { kind: 'failed', counts: countsOf(counts), reason };
  }
}

function stepOf(
  { bytesRead }: Extract<ImportPart, { kind: 'rows' }>,
  rows: readonly ImportRow[],
  counts: ImportCounts,
  verdicts: readonly RowVerdict[],
): ImportStep {
  const lastRow = rows.at(-1)?.row ?? 1;
  return { ...countsOf(counts), lastRow, bytesRead, verdicts: verdictLines(verdicts) };
}

function countsOf(counts: ImportCounts): ImportCounts {
  const { rows, accepted, parked, duplicates, ignored, refused } = counts;
  return { rows, accepted, parked, duplicates, ignored, refused };
}
