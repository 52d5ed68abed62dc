/** What happened to a place: moved by so many, came anew, or stayed. */
export type RankShift =
  | { readonly kind: 'up' | 'down'; readonly places: number }
  | { readonly kind: 'new' }
  | { readonly kind: 'none' };

export function rankShift(before: number | null, now: number | null): RankShift {
  if (now === null) return { kind: 'none' };
  if (before === null) return { kind: 'new' };
  if (before === now) return { kind: 'none' };
  return before > now
    ? { kind: 'up', places: before - now }
    : { kind: 'down', places: now - before };
}
