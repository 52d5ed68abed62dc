/** A reply as it came; its body is null where the server did not say yes. */
export interface ServerReply {
  readonly status: number;
  readonly body: unknown;
}

const PATIENCE_MS = 10_000;

/** Asks once and not for long; null is a server that cannot be reached. */
export async function askServer(path: string, init: RequestInit): Promise<ServerReply | null> {
  const giveUp = new AbortController();
  const timer = setTimeout(() => giveUp.abort(), PATIENCE_MS);
  try {
    const reply = await fetch(path, { ...init, cache: 'no-store', signal: giveUp.signal });
    return { status: reply.status, body: reply.ok ? await reply.json() : null };
  } catch {
    return null;
  } finally {
    clearTimeout(timer);
  }
}
