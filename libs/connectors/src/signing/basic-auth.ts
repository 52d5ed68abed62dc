import { createHash } from 'node:crypto';
import type { SignedRequest } from '@bellwether/application';
import { sameDigest } from './constant-time.js';

/**
 * Why a request does not carry one of the user names and passwords (HTTP Basic), or undefined when
 * it does. A secret is `user:password`.
 */
export function basicAuthRefusal(
  { headers }: SignedRequest,
  secrets: readonly string[],
): string | undefined {
  const sent = /^Basic\s+(\S+)$/i.exec(headers['authorization'] ?? '')?.[1];
  if (sent === undefined) return 'The header Authorization: Basic … is missing';
  // Compared by their hashes: of equal length, and telling nothing about where they differ.
  const given = hash(Buffer.from(sent, 'base64'));
  return secrets.some((secret) => sameDigest(hash(Buffer.from(secret)), given))
    ? undefined
    : 'User name or password is wrong';
}

/** Whether two texts are the same, in a time that tells nothing about where they differ. */
export function sameSecret(a: string, b: string): boolean {
  return sameDigest(hash(Buffer.from(a)), hash(Buffer.from(b)));
}

function hash(bytes: Buffer): Buffer {
  return createHash('sha256').update(bytes).digest();
}
