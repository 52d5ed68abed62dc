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

/** Whether a source is heard, in a word and a sentence. */
export function stateOf({ paused, hasSent }: Pick<Source, 'paused' | 'hasSent'>): {
  readonly label: string;
  readonly line: string;
  readonly tone: 'good' | 'waiting';
} {
  if (paused) {
    return { label: 'Paused', line: 'What it sends now is turned away', tone: 'waiting' };
  }
  return hasSent
    ? { label: 'Connected', line: 'Events arrive', tone: 'good' }
    : { label: 'Waiting', line: 'Nothing has arrived from it yet', tone: 'waiting' };
}
