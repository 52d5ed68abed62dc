import { itemKey } from '../item-key.js';

/** The id of a row that has none: equal rows have the same. */
export function rowKey(content: string): string {
  return `row-${itemKey(`row ${content}`)}`;
}
