import type { Rescoring as Known } from '@bellwether/application';
import type { Rescoring } from '@bellwether/contracts';

/** A rescoring as the desk shows it. */
export function presentRescoring(rescoring: Known, now: number): Rescoring {
  return { ...rescoring, secondsLeft: secondsLeft(rescoring, now) };
}

/** By what was done since it began. */
function secondsLeft({ state, done, total, startedAt }: Known, now: number): number | null {
  if (state !== 'running' || done === 0) return null;
  return Math.ceil((Math.max(0, now - startedAt) * (total - done)) / done / 1_000);
}
