import type { Sample, Source } from '@bellwether/application';
import type { Instant } from '@bellwether/domain';
import { signStandardWebhook } from '../signing/standard-webhooks.js';

/** A won deal, signed as Standard Webhooks are. */
export function sampleCanonical(
  { secrets, organisation }: Source,
  name: string,
  now: Instant,
): Sample {
  const body = Buffer.from(
    JSON.stringify({
      type: 'deal',
      externalId: `test-${name}`,
      changedAt: new Date(now).toISOString(),
      owner: 'test.person@example.com',
      name: 'Test delivery',
      amount: '12500.00',
      currency: organisation.currency,
      status: 'won',
      closedOn: new Date(now).toISOString().slice(0, 10),
    }),
  );
  const timestamp = String(Math.floor(now / 1_000));
  const signature = signStandardWebhook(secrets.at(-1) ?? '', name, timestamp, body);
  const headers = {
    'content-type': 'application/json',
    'webhook-id': name,
    'webhook-timestamp': timestamp,
    'webhook-signature': signature,
  };
  return { headers, body };
}
