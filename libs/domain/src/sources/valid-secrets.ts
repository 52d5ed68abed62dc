import type { Instant } from '../ids.js';

/** The secrets that are valid now, oldest first: all until the old ones end, then the newest alone. */
export function validSecrets(
  secrets: readonly string[],
  oldUntil: Instant | null,
  now: Instant,
): readonly string[] {
  return oldUntil === null || now < oldUntil ? secrets : secrets.slice(-1);
}
