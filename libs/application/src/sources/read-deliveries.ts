import type { OrganisationId, SourceId } from '@bellwether/domain';
import { saysTheSame, toldBy } from '@bellwether/domain';
import type { Connectors, Mapping, RecordChange, Source } from '../ports/connector.js';
import type {
  DeliveryLog,
  LogPlace,
  LogVerdict,
  LoggedDelivery,
  LoggedRequest,
  RecordOutcome,
} from '../ports/delivery-log.js';
import type { RecordRef } from '../ports/ledger.js';
import type { Sources } from '../ports/sources.js';
import { mapDelivery } from '../scoring/map-delivery.js';

/** A record as one delivery tells it, and what became of it. */
export interface ToldRecord {
  readonly told: RecordChange;
  /** Undefined when the ledger does not know the record. */
  readonly outcome: RecordOutcome | undefined;
  /** The record's revisions that this delivery brought. */
  readonly revisions: readonly number[];
  /** The version of the settings that it counts by; null when it does not. */
  readonly countsBy: number | null;
  /** It counts as it was understood before the settings were changed; a replay mends that. */
  readonly outdated: boolean;
  /** Fields that rules of the source fill. */
  readonly ruled: readonly string[];
}

export type LogLine =
  | {
      readonly kind: 'delivery';
      readonly delivery: LoggedDelivery;
      readonly mapping: Mapping['kind'];
      /** Why it cannot be mapped. */
      readonly trouble: string | null;
      readonly records: readonly ToldRecord[];
    }
  | { readonly kind: 'request'; readonly request: LoggedRequest };

export interface LogPage {
  readonly source: Source;
  readonly lines: readonly LogLine[];
  /** Where the next page begins; null when there is none. */
  readonly nextBefore: LogPlace | null;
}

/** Shows what a source sent, what its connector makes of it, and what it moved. */
export class ReadDeliveries {
  constructor(
    private readonly sources: Sources,
    private readonly log: DeliveryLog,
    private readonly connectors: Connectors,
  ) {}

  async list(
    organisationId: OrganisationId,
    sourceId: SourceId,
    page: {
      readonly verdict: LogVerdict;
      readonly before: LogPlace | null;
      readonly limit: number;
    },
  ): Promise<LogPage | 'unknown-source'> {
    const source = await this.sources.byId(organisationId, sourceId);
    if (!source) return 'unknown-source';
    const places = await this.#places(source, page);
    const shown = places.slice(0, page.limit);
    const deliveries = shown.flatMap((line) => ('delivery' in line ? [line.delivery] : []));
    const told = await this.#tell(source, deliveries);
    const last = shown.at(-1);
    return {
      source,
      lines: shown.map((line) =>
        'delivery' in line
          ? (told.get(line.delivery.id) as LogLine)
          : { kind: 'request', request: line.request },
      ),
      nextBefore: places.length > page.limit && last ? last.place : null,
    };
  }

  async one(
    organisationId: OrganisationId,
    sourceId: SourceId,
    { kind, id }: Pick<LogPlace, 'kind' | 'id'>,
  ): Promise<{ readonly source: Source; readonly line: LogLine } | 'unknown-source' | 'unknown'> {
    const source = await this.sources.byId(organisationId, sourceId);
    if (!source) return 'unknown-source';
    if (kind === 'request') {
      const request = await this.log.request(organisationId, sourceId, id);
      return request ? { source, line: { kind: 'request', request } } : 'unknown';
    }
    const delivery = await this.log.delivery(organisationId, sourceId, id);
    const line = delivery && (await this.#tell(source, [delivery])).get(id);
    return line ? { source, line } : 'unknown';
  }

  /** One more than asked for, so that it is known whether there are more. */
  async #places(
    { id, organisation }: Source,
    { verdict, before, limit }: Parameters<ReadDeliveries['list']>[2],
  ): Promise<readonly Place[]> {
    const more = { before, limit: limit + 1 };
    const wanted = WANTED[verdict];
    const [deliveries, requests] = await Promise.all([
      wanted.deliveries
        ? this.log.deliveries(organisation.id, id, { verdict: wanted.deliveries, ...more })
        : [],
      wanted.requests.length > 0
        ? this.log.requests(organisation.id, id, { kinds: wanted.requests, ...more })
        : [],
    ]);
    return [
      ...deliveries.map((delivery): Place => ({ place: placeOf('delivery', delivery), delivery })),
      ...requests.map((request): Place => ({ place: placeOf('request', request), request })),
    ].sort((a, b) => newestFirst(a.place, b.place));
  }

