import type { Mapping, RecordChange, Source } from '@bellwether/application';
import { CanonicalRecord } from '@bellwether/contracts';
import type { DealLine, FieldValue, Fields, Lifecycle, Split } from '@bellwether/domain';
import { CUSTOM, RECORD_FIELDS } from '@bellwether/domain';
import { firstIssue } from '../first-issue.js';

/** Turns a canonical record into a change. */
export function mapCanonical(body: string, key: string, source: Source): Mapping {
  const parsed = CanonicalRecord.safeParse(JSON.parse(body));
  if (!parsed.success) {
    const { field, reason } = firstIssue(parsed.error);
    return { kind: 'unmappable', reason: `${field} ${reason}` };
  }
  return { kind: 'changes', changes: [changeOf(parsed.data, key, source)] };
}

function changeOf(record: CanonicalRecord, key: string, source: Source): RecordChange {
  return {
    type: record.type,
    externalId: record.externalId,
    change: { at: Date.parse(momentOf(record)), key, ...contentOf(record, source) },
  };
}

/** When it became true: said so, or for what is over in a moment, that moment. */
function momentOf(record: CanonicalRecord): string {
  switch (record.type) {
    case 'call':
      return record.changedAt ?? record.endedAt;
    case 'email':
      return record.changedAt ?? record.sentAt;
    case 'form':
      return record.changedAt ?? record.submittedAt;
    case 'usage':
      return record.changedAt ?? record.usedAt;
    case 'reference':
      return record.changedAt ?? record.publishedAt;
    case 'meeting':
    case 'lead':
    case 'deal':
    case 'trial':
    case 'account':
    case 'subscription':
    case 'contract':
    case 'ticket':
    case 'cost':
    case 'quota':
      return record.changedAt;
  }
}

function contentOf(
  record: CanonicalRecord,
  source: Source,
): { set: Fields; lifecycle?: Lifecycle } {
  const set: Record<string, FieldValue> = {};
  const kinds: Readonly<Record<string, string>> = RECORD_FIELDS[record.type];
  for (const [name, value] of Object.entries(record)) {
    const kind = kinds[name];
    if (kind === undefined || value === undefined) continue;
    set[name] = fieldValue(kind, value, source);
  }
  for (const [name, value] of Object.entries(record.custom ?? {})) set[`${CUSTOM}${name}`] = value;
  const { deleted, mergedInto } = record;
  const lifecycle = {
    ...(deleted === undefined ? {} : { deleted }),
    ...(mergedInto === undefined ? {} : { mergedInto }),
  };
  return Object.keys(lifecycle).length === 0 ? { set } : { set, lifecycle };
}

type Written = unknown;

function fieldValue(kind: string, value: Written, source: Source): FieldValue {
  if (value === null) return null;
  switch (kind) {
    case 'identity':
      return identityOf(value as Somebody, source);
    case 'instant':
      return Date.parse(value as string);
    case 'money':
      return typeof value === 'number' ? value.toString() : (value as string);
    case 'lines':
      return (value as readonly { product: string; amount: string | number }[]).map(
        ({ product, amount }): DealLine => ({ product, amount: String(amount) }),
      );
    case 'splits':
      return (value as readonly { owner: Somebody; percent: number }[]).map(
        ({ owner, percent }): Split => ({
          identity: identityOf(owner, source),
          basisPoints: Math.round(percent * 100),
        }),
      );
    default:
      return value as FieldValue;
  }
}

type Somebody = string | { readonly email: string } | { readonly id: string };

function identityOf(somebody: Somebody, source: Source): string {
  if (typeof somebody === 'string') return `email:${somebody.toLowerCase()}`;
  if ('email' in somebody) return `email:${somebody.email.toLowerCase()}`;
  return `source-${source.id}:${somebody.id}`;
}
