/** Besides half of a surrogate pair, what JSON can say and nothing can keep. */
const NUL = '\u0000';
/** How they stand in JSON. */
const ESCAPED = /\\u(?:0000|d[89a-f])/i;

/** Whether all texts in a value can be kept. */
export function isKeepable(value: unknown): boolean {
  if (typeof value === 'string') return !value.includes(NUL) && !/\p{Surrogate}/u.test(value);
  if (typeof value !== 'object' || value === null) return true;
  return Object.entries(value).every(([name, inner]) => isKeepable(name) && isKeepable(inner));
}

/** False when JSON holds nothing that could not be kept; true says no more than: look at it. */
export function mayBeUnkeepable(json: string): boolean {
  return ESCAPED.test(json);
}

/** Its beginning, which holds no half of a surrogate pair where it held none before. */
export function cutText(text: string, most: number): string {
  return text.length <= most ? text : text.slice(0, most).replace(/[\uD800-\uDBFF]$/, '');
}
