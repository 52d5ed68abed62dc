import type {
  FieldRule,
  Leaf,
  OrganisationId,
  RuleTrouble,
  SourceId,
  Unreadable,
} from '@bellwether/domain';
import { checkRules, leavesOf } from '@bellwether/domain';
import type { Connector, Connectors, RecordChange, Source } from '../ports/connector.js';
import type { DeliveryLog, LogPlace } from '../ports/delivery-log.js';
import type { Sources } from '../ports/sources.js';
import { mapDelivery } from '../scoring/map-delivery.js';
import { conversionContext, tellableOf } from './map-fields.js';

/** More of one delivery are not looked at. */
const MOST_ITEMS = 20;

/** A delivery of the log, or what one might look like. */
export type Sent = { readonly place: Pick<LogPlace, 'kind' | 'id'> } | { readonly body: string };

/** What is made of one thing out of a delivery, by the rules of now and by those that are tried. */
export interface PreviewedItem {
  readonly leaves: readonly Leaf[];
  readonly before: readonly RecordChange[];
  readonly after: readonly RecordChange[];
  /** By their places in the list that is tried. */
  readonly unreadable: readonly Unreadable[];
  /** Why nothing can be made of it, whatever the rules. */
  readonly problem: string | null;
}

export interface FieldPreview {
  readonly troubles: readonly RuleTrouble[];
  /** Why there is nothing to look into. */
  readonly unreadable: string | null;
  readonly items: readonly PreviewedItem[];
}

/** Shows what rules would make of a delivery. Changes nothing. */
export class PreviewFields {
  constructor(
    private readonly sources: Sources,
    private readonly log: DeliveryLog,
    private readonly connectors: Connectors,
  ) {}

  async execute(
    organisationId: OrganisationId,
    sourceId: SourceId,
    rules: readonly FieldRule[],
    sent: Sent,
  ): Promise<FieldPreview | 'unknown-source' | 'unknown-delivery'> {
    const source = await this.sources.byId(organisationId, sourceId);
    const connector = source && this.connectors(source.kind);
    if (!connector) return 'unknown-source';
    const troubles = checkRules(rules, tellableOf(connector), conversionContext(source));
    const body = 'body' in sent ? sent.body : await this.#bodyOf(source, sent.place);
    if (body === undefined) return 'unknown-delivery';
    if (body === null) return { troubles, unreadable: NOT_KEPT, items: [] };
    const bodies = itemsOf(body);
    if (typeof bodies === 'string') return { troubles, unreadable: bodies, items: [] };
    const wrong = new Set(troubles.map(({ rule }) => rule));
    const tried = [...rules.entries()].filter(([index]) => !wrong.has(index));
    return {
      troubles,
      unreadable: null,
      items: bodies.map((item) => this.#item(connector, source, item, tried)),
    };
  }

  async #bodyOf(
    { organisation, id: sourceId }: Source,
    { kind, id }: Pick<LogPlace, 'kind' | 'id'>,
  ): Promise<string | null | undefined> {
    if (kind === 'delivery') {
      return (await this.log.delivery(organisation.id, sourceId, id))?.body;
    }
    const request = await this.log.request(organisation.id, sourceId, id);
    if (!request) return undefined;
    const isWhole = request.body !== null && Buffer.byteLength(request.body) >= request.size;
    return isWhole ? request.body : null;
  }

  #item(
    connector: Connector,
    source: Source,
    body: string,
    tried: readonly Tried[],
  ): PreviewedItem {
    const before = this.#read(source, body, [...source.fieldRules.entries()]);
    const after = this.#read(source, body, tried);
    return {
      leaves: leavesOf(payloadOf(connector, body)),
      before: before.records,
      after: after.records,
      unreadable: after.unreadable,
      problem: after.problem,
    };
  }

  /** What can be read; rules that cannot read something are left out, and told. */
  #read(source: Source, body: string, tried: readonly Tried[]): Reading {
    const fieldRules = tried.map(([, rule]) => rule);
    const delivery = { source: { ...source, fieldRules }, body, key: 'preview' };
    const mapping = mapDelivery(this.connectors, delivery);
    if (mapping.kind === 'changes') return { ...NOTHING, records: mapping.changes };
    if (mapping.kind === 'ignored') return { ...NOTHING, problem: NOT_NEEDED };
    const failed = new Map((mapping.unreadable ?? []).map(({ rule, reason }) => [rule, reason]));
    if (failed.size === 0) return { ...NOTHING, problem: mapping.reason };
    const rest = tried.filter((_, index) => !failed.has(index));
    const unreadable = tried.flatMap(([rule], index) => {
      const reason = failed.get(index);
      return reason === undefined ? [] : [{ rule, reason }];
    });
    return { ...this.#read(source, body, rest), unreadable };
  }
}

/** A rule, and its place in the list. */
type Tried = readonly [place: number, rule: FieldRule];

interface Reading {
  readonly records: readonly RecordChange[];
  readonly unreadable: readonly Unreadable[];
  readonly problem: string | null;
}

const NOTHING: Reading = { records: [], unreadable: [], problem: null };
const NOT_NEEDED = 'Nothing in it is counted here';
const NOT_KEPT =
  'What was sent is no longer kept, or only its beginning. Take another delivery, or paste one';

/** Its objects, each as text; or why there are none. */
function itemsOf(body: string): readonly string[] | string {
  try {
    const value = JSON.parse(body) as unknown;
    const items: readonly unknown[] = Array.isArray(value) ? value : [value];
    const isUnderstood = items.every((item) => typeof item === 'object' && item !== null);
    if (!isUnderstood || items.length === 0) return 'It holds no JSON object';
    // Taken apart only where it must be: numbers with many digits stay as they are written.
    return items.length === 1 && !Array.isArray(value)
      ? [body]
      : items.slice(0, MOST_ITEMS).map((item) => JSON.stringify(item));
  } catch {
    return 'It is no JSON';
  }
}

function payloadOf(connector: Connector, body: string): unknown {
  try {
    return connector.payload(body);
  } catch {
    return null;
  }
}
