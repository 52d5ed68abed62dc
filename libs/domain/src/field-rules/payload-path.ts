/** Names and places in lists, from the outside in. */
export type PayloadPath = readonly (string | number)[];

const MOST_LENGTH = 300;
const MOST_STEPS = 20;
const STEP = /(?:^|(?<=.)\.)([^.[\]"\s]+)|\[(\d{1,5})\]|\[("(?:[^"\\]|\\.)*")\]/gy;

/** Reads `data.tags[0].name`, or `data["a name"]`; undefined when it is no path. */
export function parsePath(text: string): PayloadPath | undefined {
  if (text.length > MOST_LENGTH) return undefined;
  const path: (string | number)[] = [];
  STEP.lastIndex = 0;
  while (STEP.lastIndex < text.length) {
    const [, name, place, quoted] = STEP.exec(text) ?? [];
    const step = name ?? (place === undefined ? nameIn(quoted) : Number(place));
    if (step === undefined) return undefined;
    path.push(step);
  }
  return path.length > 0 && path.length <= MOST_STEPS ? path : undefined;
}

/** As people write it. */
export function formatPath(path: PayloadPath): string {
  return path
    .map((step, index) => {
      if (typeof step === 'number') return `[${step}]`;
      if (!/^[^.[\]"\s]+$/.test(step)) return `[${JSON.stringify(step)}]`;
      return index === 0 ? step : `.${step}`;
    })
    .join('');
}

/** What stands there, or undefined when nothing does. */
export function valueAt(payload: unknown, path: PayloadPath): unknown {
  let value = payload;
  for (const step of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step))
      return undefined;
    value = (value as Readonly<Record<string | number, unknown>>)[step];
  }
  return value;
}

function nameIn(quoted: string | undefined): string | undefined {
  if (quoted === undefined) return undefined;
  try {
    return JSON.parse(quoted) as string;
  } catch {
    return undefined;
  }
}
