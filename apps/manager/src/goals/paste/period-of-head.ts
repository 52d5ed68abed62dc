/** Of whatever somebody's spreadsheet may be in, besides the organisation's own. */
const LOCALES = ['en', 'de', 'fr', 'es', 'it', 'nl', 'pt', 'sv', 'pl', 'da', 'nb', 'fi', 'cs'];

const months = new Map<string, ReadonlyMap<string, number>>();

/**
 * Which period the head of a column means in a year: `Nov`, `November 2026`, `11/2026`, `2026-11`, `Q4`, `2026`. `other-year`:
 * a period of another one; undefined when it is none.
 */
export function periodOfHead(text: string, year: number, locale: string): string | undefined {
  const head = folded(text);
  const told = /\b(20\d\d)\b/.exec(head)?.[1] ?? /\D'?(\d\d)$/.exec(head)?.[1];
  const key = keyOf(head, year, locale);
  if (key === undefined) return undefined;
  return told === undefined || Number(told) % 100 === year % 100 ? key : 'other-year';
}

function keyOf(head: string, year: number, locale: string): string | undefined {
  if (/^(?:fy\s*)?20\d\d$/.test(head)) return String(year);
  const quarter =
    /(?:^|\s)q\s*([1-4])\b/.exec(head)?.[1] ??
    /^([1-4])\.?\s*(?:q|quarter|quartal)\b/.exec(head)?.[1];
  if (quarter) return `${year}-Q${quarter}`;
  const number =
    /^20\d\d[-/.](\d{1,2})$/.exec(head)?.[1] ?? /^(\d{1,2})[-/.]20\d\d$/.exec(head)?.[1];
  const word = /\p{Letter}+/u.exec(head)?.[0] ?? '';
  const rest = head.replace(word, '').replaceAll(/[\s./'-]|20\d\d|\d\d$/g, '');
  const month = number ? Number(number) : rest === '' ? monthsIn(locale).get(word) : undefined;
  return month !== undefined && month >= 1 && month <= 12
    ? `${year}-${String(month).padStart(2, '0')}`
    : undefined;
}

function monthsIn(locale: string): ReadonlyMap<string, number> {
  const known = months.get(locale);
  if (known) return known;
  const names = new Map<string, number>([['sept', 9]]);
  for (const each of [...LOCALES.toReversed(), locale]) {
    for (const style of ['long', 'short'] as const) {
      const format = new Intl.DateTimeFormat(each, { month: style, timeZone: 'UTC' });
      for (let month = 1; month <= 12; month += 1) {
        names.set(folded(format.format(Date.UTC(2026, month - 1, 15))).replaceAll('.', ''), month);
      }
    }
  }
  months.set(locale, names);
  return names;
}

function folded(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll(/\p{Mark}/gu, '')
    .toLowerCase()
    .trim();
}
