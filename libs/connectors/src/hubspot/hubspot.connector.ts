import type { Connector, Item, Split } from '@bellwether/application';
import type { FieldRule } from '@bellwether/domain';
import { firstIssue } from '../first-issue.js';
import type { BodyItem } from '../split-body.js';
import { splitBody } from '../split-body.js';
import { itemKey } from '../item-key.js';
import { hubspotRefusal } from '../signing/hubspot-v3.js';
import { HubspotEvent, hubspotEventName } from './hubspot-event.js';
import { HubspotSettings } from './hubspot-settings.js';
import { withProperties } from './with-properties.js';
import { isMapped, mapHubspotEvent } from './map-hubspot-event.js';
import { sampleHubspot } from './sample-hubspot.js';

/** HubSpot webhooks v3: batches of thin events, out of order, more than once. */
export const hubspotConnector: Connector = {
  kind: 'hubspot',

  records: ['deal', 'lead', 'meeting', 'call', 'email'],
  byRules: false,

  refusal: (request, source, now) => hubspotRefusal(request, source.secrets, now),

  split({ body }, { fieldRules }): Split {
    const split = splitBody(body.toString('utf8'));
    if (split.kind === 'malformed') return { kind: 'malformed', field: '', reason: split.reason };
    return { kind: 'items', items: split.items.map((item) => itemOf(item, fieldRules)) };
  },

  payload: withProperties,

  map(body, key, source) {
    const event = HubspotEvent.parse(JSON.parse(body));
    const settings = HubspotSettings.parse(source.settings);
    return mapHubspotEvent({ event, source, settings }, key);
  },

  sample: sampleHubspot,
};

function itemOf({ text, value }: BodyItem, rules: readonly FieldRule[]): Item {
  const parsed = HubspotEvent.safeParse(value);
  if (!parsed.success) return { kind: 'refused', ...firstIssue(parsed.error) };
  if (!isMapped(parsed.data, rules)) return { kind: 'ignored' };
  return { kind: 'item', key: itemKey(hubspotEventName(parsed.data)), body: text };
}
