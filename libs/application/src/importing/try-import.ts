import type { Organisation, Directories } from '../ports/directories.js';
import type { Connectors, Source } from '../ports/connector.js';
import type { Verdict } from '../intake/accept-delivery.js';
import type { Clock } from '../ports/clock.js';
import type { ImportPlan, ImportRow, OpenImport } from '../ports/import-reader.js';
import type { ImportCounts } from '../ports/imports.js';
import type { Inbox } from '../ports/inbox.js';
import type { RecordRow } from './import-request.js';
import { importRequest, isRecord } from './import-request.js';
import { knownOwners } from './known-owners.js';
import type { RowVerdict } from './row-verdict.js';
import { NO_ROWS, counted, rowVerdict } from './row-verdict.js';

export type Trial =
  | {
      readonly kind: 'tried';
      readonly plan: ImportPlan;
      readonly counts: ImportCounts;
      /** Why the file cannot be read to its end. */
      readonly problem: string | null;
    }
  | { readonly kind: 'refused'; readonly field: string; readonly reason: string };

export interface TrialRequest {
  readonly organisation: Organisation;
  /** Where the records would belong; undefined when that source would be made. */
  readonly sourceOf: (plan: ImportPlan) => Promise<Source | undefined>;
  readonly bytes: AsyncIterable<Uint8Array>;
  readonly options: unknown;
  /** The next rows are read when it has dealt with these. */
  readonly onRows: (verdicts: readonly RowVerdict[], bytesRead: number) => unknown;
}

/** Tells what an import would do, row by row, and writes nothing. */
export class TryImport {
  constructor(
    private readonly open: OpenImport,
    private readonly connectors: Connectors,
    private readonly inbox: Pick<Inbox, 'known'>,
    private readonly directories: Directories,
    private readonly clock: Clock,
  ) {}

  async execute(trial: TrialRequest): Promise<Trial> {
    const { organisation, sourceOf, bytes, options, onRows } = trial;
    const { timeZone } = organisation;
    const opened = await this.open(bytes, options, { timeZone, now: this.clock.now() });
    if (opened.kind === 'refused') return opened;
    const directory = await this.directories.read(organisation.id);
    const source = await sourceOf(opened.plan);
    const isKnown = knownOwners(directory, source?.id ?? null);
    let counts = NO_ROWS;
    let problem: string | null = null;
    for await (const part of opened.parts) {
      if (part.kind === 'unreadable') {
        problem = part.reason;
        break;
      }
      const would = (await this.#wouldBe(part.rows, organisation, source)).values();
      const verdicts = part.rows.map((row): RowVerdict => {
        if (!isRecord(row)) return { ...row, verdict: row.kind };
        return rowVerdict(row, would.next().value ?? { kind: 'duplicate' }, isKnown);
      });
      counts = counted(counts, verdicts);
      await onRows(verdicts, part.bytesRead);
    }
    return { kind: 'tried', plan: opened.plan, counts, problem };
  }

  async #wouldBe(
    rows: readonly ImportRow[],
    organisation: Organisation,
    source: Source | undefined,
  ): Promise<readonly Verdict[]> {
    const records: readonly RecordRow[] = rows.filter(isRecord);
    const connector = this.connectors('canonical');
    if (records.length === 0 || !connector) return [];
    const assumed = source ?? nowhere(organisation);
    const split = connector.split(importRequest(records), assumed, this.clock.now());
    if (split.kind === 'malformed') throw new Error(`An import is malformed: ${split.reason}`);
    const keys = split.items.flatMap((item) => (item.kind === 'item' ? [item.key] : []));
    const here = new Set(
      source ? await this.inbox.known(source.organisation.id, source.id, keys) : [],
    );
    return split.items.map((item): Verdict => {
      if (item.kind !== 'item') return item;
      if (here.has(item.key)) return { kind: 'duplicate' };
      here.add(item.key);
      return { kind: 'accepted' };
    });
  }
}

/** Stands in for a source that the import would make. */
function nowhere(organisation: Organisation): Source {
  const id = 0 as Source['id'];
  const none = {
    address: '',
    secrets: [],
    settings: {},
    fieldRules: [],
    settingsVersion: 0,
    paused: false,
    oldSecretsUntil: null,
  };
  return { id, kind: 'canonical', name: '', organisation, ...none };
}
