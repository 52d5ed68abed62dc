import type { Connector, Item, Mapping, Source, Split } from '@bellwether/application';
import type { Fields } from '@bellwether/domain';
import { firstIssue } from '../first-issue.js';
import { itemKey } from '../item-key.js';
import { sameSecret } from '../signing/basic-auth.js';
import { AircallEvent, ENDED } from './aircall-event.js';
import { sampleAircall } from './sample-aircall.js';

/** Aircall webhooks: one event a request, known by the token in the body. */
export const aircallConnector: Connector = {
  kind: 'aircall',

  records: ['call'],
  byRules: false,

  refusal({ body }, { secrets }) {
    const token = tokenOf(body.toString('utf8'));
    if (token === undefined) return 'The token is missing in the body';
    return secrets.some((secret) => sameSecret(secret, token)) ? undefined : 'The token is wrong';
  },

  split({ body }): Split {
    const text = body.toString('utf8').trim();
    return { kind: 'items', items: [itemOf(text)] };
  },

  payload: (body) => JSON.parse(body) as unknown,

  map: (body, key, source) => mapEvent(AircallEvent.parse(JSON.parse(body)), key, source),

  sample: (source, _url, name, now) => sampleAircall(source, name, now),
};

function tokenOf(text: string): string | undefined {
  try {
    const { token } = JSON.parse(text) as { readonly token?: unknown };
    return typeof token === 'string' ? token : undefined;
  } catch {
    return undefined;
  }
}

function itemOf(text: string): Item {
  const body = JSON.parse(text) as { readonly event?: unknown };
  // Most events tell of a call that still goes on; their shapes are their own.
  if (body.event !== ENDED) return { kind: 'ignored' };
  const parsed = AircallEvent.safeParse(body);
  if (!parsed.success) return { kind: 'refused', ...firstIssue(parsed.error) };
  const { event, timestamp, data } = parsed.data;
  // The token is what opens the door: it is not kept with what came in.
  const kept = JSON.stringify({ ...body, token: '' });
  return { kind: 'item', key: itemKey(`${event} ${data.id} ${timestamp}`), body: kept };
}

function mapEvent({ timestamp, data }: AircallEvent, key: string, source: Source): Mapping {
  // Missed before it reached anybody: nobody's call.
  if (!data.user) return { kind: 'ignored' };
  const { answered_at: answered, ended_at: ended = timestamp, started_at: started } = data;
  const set: Fields = {
    owner: identityOf(data.user, source),
    direction: data.direction,
    endedAt: (ended ?? timestamp) * 1_000,
    // Talk time, not ringing time: `duration` counts both.
    talkSeconds: answered && ended ? Math.max(0, ended - answered) : 0,
    outcome: answered ? 'answered' : 'missed',
    tags: (data.tags ?? []).map(({ name }) => name),
    ...(started ? { startedAt: started * 1_000 } : {}),
    ...(data.raw_digits ? { contact: data.raw_digits } : {}),
  };
  const change = { at: timestamp * 1_000, key, set };
  return { kind: 'changes', changes: [{ type: 'call', externalId: data.id, change }] };
}

type AircallUser = NonNullable<AircallEvent['data']['user']>;

function identityOf(user: AircallUser, source: Source): string {
  return user.email ? `email:${user.email.toLowerCase()}` : `source-${source.id}:${user.id}`;
}
