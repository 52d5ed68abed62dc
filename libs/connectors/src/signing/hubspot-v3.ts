import { createHmac } from 'node:crypto';
import type { SignedRequest } from '@bellwether/application';
import type { Instant } from '@bellwether/domain';
import { sameDigest } from './constant-time.js';

const TOLERANCE_MS = 5 * 60_000;

/** Why a request does not carry HubSpot's signature v3, or undefined when it does. */
export function hubspotRefusal(
  { method, url, headers, body }: SignedRequest,
  secrets: readonly string[],
  now: Instant,
): string | undefined {
  const signature = headers['x-hubspot-signature-v3'];
  const timestamp = headers['x-hubspot-request-timestamp'];
  if (!signature || !timestamp) {
    return 'The headers x-hubspot-signature-v3 and x-hubspot-request-timestamp are missing';
  }
  if (!/^\d{1,15}$/.test(timestamp)) return 'x-hubspot-request-timestamp is no number';
  if (Math.abs(now - Number(timestamp)) > TOLERANCE_MS) {
    return 'x-hubspot-request-timestamp is more than five minutes from now';
  }
  const sent = Buffer.from(signature, 'base64');
  const matches = secrets.some((secret) =>
    sameDigest(sent, digest(secret, method, url, timestamp, body)),
  );
  return matches
    ? undefined
    : 'x-hubspot-signature-v3 does not match; check the client secret and the public address';
}

/** Signs as HubSpot does: the value of the header `x-hubspot-signature-v3`. */
export function signHubspot(
  secret: string,
  method: string,
  url: string,
  timestamp: string,
  body: Buffer,
): string {
  return digest(secret, method, url, timestamp, body).toString('base64');
}

function digest(
  secret: string,
  method: string,
  url: string,
  timestamp: string,
  body: Buffer,
): Buffer {
  return createHmac('sha256', secret)
    .update(method)
    .update(decodedUrl(url))
    .update(body)
    .update(timestamp)
    .digest();
}

/** HubSpot signs the address with its escapes decoded, but for the question mark before the query. */
function decodedUrl(url: string): string {
  return url.replace(/%[0-9a-f]{2}/gi, (escape) => ESCAPES[escape.toUpperCase()] ?? escape);
}

const ESCAPES: Readonly<Record<string, string>> = {
  '%3A': ':',
  '%2F': '/',
  '%40': '@',
  '%21': '!',
  '%24': '$',
  '%27': "'",
  '%28': '(',
  '%29': ')',
  '%2A': '*',
  '%2C': ',',
  '%3B': ';',
};
