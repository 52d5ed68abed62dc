/** A record of a body: its text byte for byte, and what that says. */
export interface BodyItem {
  readonly text: string;
  readonly value: unknown;
}

export type SplitBody =
  | { readonly kind: 'items'; readonly items: readonly BodyItem[] }
  | { readonly kind: 'malformed'; readonly reason: string };

/** Takes a body apart into its records: one JSON object, or an array of them. */
export function splitBody(body: string): SplitBody {
  try {
    const value: unknown = JSON.parse(body);
    if (!Array.isArray(value)) return { kind: 'items', items: [{ text: body.trim(), value }] };
    const texts = elementsOf(body);
    return {
      kind: 'items',
      items: texts.map((text, at) => ({ text, value: value[at] as unknown })),
    };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { kind: 'malformed', reason: `The body is no JSON: ${reason}` };
  }
}

/** The texts of a body that has one record on each line. */
export function splitLines(body: string): readonly string[] {
  return body
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
}

/** The elements of a well-formed JSON array as they stand in the text. */
function elementsOf(array: string): string[] {
  const elements: string[] = [];
  let depth = 0;
  let start = -1;
  for (let at = 0; at < array.length; at += 1) {
    const char = array[at];
    if (char === '"') at = endOfString(array, at);
    else if (char === '[' || char === '{') {
      depth += 1;
      if (depth === 1) start = at + 1;
    } else if (char === ']' || char === '}') depth -= 1;
    if ((char === ',' && depth === 1) || depth === 0) {
      if (start === -1) continue;
      const text = array.slice(start, at).trim();
      if (text !== '') elements.push(text);
      if (depth === 0) break;
      start = at + 1;
    }
  }
  return elements;
}

/** Where the string that opens at `at` closes. */
function endOfString(text: string, at: number): number {
  for (let end = at + 1; ; end += 1) {
    const char = text[end];
    if (char === '\\') end += 1;
    else if (char === '"' || char === undefined) return end;
  }
}
