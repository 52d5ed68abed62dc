/** Somebody, or a team, who can be meant by a written name. */
export interface Nameable<Id> {
  readonly id: Id;
  readonly names: readonly string[];
}

export interface NameMatch<Id> {
  /** Who is meant; null when nobody or more than one is. */
  readonly id: Id | null;
  /** Who may be meant, the likeliest first; empty when it is known. */
  readonly suggestions: readonly Id[];
}

const MOST_SUGGESTED = 3;
/** Beneath it two names have less in common than a typing error leaves. */
const LEAST_ALIKE = 0.34;

/**
 * Finds who is meant by a written name: without regard to capitals, accents, or whether the surname comes first. What
 * differs by more is only suggested.
 */
export function matchName<Id>(written: string, all: readonly Nameable<Id>[]): NameMatch<Id> {
  const wanted = sorted(written);
  if (wanted === '') return { id: null, suggestions: [] };
  const meant = all.filter(({ names }) => names.some((name) => sorted(name) === wanted));
  if (meant.length === 1) return { id: (meant[0] as Nameable<Id>).id, suggestions: [] };
  if (meant.length > 1) return { id: null, suggestions: first(meant) };
  const near = all
    .map((one) => ({
      one,
      alike: Math.max(...one.names.map((name) => likeness(wanted, sorted(name)))),
    }))
    .filter(({ alike }) => alike >= LEAST_ALIKE)
    .toSorted((a, b) => b.alike - a.alike);
  return { id: null, suggestions: first(near.map(({ one }) => one)) };
}

function first<Id>(some: readonly Nameable<Id>[]): readonly Id[] {
  return some.slice(0, MOST_SUGGESTED).map(({ id }) => id);
}

/** `Korhonen, Leena` and `leena körhonen` are the same words. */
function sorted(name: string): string {
  return name
    .normalize('NFKD')
    .replaceAll(/\p{Mark}/gu, '')
    .toLowerCase()
    .split(/[^\p{Letter}\p{Number}@.+-]+/u)
    .filter((word) => word !== '')
    .toSorted()
    .join(' ');
}

/** The share of pairs of letters that two texts have in common (Dice). */
function likeness(one: string, other: string): number {
  const [a, b] = [pairsOf(one), pairsOf(other)];
  const size = a.length + b.length;
  if (size === 0) return 0;
  const left = new Map<string, number>();
  for (const pair of a) left.set(pair, (left.get(pair) ?? 0) + 1);
  const common = b.filter((pair) => {
    const count = left.get(pair) ?? 0;
    left.set(pair, count - 1);
    return count > 0;
  });
  return (2 * common.length) / size;
}

function pairsOf(text: string): readonly string[] {
  return text
    .split(' ')
    .flatMap((word) => Array.from({ length: word.length - 1 }, (_, at) => word.slice(at, at + 2)));
}
