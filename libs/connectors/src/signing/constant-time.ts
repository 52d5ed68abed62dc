import { timingSafeEqual } from 'node:crypto';

/** Whether two digests are the same, in a time that tells nothing about where they differ. */
export function sameDigest(a: Buffer, b: Buffer): boolean {
  return a.length === b.length && timingSafeEqual(a, b);
}
