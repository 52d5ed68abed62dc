/** How long ago something was, in the largest part that says something. */
export function agoText(then: number, now: number): string {
  const seconds = Math.max(0, Math.round((now - then) / 1000));
  if (seconds < 60) return `${seconds} s ago`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${minutes} min ago`;
  const hours = Math.floor(minutes / 60);
  if (hours < 48) return `${hours} h ago`;
  return `${Math.floor(hours / 24)} days ago`;
}

/** A delay as a person measures it: `38 ms`, `1.8 s`. */
export function millisecondsText(milliseconds: number, locale: string): string {
  if (milliseconds < 1000) return `${Math.round(milliseconds)} ms`;
  const seconds = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  return `${seconds.format(milliseconds / 1000)} s`;
}

export function wholeText(count: number, locale: string): string {
  return new Intl.NumberFormat(locale).format(count);
}
