import type { FromRecords } from './field-words.js';

/** Of how many an average or a share has to be where nothing else is said: to be shown, and for a place. */
export const USUAL_LEAST = { shown: 5, ranked: 20 };

/** `with a place from 20, shown from 5`. */
export function leastText(least: FromRecords['least']): string {
  const { shown, ranked } = least ?? USUAL_LEAST;
  return `with a place from ${ranked}, shown from ${shown}`;
}
