/** How long a score counts up, in milliseconds: longer for a larger change, never tiring. */
export function countDuration(change: number): number {
  const seconds = 0.3 + 0.12 * Math.log10(Math.max(1, Math.abs(change)));
  return Math.round(1000 * Math.min(1.2, Math.max(0.4, seconds)));
}
