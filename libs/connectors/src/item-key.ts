import { hash as digest } from 'node:crypto';

/** A UUID made of a name: the same name is the same UUID, and no two names share one. */
export function itemKey(name: string): string {
  const hash = digest('sha256', name);
  return [
    hash.slice(0, 8),
    hash.slice(8, 12),
    hash.slice(12, 16),
    hash.slice(16, 20),
    hash.slice(20, 32),
  ].join('-');
}
