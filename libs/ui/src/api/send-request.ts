import type { Problem } from '@bellwether/contracts';
import type { Answer } from './answer.js';

export interface Sending {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly key?: string;
  readonly json?: unknown;
  /** A file to send instead. */
  readonly blob?: Blob;
  /** The answer is a file. */
  readonly file?: boolean;
  /** Gives up after this many milliseconds. */
  readonly patience?: number;
}

export type Fetching = (address: string, init: RequestInit) => Promise<Response>;

const PATIENCE_MS = 20_000;
const NO_CONTENT = 204;

/** Sends one request and reads its answer. What is neither yes nor no is a server that cannot be reached. */
export async function sendRequest<Body>(
  address: string,
  { method = 'GET', key, json, blob, file = false, patience = PATIENCE_MS }: Sending,
  fetching: Fetching,
): Promise<Answer<Body>> {
  const giveUp = new AbortController();
  const timer = setTimeout(() => giveUp.abort(), patience);
  try {
    const reply = await fetching(address, {
      method,
      cache: 'no-store',
      signal: giveUp.signal,
      headers: {
        ...(key === undefined ? {} : { authorization: `Bearer ${key}` }),
        ...(json === undefined ? {} : { 'content-type': 'application/json' }),
        ...(blob === undefined ? {} : { 'content-type': blob.type }),
      },
      ...(json === undefined ? {} : { body: JSON.stringify(json) }),
      ...(blob === undefined ? {} : { body: blob }),
    });
    if (file && reply.ok) {
      return { kind: 'done', body: (await reply.blob()) as Body, at: answeredAt(reply) };
    }
    const body: unknown = reply.status === NO_CONTENT ? null : await reply.json();
    if (reply.ok) return { kind: 'done', body: body as Body, at: answeredAt(reply) };
    // A proxy in between answers in its own words: that is not our server saying no.
    return isProblem(body) ? { kind: 'refused', problem: body } : { kind: 'unreachable' };
  } catch {
    return { kind: 'unreachable' };
  } finally {
    clearTimeout(timer);
  }
}

function answeredAt(reply: Response): number {
  const told = Date.parse(reply.headers.get('date') ?? '');
  return Number.isFinite(told) ? told : Date.now();
}

function isProblem(body: unknown): body is Problem {
  return typeof body === 'object' && body !== null && 'code' in body && 'detail' in body;
}
