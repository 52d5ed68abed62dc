import type {
  Directory,
  LogLine,
  LogPlace,
  LoggedDelivery,
  ToldRecord,
} from '@bellwether/application';
import type { DeliveryLine, DeliveryReply, DeliveryState } from '@bellwether/contracts';

/** A line of the log. */
export function presentLine(line: LogLine): DeliveryLine {
  if (line.kind === 'request') {
    const { id, at, kind, reason, size } = line.request;
    return { ...NOTHING, ref: `r${id}`, at: iso(at), state: kind, reason, size };
  }
  const { delivery, records, trouble } = line;
  const [parked] = delivery.parked;
  return {
    ref: `d${delivery.id}`,
    at: iso(delivery.at),
    state: stateOf(line),
    records: records.map(({ told: { type, externalId, change } }) => {
      const { name } = change.set;
      return { type, externalId, name: typeof name === 'string' ? name : null };
    }),
    entries: records.reduce((sum, record) => sum + ownEntries(record).length, 0),
    reason: parked?.detail ?? trouble,
    parkedKind: parked?.kind ?? null,
    parkedSubject: parked?.subject ?? null,
    size: delivery.size,
  };
}

/** One line in full: as it was sent, as it was understood, and what it moved. */
export function presentDelivery(line: LogLine, directory: Directory): DeliveryReply {
  const shown = presentLine(line);
  if (line.kind === 'request') {
    const { body, size } = line.request;
    const isWhole = body !== null && Buffer.byteLength(body) >= size;
    const bodyKept = body === null ? 'never' : isWhole ? 'whole' : 'cut';
    return { ...shown, body, bodyKept, parked: [], told: [] };
  }
  const { body, parked } = line.delivery;
  return {
    ...shown,
    body,
    bodyKept: body === null ? 'emptied' : 'whole',
    parked: [...parked],
    told: line.records.map((record) => presentTold(record, directory)),
  };
}

/** `1764000000000.d12`: where a page of the log ends. */
export function presentPlace({ at, kind, id }: LogPlace): string {
  return `${at}.${kind === 'delivery' ? 'd' : 'r'}${id}`;
}

/** `d12` is a delivery, `r7` a request. */
export function lineOf(ref: string): Pick<LogPlace, 'kind' | 'id'> {
  return { kind: ref.startsWith('d') ? 'delivery' : 'request', id: Number(ref.slice(1)) };
}

const NOTHING = { records: [], entries: 0, parkedKind: null, parkedSubject: null };

function stateOf({
  delivery,
  mapping,
  records,
}: Extract<LogLine, { kind: 'delivery' }>): DeliveryState {
  return stateBefore(delivery) ?? (mapping === 'ignored' ? 'ignored' : stateAfter(records));
}

/** What can be told without reading what was sent. */
function stateBefore(delivery: LoggedDelivery): DeliveryState | undefined {
  if (delivery.test) return 'test';
  if (delivery.held) return 'held';
  if (delivery.waiting) return 'waiting';
  if (delivery.parked.some(({ ignored }) => !ignored)) return 'parked';
  if (delivery.parked.length > 0) return 'set-aside';
  return delivery.size === null ? 'emptied' : undefined;
}

function stateAfter(records: readonly ToldRecord[]): DeliveryState {
  return records.some((record) => ownEntries(record).length > 0) ? 'counted' : 'noted';
}

function ownEntries({ outcome, revisions }: ToldRecord) {
  return outcome?.entries.filter(({ revision }) => revisions.includes(revision)) ?? [];
}

function presentTold(
  record: ToldRecord,
  { people, measures, personOf }: Directory,
): DeliveryReply['told'][number] {
  const { told, outcome } = record;
  const { at, set, lifecycle } = told.change;
  const own = new Set(ownEntries(record));
  const keyOf = new Map(measures.map(({ id, key }) => [id, key]));
  return {
    type: told.type,
    externalId: told.externalId,
    at: iso(at),
    fields: { ...set },
    deleted: lifecycle?.deleted ?? null,
    mergedInto: lifecycle?.mergedInto ?? null,
    ruled: [...record.ruled],
    countsBy: record.countsBy,
    outdated: record.outdated,
    people: identitiesOf(set).map((identity) => {
      const person = personOf(identity);
      return { identity, name: (person && people.get(person)?.name) ?? null };
    }),
    entries: (outcome?.entries ?? []).flatMap((entry) => {
      // What is counted no longer has no name.
      const movements = entry.movements.flatMap(({ measureId, quantity }) => {
        const measure = keyOf.get(measureId);
        return measure === undefined ? [] : [{ measure, quantity }];
      });
      if (movements.length === 0) return [];
      return {
        seq: entry.seq,
        person: people.get(entry.personId)?.name ?? '',
        date: entry.date,
        movements,
        reverses: entry.reverses,
        reversedBy: entry.reversedBy,
        own: own.has(entry),
      };
    }),
  };
}

function identitiesOf(set: ToldRecord['told']['change']['set']): readonly string[] {
  const shares = Array.isArray(set['splits']) ? set['splits'] : [];
  const named = [
    set['owner'],
    ...shares.map((share) => (typeof share === 'string' ? share : share.identity)),
  ];
  return [...new Set(named.filter((identity) => typeof identity === 'string'))];
}

function iso(instant: number): string {
  return new Date(instant).toISOString();
}
