import type { Connector, Item, SignedRequest, Split } from '@bellwether/application';
import { CanonicalRecord, MOST_RECORDS } from '@bellwether/contracts';
import type { Instant } from '@bellwether/domain';
import { RECORD_TYPES } from '@bellwether/domain';
import { firstIssue } from '../first-issue.js';
import { itemKey } from '../item-key.js';
import { standardWebhooksRefusal } from '../signing/standard-webhooks.js';
import { mapCanonical } from './map-canonical.js';
import { sampleCanonical } from './sample-canonical.js';
import type { BodyItem } from '../split-body.js';
import { splitBody, splitLines } from '../split-body.js';

/** A change cannot have become true later than now; clocks may differ by this much. */
const AHEAD_MS = 10 * 60_000;

/** Our own records, signed as Standard Webhooks are. */
export const canonicalConnector: Connector = {
  kind: 'canonical',

  records: RECORD_TYPES,
  byRules: false,

  refusal: (request, source, now) => standardWebhooksRefusal(request, source.secrets, now),

  split(request, _source, now): Split {
    const text = decode(request.body);
    if (text === undefined) return malformed('', 'The body is no UTF-8');
    const split = isLines(request) ? linesOf(text) : splitBody(text);
    if (split.kind === 'malformed') return malformed('', split.reason);
    const { items } = split;
    if (items.length === 0) return malformed('', 'The body holds no record');
    if (items.length > MOST_RECORDS) {
      return malformed('', `The body holds more than ${MOST_RECORDS} records; send more requests`);
    }
    const message = request.headers['webhook-id'];
    return {
      kind: 'items',
      items: items.map((item, index) => {
        if ('reason' in item) return refused('', item.reason);
        return itemOf(item, message === undefined ? undefined : `message ${message} ${index}`, now);
      }),
    };
  },

  payload: (body) => JSON.parse(body) as unknown,

  map: mapCanonical,

  sample: (source, _url, name, now) => sampleCanonical(source, name, now),
};

interface BrokenLine {
  readonly reason: string;
}

function linesOf(body: string): { kind: 'items'; items: readonly (BodyItem | BrokenLine)[] } {
  return { kind: 'items', items: splitLines(body).map(lineOf) };
}

/** A line that is no JSON harms no other. */
function lineOf(text: string): BodyItem | BrokenLine {
  try {
    return { text, value: JSON.parse(text) as unknown };
  } catch (error) {
    return { reason: error instanceof Error ? error.message : String(error) };
  }
}

function itemOf({ text, value }: BodyItem, messageName: string | undefined, now: Instant): Item {
  if (text.includes(PROTOTYPE) && namesPrototype(value)) {
    return refused('', `has nothing named "${PROTOTYPE}"`);
  }
  const parsed = CanonicalRecord.safeParse(value);
  if (!parsed.success) return { kind: 'refused', ...firstIssue(parsed.error) };
  const { changedAt, id } = parsed.data;
  if (changedAt !== undefined && Date.parse(changedAt) > now + AHEAD_MS) {
    return refused('/changedAt', 'lies in the future');
  }
  // Named by the sender, else by the message it came in, else by what it says.
  const name = id === undefined ? (messageName ?? `content ${text}`) : `id ${id}`;
  return { kind: 'item', key: itemKey(name), body: text };
}

/** The name that every object has already: readers would drop it without a word. */
const PROTOTYPE = '__proto__';

function namesPrototype(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const { custom } = value as { readonly custom?: unknown };
  const isOwn = (object: object) => Object.hasOwn(object, PROTOTYPE);
  return isOwn(value) || (typeof custom === 'object' && custom !== null && isOwn(custom));
}

function isLines({ headers }: SignedRequest): boolean {
  return /^application\/(x-)?(ndjson|jsonl|jsonlines)/.test(headers['content-type'] ?? '');
}

const utf8 = new TextDecoder('utf-8', { fatal: true });

function decode(body: Buffer): string | undefined {
  try {
    return utf8.decode(body);
  } catch {
    return undefined;
  }
}

function refused(field: string, reason: string): Item {
  return { kind: 'refused', field, reason };
}

function malformed(field: string, reason: string): Split {
  return { kind: 'malformed', field, reason };
}
