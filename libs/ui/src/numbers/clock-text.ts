const formats = new Map<string, Intl.DateTimeFormat>();

/** The time of day in an organisation's zone, as its locale writes it: `09:05`, or `9:05 AM`. */
export function clockText(instant: number, timeZone: string, locale: string): string {
  const hour = hourDigits(locale);
  return dateFormat(locale, { hour, minute: '2-digit', timeZone }).format(instant);
}

/** Clocks of twenty-four hours write every hour with two digits, those of twelve do not. */
export function hourDigits(locale: string): 'numeric' | '2-digit' {
  return dateFormat(locale, { hour: 'numeric' }).resolvedOptions().hour12 ? 'numeric' : '2-digit';
}

/** A moment of the past, with its weekday once the time of day alone would mislead. */
export function momentText(instant: number, now: number, timeZone: string, locale: string): string {
  const time = clockText(instant, timeZone, locale);
  if (dayText(instant, timeZone) === dayText(now, timeZone)) return time;
  const weekday = dateFormat(locale, { weekday: 'short', timeZone }).format(instant);
  return `${weekday} ${time}`;
}

/** The business date at an instant, `2026-11-19`. */
export function dayText(instant: number, timeZone: string): string {
  // Swedish writes dates the ISO way, and every engine knows it.
  const options = { year: 'numeric', month: '2-digit', day: '2-digit', timeZone } as const;
  return dateFormat('sv-SE', options).format(instant);
}

function dateFormat(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${JSON.stringify(options)}`;
  const known = formats.get(key);
  if (known) return known;
  if (formats.size >= 50) formats.clear();
  const format = new Intl.DateTimeFormat(locale, options);
  formats.set(key, format);
  return format;
}
