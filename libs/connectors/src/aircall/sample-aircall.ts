import type { Sample, Source } from '@bellwether/application';
import type { Instant } from '@bellwether/domain';
import { ENDED } from './aircall-event.js';

/** A call of four minutes that has just ended, with the token of the webhook. */
export function sampleAircall({ secrets }: Source, name: string, now: Instant): Sample {
  const second = Math.floor(now / 1_000);
  const event = {
    resource: 'call',
    event: ENDED,
    timestamp: second,
    token: secrets.at(-1) ?? '',
    data: {
      id: `test-${name}`,
      direction: 'outbound',
      started_at: second - 260,
      answered_at: second - 240,
      ended_at: second,
      raw_digits: '+353 1 555 0100',
      user: { id: 1, email: 'test.person@example.com' },
      tags: [],
    },
  };
  return {
    headers: { 'content-type': 'application/json' },
    body: Buffer.from(JSON.stringify(event)),
  };
}
