import type { Instant } from '@bellwether/domain';
import type { SignedRequest, Source } from '../ports/connector.js';
import type { TurnedAway } from '../ports/source-notes.js';
import type { Acceptance, Verdict } from './accept-delivery.js';

/** Enough to see what it is. */
const MOST_BYTES = 2_000;

/** What the log shows of a request that brought nothing new, or undefined when it did. */
export function turnedAwayOf(
  acceptance: Acceptance,
  request: SignedRequest,
  source: Source,
  at: Instant,
): TurnedAway | undefined {
  const told = reasonFor(acceptance);
  if (!told) return undefined;
  const { id: sourceId, organisation } = source;
  const isProven = acceptance.kind !== 'unsigned';
  return {
    organisationId: organisation.id,
    sourceId,
    at,
    ...told,
    size: request.body.length,
    body: isProven ? beginningOf(request.body, source.secrets) : null,
  };
}

function reasonFor(acceptance: Acceptance): Pick<TurnedAway, 'kind' | 'reason'> | undefined {
  switch (acceptance.kind) {
    case 'unsigned':
      return { kind: 'refused', reason: acceptance.reason };
    case 'malformed':
      return { kind: 'refused', reason: acceptance.reason };
    case 'busy':
      return undefined;
    case 'taken':
      return reasonAmong(acceptance.verdicts);
  }
}

function reasonAmong(
  verdicts: readonly Verdict[],
): Pick<TurnedAway, 'kind' | 'reason'> | undefined {
  const refused = verdicts.filter((verdict) => verdict.kind === 'refused');
  const [first] = refused;
  if (first) {
    const which = verdicts.length > 1 ? `${refused.length} of ${verdicts.length}: ` : '';
    const where = first.field === '' || first.field === '/' ? 'The record' : first.field.slice(1);
    return { kind: 'refused', reason: `${which}${where} ${first.reason}` };
  }
  if (verdicts.some(({ kind }) => kind === 'accepted')) return undefined;
  return verdicts.some(({ kind }) => kind === 'duplicate')
    ? { kind: 'duplicate', reason: 'It was here already, and counts once' }
    : { kind: 'ignored', reason: 'Nothing in it is counted here' };
}

/** Without what opens the door: some vendors send their token in the body. */
function beginningOf(body: Buffer, secrets: readonly string[]): string {
  const text = body.subarray(0, MOST_BYTES).toString('utf8').replaceAll('\0', '\uFFFD');
  return secrets.reduce((shown, secret) => shown.replaceAll(secret, '…'), text);
}
