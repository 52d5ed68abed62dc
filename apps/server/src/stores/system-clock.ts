import type { Clock } from '@bellwether/application';

export const systemClock: Clock = { now: () => Date.now() };

/** Counts from some moment and never steps: for how long something takes, not for when it was. */
export const steadyClock: Clock = { now: () => performance.now() };
