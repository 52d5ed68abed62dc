import type { Connector, Item, Split } from '@bellwether/application';
import { itemKey } from '../item-key.js';
import { firstIssue } from '../first-issue.js';
import { basicAuthRefusal } from '../signing/basic-auth.js';
import type { BodyItem } from '../split-body.js';
import { splitBody } from '../split-body.js';
import { isMapped, mapPipedriveEvent } from './map-pipedrive-event.js';
import { PipedriveEvent } from './pipedrive-event.js';
import { samplePipedrive } from './sample-pipedrive.js';

/** Pipedrive webhooks v2: one event a request, with HTTP Basic; Pipedrive does not sign. */
export const pipedriveConnector: Connector = {
  kind: 'pipedrive',

  records: ['deal', 'lead', 'meeting', 'call', 'email'],
  byRules: false,

  refusal: (request, source) => basicAuthRefusal(request, source.secrets),

  split({ body }): Split {
    const split = splitBody(body.toString('utf8'));
    if (split.kind === 'malformed') return { kind: 'malformed', field: '', reason: split.reason };
    return { kind: 'items', items: split.items.map(itemOf) };
  },

  payload: (body) => JSON.parse(body) as unknown,

  map: (body, key, source) =>
    mapPipedriveEvent(PipedriveEvent.parse(JSON.parse(body)), key, source),

  sample: (source, _url, name, now) => samplePipedrive(source, name, now),
};

function itemOf({ text, value }: BodyItem): Item {
  const parsed = PipedriveEvent.safeParse(value);
  if (!parsed.success) return { kind: 'refused', ...firstIssue(parsed.error) };
  if (!isMapped(parsed.data)) return { kind: 'ignored' };
  return { kind: 'item', key: itemKey(parsed.data.meta.id), body: text };
}
