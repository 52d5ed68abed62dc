import type { Sample, Source } from '@bellwether/application';
import type { Instant } from '@bellwether/domain';

/** Something with a name and a moment; what else stands in it nobody can know. */
export function sampleJson({ secrets }: Source, name: string, now: Instant): Sample {
  const event = { test: `test-${name}`, at: new Date(now).toISOString() };
  return {
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${secrets.at(-1) ?? ''}`,
    },
    body: Buffer.from(JSON.stringify(event)),
  };
}
