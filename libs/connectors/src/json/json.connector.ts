import type {
  Connector,
  Item,
  Mapping,
  RecordChange,
  SignedRequest,
  Source,
  Split,
} from '@bellwether/application';
import type { RecordType, Unreadable } from '@bellwether/domain';
import { RECORD_TYPES, knownRecord } from '@bellwether/domain';
import { itemKey } from '../item-key.js';
import { sameSecret } from '../signing/basic-auth.js';
import { standardWebhooksRefusal } from '../signing/standard-webhooks.js';
import { splitBody } from '../split-body.js';
import { sampleJson } from './sample-json.js';

/** JSON of any shape: rules say what it is about. */
export const jsonConnector: Connector = {
  kind: 'json',

  records: RECORD_TYPES,
  byRules: true,

  refusal(request, { secrets }, now) {
    const sent = /^Bearer\s+(\S+)$/i.exec(request.headers['authorization'] ?? '')?.[1];
    if (sent === undefined && request.headers['webhook-signature'] !== undefined) {
      return standardWebhooksRefusal(request, secrets, now);
    }
    if (sent === undefined) return 'Send the secret in the header Authorization: Bearer …';
    return secrets.some((secret) => sameSecret(secret, sent)) ? undefined : 'The secret is wrong';
  },

  split(request): Split {
    const split = splitBody(request.body.toString('utf8'));
    if (split.kind === 'malformed') return { kind: 'malformed', field: '', reason: split.reason };
    return {
      kind: 'items',
      items: split.items.map(({ text, value }, index) => itemOf(text, value, request, index)),
    };
  },

  payload: (body) => JSON.parse(body) as unknown,

  map: (body, key, source) => mapJson(JSON.parse(body), key, source),

  sample: (source, _url, name, now) => sampleJson(source, name, now),
};

/** Named by the message it came in, else by what it says. */
function itemOf(text: string, value: unknown, { headers }: SignedRequest, index: number): Item {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return { kind: 'refused', field: '', reason: 'is no JSON object' };
  }
  const message = headers['webhook-id'];
  const name = message === undefined ? `content ${text}` : `message ${message} ${index}`;
  return { kind: 'item', key: itemKey(name), body: text };
}

const UNRULED = 'No rule says yet what it is about: open the source, Fields';

function mapJson(payload: unknown, key: string, { id, organisation, fieldRules }: Source): Mapping {
  const { timeZone, currency } = organisation;
  const context = { sourceId: id, timeZone, currency };
  const types = RECORD_TYPES.filter((type) => isRuled(type, fieldRules));
  if (types.length === 0) return { kind: 'unmappable', reason: UNRULED };
  const unreadable: Unreadable[] = [];
  const changes = types.flatMap((type): RecordChange[] => {
    const known = knownRecord(type, payload, fieldRules, context);
    if (known.kind === 'unreadable') unreadable.push(...known.unreadable);
    if (known.kind !== 'record') return [];
    const { externalId, at, deleted } = known;
    const lifecycle = deleted === undefined ? {} : { lifecycle: { deleted } };
    return [{ type, externalId, change: { at, key, set: {}, ...lifecycle } }];
  });
  const [first] = unreadable;
  if (first) return { kind: 'unmappable', reason: first.reason, unreadable };
  return changes.length === 0 ? { kind: 'ignored' } : { kind: 'changes', changes };
}

function isRuled(type: RecordType, rules: Source['fieldRules']): boolean {
  return rules.some(({ record, field }) => record === type && field === '$id');
}
