import type { Instant, MeasureId, PersonId, RecordId } from '../ids.js';
import type { Contribution } from '../measures/contributions.js';
import type { Booked } from '../ledger/movement.js';
import type { BusinessDate } from '../time/business-date.js';
import { addDays, businessDateOf } from '../time/business-date.js';

export interface Win {
  readonly recordId: RecordId;
  readonly personId: PersonId;
  readonly date: BusinessDate;
  readonly at: Instant;
}

/** What one record's change means for the bell. */
export type BellDecision =
  | { readonly kind: 'ring'; readonly win: Win }
  | { readonly kind: 'take-back'; readonly recordId: RecordId }
  | { readonly kind: 'silence' };

/**
 * The bell rings when a deal that did not count as won now does, and was won today or yesterday:
 * an import of last year's deals is no party, and a deal that changes hands was celebrated before.
 */
export function bellFor(
  recordId: RecordId,
  wonMeasure: MeasureId,
  before: readonly Booked[],
  after: readonly Contribution[],
  now: Instant,
  timeZone: string,
): BellDecision {
  const wasWon = before.some(({ measureId }) => measureId === wonMeasure);
  const wins = after.filter(({ measureId }) => measureId === wonMeasure);
  const [first, ...others] = wins;
  if (!first) return wasWon ? { kind: 'take-back', recordId } : { kind: 'silence' };
  if (wasWon) return { kind: 'silence' };
  const win = others.reduce((best, one) => (one.quantity > best.quantity ? one : best), first);
  const today = businessDateOf(now, timeZone);
  if (win.date !== today && win.date !== addDays(today, -1)) return { kind: 'silence' };
  return { kind: 'ring', win: { recordId, personId: win.personId, date: win.date, at: win.at } };
}