  async #tell(
    source: Source,
    deliveries: readonly LoggedDelivery[],
  ): Promise<ReadonlyMap<number, LogLine>> {
    const mapped = deliveries.map((delivery) => ({
      delivery,
      mapping: this.#map(source, delivery),
    }));
    const refs = new Map<string, RecordRef>();
    for (const { delivery, mapping } of mapped) {
      if (delivery.test || mapping.kind !== 'changes') continue;
      for (const change of mapping.changes) refs.set(nameOf(change), refOf(source, change));
    }
    const outcomes = new Map(
      (await this.log.outcomes(source.organisation.id, [...refs.values()])).map((outcome) => [
        nameOf(outcome),
        outcome,
      ]),
    );
    return new Map(
      mapped.map(({ delivery, mapping }): [number, LogLine] => [
        delivery.id,
        {
          kind: 'delivery',
          delivery,
          mapping: mapping.kind,
          trouble: mapping.kind === 'unmappable' ? mapping.reason : null,
          records:
            mapping.kind === 'changes'
              ? recordsOf(mapping.changes, delivery, outcomes, source)
              : [],
        },
      ]),
    );
  }

  #map(source: Source, { body, key }: LoggedDelivery): Mapping {
    // What is not there cannot be shown; why, the line says by itself.
    return body === null
      ? { kind: 'ignored' }
      : mapDelivery(this.connectors, { source, body, key });
  }
}

type Place = { readonly place: LogPlace } & (
  { readonly delivery: LoggedDelivery } | { readonly request: LoggedRequest }
);

const WANTED = {
  all: { deliveries: 'all', requests: ['refused', 'duplicate', 'ignored'] },
  counted: { deliveries: 'counted', requests: [] },
  parked: { deliveries: 'parked', requests: [] },
  'not-needed': { deliveries: null, requests: ['duplicate', 'ignored'] },
  refused: { deliveries: null, requests: ['refused'] },
} as const satisfies Record<LogVerdict, unknown>;

function placeOf(
  kind: LogPlace['kind'],
  { at, id }: { readonly at: number; readonly id: number },
): LogPlace {
  return { at, kind, id };
}

/** A delivery stands before a request of the same moment. */
function newestFirst(a: LogPlace, b: LogPlace): number {
  if (a.at !== b.at) return b.at - a.at;
  if (a.kind !== b.kind) return a.kind === 'delivery' ? -1 : 1;
  return b.id - a.id;
}

function recordsOf(
  changes: readonly RecordChange[],
  { id, test }: LoggedDelivery,
  outcomes: ReadonlyMap<string, RecordOutcome>,
  { fieldRules }: Source,
): readonly ToldRecord[] {
  return changes.map((told) => {
    const outcome = test ? undefined : outcomes.get(nameOf(told));
    const own = outcome?.history.filter(({ inboxId }) => inboxId === id) ?? [];
    const counts = outcome && toldBy(outcome.history, told.change.key);
    const rules = fieldRules.filter(({ record }) => record === told.type);
    return {
      told,
      outcome,
      revisions: own.map(({ revision }) => revision),
      countsBy: counts ? (counts.version ?? 0) : null,
      outdated: counts !== undefined && !saysTheSame(counts, told.change),
      ruled: rules.map(({ field }) => field).filter((field) => field in told.change.set),
    };
  });
}

function refOf({ id }: Source, { type, externalId }: RecordChange): RecordRef {
  return { sourceId: id, type, externalId };
}

function nameOf({ type, externalId }: { readonly type: string; readonly externalId: string }) {
  return `${type} ${externalId}`;
}
