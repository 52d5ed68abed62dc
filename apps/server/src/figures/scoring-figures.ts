import type { Scored } from '@bellwether/application';

/** What happened while scoring, in a form that another thread can be sent. */
export type ScoringFact =
  | {
      readonly kind: 'scored';
      /** Milliseconds since 1970. */
      readonly at: number;
      readonly scored: Pick<Scored, 'deliveries' | 'parked' | 'oldestArrivedAt' | 'newest'>;
    }
  | { readonly kind: 'job-done'; readonly waitedMs: number; readonly ranMs: number }
  | { readonly kind: 'job-failed' };

/** Hears what happens while scoring, for the figures of the process. */
export type NoteScoring = (fact: ScoringFact) => void;

export function scoredFact(
  { deliveries, parked, oldestArrivedAt, newest }: Scored,
  at: number,
): ScoringFact {
  return { kind: 'scored', at, scored: { deliveries, parked, oldestArrivedAt, newest } };
}
