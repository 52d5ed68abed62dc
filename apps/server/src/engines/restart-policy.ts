const WINDOW_MS = 60_000;
const DELAYS_MS = [100, 500, 2_000];

/**
 * What to do after the newest of these ends (times in ms): wait this long and restart, or give up.
 * Three restarts a minute heal what was an accident; an engine that falls a fourth time will fall again.
 */
export function afterUnexpectedEnd(endedAt: readonly number[]): number | 'give-up' {
  const newest = endedAt.at(-1) ?? 0;
  const recent = endedAt.filter((time) => newest - time < WINDOW_MS).length;
  return DELAYS_MS[recent - 1] ?? 'give-up';
}
