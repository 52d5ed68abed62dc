import type { Mapping, RecordChange, Source } from '@bellwether/application';
import type { FieldValue, Fields, Lifecycle, RecordType } from '@bellwether/domain';
import { businessDateOf, cutText } from '@bellwether/domain';
import type { PipedriveEvent, PipedriveObject } from './pipedrive-event.js';

/** Which of our records an activity is, by its type; types of one's own count as nothing. */
const RECORD_OF_ACTIVITY: Readonly<Record<string, RecordType>> = {
  call: 'call',
  meeting: 'meeting',
  lunch: 'meeting',
  email: 'email',
};

interface Told {
  readonly set: Fields;
  readonly lifecycle?: Lifecycle;
}

/** Whether anything here counts what the event tells. */
export function isMapped({ meta }: PipedriveEvent): boolean {
  return ['deal', 'lead', 'activity'].includes(meta.entity);
}

/** Turns one event into changes: Pipedrive tells the whole object each time. */
export function mapPipedriveEvent(event: PipedriveEvent, key: string, source: Source): Mapping {
  const { entity } = event.meta;
  const changes = (type: RecordType, told: Told): RecordChange => ({
    type,
    externalId: `${entity}-${event.meta.entity_id}`,
    change: { at: Date.parse(event.meta.timestamp), key, ...told },
  });
  switch (entity) {
    case 'deal':
      return { kind: 'changes', changes: [changes('deal', dealOf(event, source))] };
    case 'lead':
      return { kind: 'changes', changes: [changes('lead', leadOf(event, source))] };
    case 'activity':
      return { kind: 'changes', changes: activityOf(event, source, changes) };
    default:
      return { kind: 'ignored' };
  }
}

function dealOf({ data, meta }: PipedriveEvent, source: Source): Told {
  if (meta.merged_to_id) {
    return { set: {}, lifecycle: { mergedInto: `deal-${meta.merged_to_id}` } };
  }
  if (!data || data.status === 'deleted') return { set: {}, lifecycle: { deleted: true } };
  const status = data.status ?? 'open';
  const closedAt = closingOf(data, status);
  const { timeZone } = source.organisation;
  return {
    set: {
      ...ownerOf(data, source),
      ...known('name', shortened(data.title)),
      ...known('amount', typeof data.value === 'number' ? decimal(data.value) : undefined),
      ...known('currency', data.currency),
      ...known('stage', data.stage_id),
      ...known('createdAt', instantOf(data.add_time)),
      ...known('lostReason', shortened(data.lost_reason)),
      status,
      closedOn: closedAt === undefined ? null : businessDateOf(closedAt, timeZone),
    },
    lifecycle: { deleted: false },
  };
}

function closingOf(data: PipedriveObject, status: string): number | undefined {
  if (status === 'won') return instantOf(data.won_time) ?? instantOf(data.close_time);
  if (status === 'lost') return instantOf(data.lost_time) ?? instantOf(data.close_time);
  return undefined;
}

function leadOf({ data }: PipedriveEvent, source: Source): Told {
  if (!data) return { set: {}, lifecycle: { deleted: true } };
  return {
    set: {
      ...ownerOf(data, source),
      ...known('name', shortened(data.title)),
      ...known('createdAt', instantOf(data.add_time)),
    },
    lifecycle: { deleted: false },
  };
}

/** An activity that became of another type is the new one, and the old one is gone. */
function activityOf(
  event: PipedriveEvent,
  source: Source,
  change: (type: RecordType, told: Told) => RecordChange,
): RecordChange[] {
  const { data, previous } = event;
  if (!data) {
    const gone = { set: {}, lifecycle: { deleted: true } };
    return [...new Set(Object.values(RECORD_OF_ACTIVITY))].map((type) => change(type, gone));
  }
  const type = RECORD_OF_ACTIVITY[data.type ?? ''];
  const before = RECORD_OF_ACTIVITY[previous?.type ?? ''];
  const found: RecordChange[] = [];
  if (before && before !== type) {
    found.push(change(before, { set: {}, lifecycle: { deleted: true } }));
  }
  if (type) found.push(change(type, doneActivity(type, event, data, source)));
  return found;
}

function doneActivity(
  type: RecordType,
  { meta, previous }: PipedriveEvent,
  data: PipedriveObject,
  source: Source,
): Told {
  const isDone = data.done === true;
  const isNewlyDone = isDone && (meta.action === 'create' || previous?.done === false);
  const doneAt = isNewlyDone ? Date.parse(meta.timestamp) : undefined;
  const shared: Fields = {
    ...ownerOf(data, source),
    ...known('contact', data.person_id ?? data.org_id),
    ...known('createdAt', instantOf(data.add_time)),
  };
  if (type === 'meeting') {
    return {
      set: {
        ...shared,
        ...known('name', shortened(data.subject)),
        ...known('bookedAt', instantOf(data.add_time)),
        ...known('startsAt', dueOf(data)),
        status: isDone ? 'held' : 'booked',
      },
      lifecycle: { deleted: false },
    };
  }
  // What is only planned is no call and no e-mail yet.
  const lifecycle = { deleted: !isDone };
  const moment = type === 'call' ? 'endedAt' : 'sentAt';
  const talk = type === 'call' ? known('talkSeconds', secondsOf(data.duration?.value)) : {};
  return { set: { ...shared, ...talk, ...known(moment, doneAt) }, lifecycle };
}

function ownerOf({ owner_id: owner }: PipedriveObject, source: Source): Fields {
  if (owner === undefined) return {};
  return { owner: owner === null ? null : `source-${source.id}:${owner}` };
}

function known(field: string, value: FieldValue | undefined): Fields {
  return value === undefined ? {} : { [field]: value };
}

function shortened(text: string | null | undefined): string | undefined {
  return text === null || text === undefined ? undefined : cutText(text, 200);
}

/** Up to ten digits before the point are taken; more is no deal. */
function decimal(value: number): string | undefined {
  const text = String(value);
  return /^-?\d{1,10}(\.\d+)?$/.test(text) ? text : undefined;
}

/** Pipedrive writes `2022-11-24T13:18:55Z`, and in some fields `2022-11-24 13:18:55`, both in UTC. */
function instantOf(text: string | null | undefined): number | undefined {
  if (!text) return undefined;
  const instant = Date.parse(
    /[Zz]|[+-]\d\d:?\d\d$/.test(text) ? text : `${text.replace(' ', 'T')}Z`,
  );
  return instant >= Date.UTC(1990, 0, 1) && instant < Date.UTC(2100, 0, 1) ? instant : undefined;
}

function dueOf({ due_date: day, due_time: time }: PipedriveObject): number | undefined {
  return day
    ? instantOf(`${day}T${/^\d\d:\d\d/.exec(time?.value ?? '')?.[0] ?? '12:00'}:00Z`)
    : undefined;
}

/** `00:30` is half an hour. */
function secondsOf(text: string | null | undefined): number | undefined {
  const [, hours, minutes] = /^(\d{1,2}):(\d\d)/.exec(text ?? '') ?? [];
  return hours === undefined ? undefined : Number(hours) * 3_600 + Number(minutes) * 60;
}
