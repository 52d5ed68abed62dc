import { randomUUID } from 'node:crypto';
import { signHubspot, signStandardWebhook } from '@bellwether/connectors';

/** Where the demo's senders send, and what they sign with. */
export interface SignedPosting {
  /** The address that we listen on. */
  readonly serverUrl: string;
  /** The address that senders are told, which HubSpot signs. */
  readonly publicUrl: string;
  readonly events: { readonly address: string; readonly webhookSecret: string };
  readonly hubspot: { readonly address: string; readonly secret: string };
}

/** Sends canonical records as a Standard Webhooks sender does. */
export async function postRecords(
  posting: SignedPosting,
  records: readonly object[],
): Promise<void> {
  const { address, webhookSecret } = posting.events;
  const body = Buffer.from(JSON.stringify(records));
  const id = `msg_${randomUUID()}`;
  const timestamp = String(Math.floor(Date.now() / 1_000));
  await post(`${posting.serverUrl}/api/v1/events?source=${address}`, body, {
    'webhook-id': id,
    'webhook-timestamp': timestamp,
    'webhook-signature': signStandardWebhook(webhookSecret, id, timestamp, body),
  });
}

/** Sends events as HubSpot does. */
export async function postHubspot(
  posting: SignedPosting,
  events: readonly object[],
): Promise<void> {
  const { address, secret } = posting.hubspot;
  const path = `/hooks/${address}`;
  const body = Buffer.from(JSON.stringify(events));
  const timestamp = String(Date.now());
  const url = posting.publicUrl + path;
  await post(posting.serverUrl + path, body, {
    'x-hubspot-request-timestamp': timestamp,
    'x-hubspot-signature-v3': signHubspot(secret, 'POST', url, timestamp, body),
  });
}

async function post(url: string, body: Buffer, headers: Record<string, string>): Promise<void> {
  const reply = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body,
  });
  const text = await reply.text();
  if (reply.status !== 202) throw new Error(`The demo's delivery was refused: ${text}`);
}
