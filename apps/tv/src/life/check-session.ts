import type { Session } from '@bellwether/contracts';
import { askServer } from './ask-server.js';

export type SessionOutcome =
  | { readonly kind: 'screen'; readonly screenId: number }
  | { readonly kind: 'not-a-screen' }
  | { readonly kind: 'refused' }
  | { readonly kind: 'unreachable' };

/** Asks whose key this is. Whatever is neither yes nor no is a server that cannot be reached yet. */
export async function checkSession(key: string): Promise<SessionOutcome> {
  const reply = await askServer('/api/v1/session', { headers: { authorization: `Bearer ${key}` } });
  if (reply?.status === 401 || reply?.status === 403) return { kind: 'refused' };
  return outcomeOf(reply?.body);
}

function outcomeOf(answer: unknown): SessionOutcome {
  // A proxy in between may answer anything at all with 200.
  if (typeof answer !== 'object' || answer === null || !('role' in answer)) {
    return { kind: 'unreachable' };
  }
  const { screenId } = answer as Session;
  if (typeof screenId !== 'number') return { kind: 'not-a-screen' };
  return { kind: 'screen', screenId };
}
