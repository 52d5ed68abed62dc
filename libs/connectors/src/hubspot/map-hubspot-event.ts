import type { Mapping, RecordChange, Source } from '@bellwether/application';
import type { FieldRule, FieldValue, Fields, Lifecycle, RecordType } from '@bellwether/domain';
import { businessDateOf, cutText } from '@bellwether/domain';
import type { HubspotEvent } from './hubspot-event.js';
import type { HubspotSettings } from './hubspot-settings.js';
import { readsProperty } from './with-properties.js';
import { isConversation, meaningOfStage } from './hubspot-settings.js';

/** HubSpot's names of objects, in classic and in generic events. */
/** What HubSpot tells of. */
type HubspotRecord = 'call' | 'email' | 'meeting' | 'lead' | 'deal';

const RECORD_OF_OBJECT: Readonly<Record<string, HubspotRecord>> = {
  deal: 'deal',
  '0-3': 'deal',
  contact: 'lead',
  '0-1': 'lead',
  '0-47': 'meeting',
  '0-48': 'call',
  '0-49': 'email',
};

interface Reading {
  readonly event: HubspotEvent;
  readonly source: Source;
  readonly settings: HubspotSettings;
}

type PropertyReader = (value: string, reading: Reading) => Fields | Unmappable;

class Unmappable {
  constructor(readonly reason: string) {}
}

/** Whether anything here counts what the event tells. */
export function isMapped(event: HubspotEvent, rules: readonly FieldRule[]): boolean {
  const type = RECORD_OF_OBJECT[event.object];
  if (!type) return false;
  if (event.verb !== 'propertyChange') return LIFE[event.verb] !== undefined;
  const name = event.propertyName ?? '';
  return READERS[type][name] !== undefined || isRuled(type, name, rules);
}

function isRuled(type: HubspotRecord, property: string, rules: readonly FieldRule[]): boolean {
  return rules.some((rule) => rule.record === type && readsProperty(rule, property));
}

/** Turns one event into changes. Each tells one property: the record's history puts them together. */
export function mapHubspotEvent(reading: Reading, key: string): Mapping {
  const { event } = reading;
  const type = RECORD_OF_OBJECT[event.object];
  if (!type) return { kind: 'ignored' };
  if (event.verb === 'merge') return { kind: 'changes', changes: mergeChanges(type, event, key) };
  const told =
    event.verb === 'propertyChange' ? propertyOf(type, reading) : LIFE[event.verb]?.(type, event);
  if (told === undefined) return { kind: 'ignored' };
  if (told instanceof Unmappable) return { kind: 'unmappable', reason: told.reason };
  return { kind: 'changes', changes: [changeOf(type, event.objectId, event, key, told)] };
}

interface Told {
  readonly set: Fields;
  readonly lifecycle?: Lifecycle;
}

/** What the birth and death of an object tell. */
const LIFE: Readonly<Record<string, (type: HubspotRecord, event: HubspotEvent) => Told>> = {
  creation: (type, { occurredAt }) => ({ set: BORN[type](occurredAt) }),
  deletion: () => ({ set: {}, lifecycle: { deleted: true } }),
  restore: () => ({ set: {}, lifecycle: { deleted: false } }),
  privacyDeletion: () => ({ set: {}, lifecycle: { deleted: true } }),
  merge: () => ({ set: {} }),
};

/** Only what no property tells: a property changed in the same instant must not be outdone by it. */
const BORN: Readonly<Record<HubspotRecord, (at: number) => Fields>> = {
  deal: (createdAt) => ({ createdAt }),
  lead: (createdAt) => ({ createdAt }),
  meeting: (bookedAt) => ({ bookedAt, createdAt: bookedAt }),
  call: (createdAt) => ({ createdAt }),
  email: (createdAt) => ({ createdAt }),
};

const owner: PropertyReader = (value, { source }) => ({
  owner: value === '' ? null : `source-${source.id}:${value}`,
});

const moment =
  (field: string): PropertyReader =>
  (value) => {
    if (value === '') return { [field]: null };
    const instant = readInstant(value);
    return instant === undefined ? new Unmappable(`"${value}" is no time`) : { [field]: instant };
  };

const text =
  (field: string): PropertyReader =>
  (value) => ({ [field]: value === '' ? null : cutText(value, 200) });

const oneOf =
  (field: string, meanings: Readonly<Record<string, FieldValue>>): PropertyReader =>
  (value) => {
    const meaning = meanings[value.toUpperCase()];
    return meaning === undefined ? {} : { [field]: meaning };
  };

