import type { KnownDefinitions } from './define-own-metric.js';
import { partsNamed } from './parts-named.js';

/** The titles on the way by which `name` is made of `key`; undefined when it is not. */
export function madeOfItself(
  key: string,
  name: string,
  { drafts }: Pick<KnownDefinitions, 'drafts'>,
  seen: ReadonlySet<string> = new Set(),
): readonly string[] | undefined {
  const draft = drafts.get(name);
  if (!draft || seen.has(name)) return undefined;
  const title = `“${draft.title}”`;
  for (const part of partsNamed(draft)) {
    if (part === key) return [title];
    const way = madeOfItself(key, part, { drafts }, new Set([...seen, name]));
    if (way) return [title, ...way];
  }
  return undefined;
}
