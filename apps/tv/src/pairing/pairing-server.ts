import type { PairingStarted, PairingState } from '@bellwether/contracts';
import { askServer } from '../life/ask-server.js';

/** Who gives codes to screens. Whatever it answers that is no answer is null: ask again later. */
export interface PairingServer {
  open(): Promise<PairingStarted | null>;
  poll(deviceCode: string): Promise<PairingState | null>;
}

export const pairingServer: PairingServer = {
  open: async () => startedOf(await post('/api/v1/pairings', {})),
  poll: async (deviceCode) => stateOf(await post('/api/v1/pairings/poll', { deviceCode })),
};

async function post(path: string, body: object): Promise<unknown> {
  const reply = await askServer(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return reply?.body;
}

function startedOf(body: unknown): PairingStarted | null {
  const started = (body ?? {}) as Partial<PairingStarted>;
  const { deviceCode, userCode, verificationUri, expiresIn = 0, interval = 0, qr } = started;
  const isWhole = deviceCode && userCode && verificationUri && expiresIn > 0 && interval > 0;
  return isWhole && qr ? (started as PairingStarted) : null;
}

function stateOf(body: unknown): PairingState | null {
  const answer = (body ?? {}) as { readonly state?: unknown; readonly key?: unknown };
  const { state, key } = answer;
  if (state === 'waiting' || state === 'expired') return { state };
  return state === 'paired' && typeof key === 'string' ? { state, key } : null;
}
