import type { Session } from '@bellwether/contracts';

export type SessionOutcome =
  | { readonly kind: 'screen'; readonly screenId: number; readonly session: Session }
  | { readonly kind: 'not-a-screen' }
  | { readonly kind: 'refused' }
  | { readonly kind: 'unreachable' };

const PATIENCE_MS = 10_000;

/** Asks whose key this is. Whatever is neither yes nor no is a server that cannot be reached yet. */
export async function checkSession(key: string, fetching = window.fetch): Promise<SessionOutcome> {
  const giveUp = new AbortController();
  const timer = setTimeout(() => giveUp.abort(), PATIENCE_MS);
  try {
    const answer = await fetching.call(window, '/api/v1/session', {
      headers: { authorization: `Bearer ${key}` },
      cache: 'no-store',
      signal: giveUp.signal,
    });
    if (answer.status === 401 || answer.status === 403) return { kind: 'refused' };
    if (!answer.ok) return { kind: 'unreachable' };
    return outcomeOf(await answer.json());
  } catch {
    return { kind: 'unreachable' };
  } finally {
    clearTimeout(timer);
  }
}

function outcomeOf(answer: unknown): SessionOutcome {
  // A proxy in between may answer anything at all with 200.
  if (typeof answer !== 'object' || answer === null || !('role' in answer)) {
    return { kind: 'unreachable' };
  }
  const session = answer as Session;
  if (typeof session.screenId !== 'number') return { kind: 'not-a-screen' };
  return { kind: 'screen', screenId: session.screenId, session };
}
