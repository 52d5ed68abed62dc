import type { BusinessDate, Days, EntrySeq, Metric, Period, Window } from '@bellwether/domain';
import { averagedFrom, daysOf, measuresOf, windowsOf } from '@bellwether/domain';
import type { DateRange, Total } from '../ports/totals.js';

/** What somebody added up to over the days of a window. */
export interface WindowTotal extends Total {
  readonly window: Window;
}

type Reading = Promise<{ readonly asOf: EntrySeq; readonly totals: readonly Total[] }>;

/**
 * All that metrics add up for a period, window by window. `asOf` is the earliest entry that one of the
 * readings was as of: what came later may be in some of them.
 */
export async function windowTotals(
  metrics: readonly Metric[],
  { period, asOf: today }: { readonly period: Period; readonly asOf: BusinessDate | null },
  read: (measureIds: ReturnType<typeof measuresOf>, range: DateRange) => Reading,
): Promise<{ readonly asOf: EntrySeq; readonly totals: readonly WindowTotal[] }> {
  let asOf: EntrySeq | undefined;
  const totals: WindowTotal[] = [];
  for (const window of new Set(['period' as const, ...metrics.flatMap(windowsOf)])) {
    const days = daysOf(window, period, today);
    const measures = new Set(metrics.flatMap((metric) => measuresOf(metric, window)));
    // Read also when nothing is asked for: somebody has to say as of when.
    if (!days || (measures.size === 0 && asOf !== undefined)) continue;
    const reading = await read([...measures], rangeOfWindow(window, days, period));
    asOf = asOf === undefined || reading.asOf < asOf ? reading.asOf : asOf;
    for (const total of reading.totals) totals.push({ ...total, window });
  }
  return { asOf: asOf as EntrySeq, totals };
}

/** What is to be added up for a window. */
export function rangeOfWindow(window: Window, days: Days, period: Period): DateRange {
  const heldFrom = averagedFrom(window, period);
  return heldFrom === undefined ? days : { ...days, heldFrom };
}
