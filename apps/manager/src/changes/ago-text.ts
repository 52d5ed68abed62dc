const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** How long ago something was, while that says more than the time of day; null from six hours on. */
export function agoText(at: number, now: number): string | null {
  const passed = Math.max(0, now - at);
  if (passed < MINUTE_MS) return 'just now';
  if (passed < HOUR_MS) return `${Math.floor(passed / MINUTE_MS)} min ago`;
  if (passed < 6 * HOUR_MS) return `${Math.floor(passed / HOUR_MS)} h ago`;
  return null;
}
