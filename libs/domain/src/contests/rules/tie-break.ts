/**
 * Who of two with the same score stands ahead.
 * `first-to-reach`: who has had at least this score for longer.
 * `more-of`: who has more of a metric.
 * `earlier-last-entry`: whose last contribution is older.
 * `share`: nobody; they share the place and its prizes, and nothing after this is asked.
 */
export type TieBreak =
  | { readonly kind: 'first-to-reach' }
  | { readonly kind: 'more-of'; readonly metric: string }
  | { readonly kind: 'earlier-last-entry' }
  | { readonly kind: 'share' };
