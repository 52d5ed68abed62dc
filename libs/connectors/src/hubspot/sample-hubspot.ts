import type { Sample, Source } from '@bellwether/application';
import type { Instant } from '@bellwether/domain';
import { signHubspot } from '../signing/hubspot-v3.js';

/** The amount of a deal, told as HubSpot tells it: one property at a time. */
export function sampleHubspot(
  { secrets }: Source,
  url: string,
  name: string,
  now: Instant,
): Sample {
  const event = {
    eventId: name,
    portalId: 1,
    subscriptionType: 'deal.propertyChange',
    objectId: `test-${name}`,
    occurredAt: now,
    propertyName: 'amount',
    propertyValue: '12500.00',
    changeSource: 'CRM_UI',
    attemptNumber: 0,
  };
  const body = Buffer.from(JSON.stringify([event]));
  const timestamp = String(now);
  const headers = {
    'content-type': 'application/json',
    'x-hubspot-request-timestamp': timestamp,
    'x-hubspot-signature-v3': signHubspot(secrets.at(-1) ?? '', 'POST', url, timestamp, body),
  };
  return { headers, body };
}
