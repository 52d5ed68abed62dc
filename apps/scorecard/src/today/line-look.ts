import type { PersonLine } from '@bellwether/contracts';

/** What the bar of a line shows; both are parts of it, 0 to 1. */
export interface LineLook {
  readonly fill: number;
  /** Where the pace is now; null without one, and once the target is met. */
  readonly tick: number | null;
  readonly isDone: boolean;
}

/** A line as a bar: what is done of its target, and the tick of the own pace. */
export function lineLook({ actual, target, attainment, pace }: PersonLine): LineLook {
  const fill = attainment === null || actual === null ? 0 : Math.min(1, Math.max(0, attainment));
  const isDone = attainment !== null && attainment >= 1;
  const expected = pace?.expected ?? null;
  const tick = isDone || expected === null || target <= 0 ? null : Math.min(1, expected / target);
  return { fill, tick, isDone };
}
