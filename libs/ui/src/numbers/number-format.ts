const formats = new Map<string, Intl.NumberFormat>();

/** A number format that is made once: making one costs more than a frame on an old screen. */
export function numberFormat(locale: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `${locale} ${JSON.stringify(options)}`;
  const known = formats.get(key);
  if (known) return known;
  if (formats.size >= 100) formats.clear();
  const format = new Intl.NumberFormat(locale, options);
  formats.set(key, format);
  return format;
}

/** A minus that is as wide as a plus. */
export function withTrueMinus(text: string): string {
  return text.replace(/[-‐‑]/g, '\u2212');
}