const READERS: Readonly<Record<HubspotRecord, Readonly<Record<string, PropertyReader>>>> = {
  deal: {
    hubspot_owner_id: owner,
    dealname: text('name'),
    closed_lost_reason: text('lostReason'),
    createdate: moment('createdAt'),
    deal_currency_code: (value) => ({ currency: value === '' ? null : value.toUpperCase() }),
    amount: (value) => {
      if (value === '') return { amount: null };
      return /^-?\d{1,10}(\.\d{0,20})?$/.test(value)
        ? { amount: value }
        : new Unmappable(`"${value}" is no amount`);
    },
    closedate: (value, { source }) => {
      if (value === '') return { closedOn: null };
      const instant = readInstant(value);
      if (instant === undefined) return new Unmappable(`"${value}" is no time`);
      return { closedOn: businessDateOf(instant, source.organisation.timeZone) };
    },
    dealstage: (value, { settings }) => {
      const status = meaningOfStage(value, settings);
      if (status !== undefined) return { stage: value, status };
      return new Unmappable(
        `Deal stage "${value}" is unknown: say in the source's settings whether it is open, won or lost`,
      );
    },
  },
  lead: {
    hubspot_owner_id: owner,
    createdate: moment('createdAt'),
    hs_analytics_source: text('channel'),
    lifecyclestage: oneOf('status', {
      SUBSCRIBER: 'new',
      LEAD: 'new',
      MARKETINGQUALIFIEDLEAD: 'mql',
      SALESQUALIFIEDLEAD: 'sql',
      // Whoever is an opportunity or a customer has been qualified on the way.
      OPPORTUNITY: 'sql',
      CUSTOMER: 'sql',
    }),
  },
  meeting: {
    hubspot_owner_id: owner,
    hs_meeting_title: text('name'),
    hs_meeting_start_time: moment('startsAt'),
    hs_meeting_outcome: oneOf('status', {
      SCHEDULED: 'booked',
      RESCHEDULED: 'booked',
      COMPLETED: 'held',
      NO_SHOW: 'no-show',
      CANCELED: 'cancelled',
    }),
  },
  call: {
    hubspot_owner_id: owner,
    hs_timestamp: moment('startedAt'),
    hs_call_direction: oneOf('direction', { OUTBOUND: 'outbound', INBOUND: 'inbound' }),
    hs_call_disposition: (value, { settings }) => ({
      outcome: isConversation(value, settings) ? 'conversation' : cutText(value, 60) || null,
    }),
    hs_call_duration: (value) => {
      if (value === '') return { talkSeconds: null };
      const milliseconds = Number(value);
      return milliseconds >= 0 && milliseconds <= 86_400_000
        ? { talkSeconds: Math.round(milliseconds / 1_000) }
        : new Unmappable(`"${value}" is no duration`);
    },
  },
  email: {
    hubspot_owner_id: owner,
    hs_timestamp: moment('sentAt'),
    hs_email_direction: oneOf('direction', {
      EMAIL: 'outbound',
      FORWARDED_EMAIL: 'outbound',
      INCOMING_EMAIL: 'inbound',
    }),
  },
};

function propertyOf(type: HubspotRecord, reading: Reading): Told | Unmappable {
  const { propertyName = '', propertyValue } = reading.event;
  const read = READERS[type][propertyName];
  // Kept for a rule, perhaps one that is gone: then it tells nothing any more.
  if (!read) return { set: {} };
  const set = read(propertyValue ?? '', reading);
  if (!(set instanceof Unmappable)) return { set };
  // A manager has said how to read it.
  return isRuled(type, propertyName, reading.source.fieldRules) ? { set: {} } : set;
}

/** Everything that went into the survivor counts no more by itself. */
function mergeChanges(type: HubspotRecord, event: HubspotEvent, key: string): RecordChange[] {
  const survivor = event.newObjectId ?? event.primaryObjectId ?? event.objectId;
  const gone = new Set([...(event.mergedObjectIds ?? []), event.primaryObjectId ?? survivor]);
  gone.delete(survivor);
  return [...gone].map((id) =>
    changeOf(type, id, event, key, { set: {}, lifecycle: { mergedInto: survivor } }),
  );
}

function changeOf(
  type: RecordType,
  externalId: string,
  { occurredAt }: HubspotEvent,
  key: string,
  told: Told,
): RecordChange {
  return { type, externalId, change: { at: occurredAt, key, ...told } };
}

/** HubSpot writes moments as milliseconds or as ISO 8601. */
function readInstant(value: string): number | undefined {
  const instant = /^\d{1,15}$/.test(value) ? Number(value) : Date.parse(value);
  return instant >= Date.UTC(1990, 0, 1) && instant < Date.UTC(2100, 0, 1) ? instant : undefined;
}
