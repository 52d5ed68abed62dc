import type { Board, BusinessDate, Days, MeasureId, Metric, Window } from '@bellwether/domain';
import { daysOf, measuresOf, windowsOf } from '@bellwether/domain';
import { rangeOfWindow } from '../boards/window-totals.js';
import type { DateRange } from '../ports/totals.js';

/** A window of a metric: its days, and the measures that it adds up over them. */
export interface Stretch {
  readonly window: Window;
  readonly days: Days;
  readonly range: DateRange;
  readonly measureIds: readonly MeasureId[];
}

/** The windows of a board's metric, each with its days. */
export function stretchesOf(metric: Metric, { period, asOf }: Board): readonly Stretch[] {
  return windowsOf(metric).flatMap((window) => {
    const days = daysOf(window, period, asOf);
    if (!days) return [];
    const range = rangeOfWindow(window, days, period);
    return [{ window, days, range, measureIds: measuresOf(metric, window) }];
  });
}

/** From the first to the last day of them all. */
export function rangeOf(stretches: readonly Stretch[]): Days {
  const from = stretches.map(({ days }) => days.from).toSorted(byDay)[0];
  const to = stretches
    .map(({ days }) => days.to)
    .toSorted(byDay)
    .at(-1);
  const isOpen = stretches.some(({ days }) => days.to === null);
  return { from: from ?? null, to: isOpen ? null : (to ?? null) };
}

/** What is open comes first. */
function byDay(a: BusinessDate | null, b: BusinessDate | null): number {
  return (a ?? '') < (b ?? '') ? -1 : 1;
}
