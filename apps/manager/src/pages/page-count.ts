import type { Floor } from '../desk.svelte.js';

/** How many things on a page wait for somebody. */
export interface PageCount {
  readonly number: number;
  /** After the number, for those who do not see the colour: `3 are dark`. */
  readonly says: string;
  readonly tone: 'waiting' | 'broken';
}

/** Deliveries that nobody could count yet. */
export function parkedItems({ status }: Pick<Floor, 'status'>): PageCount | null {
  const number = status.status?.parked ?? 0;
  return number === 0 ? null : { number, says: number === 1 ? 'waits' : 'wait', tone: 'waiting' };
}

/** Screens that were on and are heard of no more. */
export function darkScreens({ walls }: Pick<Floor, 'walls'>): PageCount | null {
  const number = [...walls.seen.values()].filter(({ life }) => life === 'dark').length;
  return number === 0
    ? null
    : { number, says: number === 1 ? 'is dark' : 'are dark', tone: 'broken' };
}
