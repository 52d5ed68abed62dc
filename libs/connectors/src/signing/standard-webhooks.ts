import type { KeyObject } from 'node:crypto';
import { createHmac, createSecretKey } from 'node:crypto';
import type { SignedRequest } from '@bellwether/application';
import type { Instant } from '@bellwether/domain';
import { sameDigest } from './constant-time.js';

const TOLERANCE_MS = 5 * 60_000;

/**
 * Why a request is not signed as Standard Webhooks 1.0 asks, or undefined when it is.
 * Any of the secrets may have signed, and any of the signatures in the header may be the one.
 */
export function standardWebhooksRefusal(
  { headers, body }: SignedRequest,
  secrets: readonly string[],
  now: Instant,
): string | undefined {
  const id = headers['webhook-id'];
  const timestamp = headers['webhook-timestamp'];
  const signatures = headers['webhook-signature'];
  if (!id || !timestamp || !signatures) {
    return 'Send an API key, or the headers webhook-id, webhook-timestamp and webhook-signature';
  }
  if (!/^\d{1,12}$/.test(timestamp)) return 'webhook-timestamp is no number of seconds since 1970';
  if (Math.abs(now - Number(timestamp) * 1_000) > TOLERANCE_MS) {
    return 'webhook-timestamp is more than five minutes from now; check the clock of the sender';
  }
  const sent = signatures
    .split(' ')
    .filter((signature) => signature.startsWith('v1,'))
    .map((signature) => Buffer.from(signature.slice(3), 'base64'));
  const expected = keysOf(secrets).map((key) => digest(key, id, timestamp, body));
  const matches = expected.some((good) => sent.some((signature) => sameDigest(signature, good)));
  return matches ? undefined : 'webhook-signature does not match; check the secret of the sender';
}

/** Signs as a sender would: the value of the header `webhook-signature`. */
export function signStandardWebhook(
  secret: string,
  id: string,
  timestamp: string,
  body: Buffer,
): string {
  return `v1,${digest(keyOf(secret), id, timestamp, body).toString('base64')}`;
}

/** As long as a source is remembered, its keys need not be made anew for each delivery. */
const keys = new WeakMap<readonly string[], readonly KeyObject[]>();

function keysOf(secrets: readonly string[]): readonly KeyObject[] {
  let known = keys.get(secrets);
  if (!known) keys.set(secrets, (known = secrets.map(keyOf)));
  return known;
}

function keyOf(secret: string): KeyObject {
  return createSecretKey(Buffer.from(secret.replace(/^whsec_/, ''), 'base64'));
}

function digest(key: KeyObject, id: string, timestamp: string, body: Buffer): Buffer {
  return createHmac('sha256', key).update(`${id}.${timestamp}.`).update(body).digest();
}
