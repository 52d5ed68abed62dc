import type { Source } from './sources.svelte.js';
import { vendorOf } from './vendors.js';

/** Where a source sends to, as this desk reaches the server. */
export function addressOf(
  { kind, address }: Pick<Source, 'kind' | 'address'>,
  origin: string,
): string {
  return kind === 'canonical'
    ? `${origin}/api/v1/events?source=${address}`
    : `${origin}/hooks/${address}`;
}

export function kindText(kind: string): string {
  return vendorOf(kind)?.label ?? kind;
}
