/** The texts of the records in a body, byte for byte; an error names the record that begins there. */
export type SplitBody =
  | { readonly kind: 'texts'; readonly texts: readonly string[] }
  | { readonly kind: 'malformed'; readonly reason: string };

/**
 * Takes a body apart into its records without changing a byte of them: one object, an array of
 * objects, or (with `lines`) one object on each line.
 */
export function splitBody(body: string, lines: boolean): SplitBody {
  if (lines) {
    return {
      kind: 'texts',
      texts: body
        .split('\n')
        .map((line) => line.trim())
        .filter(Boolean),
    };
  }
  try {
    const parsed: unknown = JSON.parse(body);
    if (!Array.isArray(parsed)) return { kind: 'texts', texts: [body.trim()] };
    return { kind: 'texts', texts: elementsOf(body) };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { kind: 'malformed', reason: `The body is no JSON: ${reason}` };
  }
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
