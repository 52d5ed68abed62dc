import type { Sample, Source } from '@bellwether/application';
import type { Instant } from '@bellwether/domain';

/** A deal that was won, as Pipedrive tells it in version 2. */
export function samplePipedrive(
  { secrets, organisation }: Source,
  name: string,
  now: Instant,
): Sample {
  const at = new Date(now).toISOString();
  const event = {
    data: {
      title: 'Test delivery',
      value: 12_500,
      currency: organisation.currency,
      owner_id: 1,
      stage_id: 1,
      status: 'won',
      add_time: at,
      won_time: at,
    },
    previous: { status: 'open' },
    meta: {
      id: name,
      action: 'change',
      entity: 'deal',
      entity_id: `test-${name}`,
      timestamp: at,
      version: '2.0',
      attempt: 1,
    },
  };
  const signIn = Buffer.from(secrets.at(-1) ?? '').toString('base64');
  return {
    headers: { 'content-type': 'application/json', authorization: `Basic ${signIn}` },
    body: Buffer.from(JSON.stringify(event)),
  };
}
