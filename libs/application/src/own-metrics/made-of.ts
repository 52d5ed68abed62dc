import type { OwnMetricDraft } from '@bellwether/domain';
import { partsNamed } from '@bellwether/domain';

type Drafts = ReadonlyMap<string, OwnMetricDraft>;

/** Metrics of one's own that are made of another, at any remove; each after those that it is made of. */
export function madeOf(key: string, drafts: Drafts): readonly string[] {
  const found = new Set<string>([key]);
  let before = 0;
  while (found.size > before) {
    before = found.size;
    for (const name of drafts.keys()) {
      if (partsOf(name, drafts).some((part) => found.has(part))) found.add(name);
    }
  }
  found.delete(key);
  const ordered: string[] = [];
  while (ordered.length < found.size) {
    const next = [...found].filter(
      (name) =>
        !ordered.includes(name) &&
        partsOf(name, drafts).every((part) => !found.has(part) || ordered.includes(part)),
    );
    // None is made of itself: the draft that would be was refused.
    if (next.length === 0) break;
    ordered.push(...next);
  }
  return ordered;
}

function partsOf(name: string, drafts: Drafts): readonly string[] {
  const draft = drafts.get(name);
  return draft ? partsNamed(draft) : [];
}
