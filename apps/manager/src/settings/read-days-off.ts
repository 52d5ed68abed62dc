import type { Holiday } from './house.svelte.js';

/** Days off that somebody pasted or brought in a file, and the lines that say none. */
export interface ReadDaysOff {
  readonly days: readonly Holiday[];
  readonly unread: readonly string[];
}

const MOST_LETTERS = 60;
const DAY_MS = 86_400_000;
/** Longer than this nobody closes; such an event is something else. */
const MOST_DAYS = 31;

/** Reads a calendar file (`.ics`), or one day a line: `2026-12-25 Christmas Day`, `25.12.2026; Christmas Day`. */
export function readDaysOff(text: string): ReadDaysOff {
  const read = /^\s*BEGIN:VCALENDAR/i.test(text) ? fromCalendar(text) : fromLines(text);
  const days = new Map(read.days.map((day) => [day.date, day]));
  return { ...read, days: [...days.values()].toSorted((a, b) => (a.date < b.date ? -1 : 1)) };
}

/** Of two that name a day the later one counts. */
export function withDaysOff(
  known: readonly Holiday[],
  more: readonly Holiday[],
): readonly Holiday[] {
  const all = new Map([...known, ...more].map((day) => [day.date, day]));
  return [...all.values()].toSorted((a, b) => (a.date < b.date ? -1 : 1));
}

const LINE =
  /^(?:(?<year>\d{4})-(?<month>\d{2})-(?<day>\d{2})|(?<d>\d{1,2})\.(?<m>\d{1,2})\.(?<y>\d{4}))[\s,;:–-]*(?<name>.*)$/;

function fromLines(text: string): ReadDaysOff {
  const days: Holiday[] = [];
  const unread: string[] = [];
  for (const line of text.split(/\r?\n/).map((one) => one.trim())) {
    if (line === '') continue;
    const found = LINE.exec(line)?.groups;
    const { year, month, day, d, m, y, name = '' } = found ?? {};
    const date = found && dateOf(year ?? y, month ?? m, day ?? d);
    if (date) days.push({ date, name: nameOf(name) });
    else unread.push(line);
  }
  return { days, unread };
}

function fromCalendar(text: string): ReadDaysOff {
  // A long line goes on in the next one, after a space.
  const lines = text.replaceAll(/\r?\n[ \t]/g, '').split(/\r?\n/);
  const days: Holiday[] = [];
  const unread: string[] = [];
  let event = new Map<string, string>();
  for (const line of lines) {
    const [, name = '', value = ''] = /^([A-Z-]+)[^:]*:(.*)$/i.exec(line) ?? [];
    if (/^BEGIN:VEVENT/i.test(line)) event = new Map();
    else if (!/^END:VEVENT/i.test(line)) event.set(name.toUpperCase(), value.trim());
    else {
      const own = daysOfEvent(event);
      days.push(...own);
      if (own.length === 0)
        unread.push(unescaped(event.get('SUMMARY') ?? 'An event without a day'));
    }
  }
  return { days, unread };
}

/** Its last day is named by the day after it. */
function daysOfEvent(event: ReadonlyMap<string, string>): readonly Holiday[] {
  const first = eventDate(event.get('DTSTART'));
  if (!first) return [];
  const end = eventDate(event.get('DTEND'));
  const length = end ? Math.max(1, Math.round((at(end) - at(first)) / DAY_MS)) : 1;
  if (length > MOST_DAYS) return [];
  const name = nameOf(unescaped(event.get('SUMMARY') ?? ''));
  return Array.from({ length }, (_, index) => ({
    date: new Date(at(first) + index * DAY_MS).toISOString().slice(0, 10),
    name,
  }));
}

function eventDate(value: string | undefined): string | undefined {
  const [, year, month, day] = /^(\d{4})(\d{2})(\d{2})/.exec(value ?? '') ?? [];
  return dateOf(year, month, day);
}

function dateOf(
  year: string | undefined,
  month: string | undefined,
  day: string | undefined,
): string | undefined {
  if (!year || !month || !day) return undefined;
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const known = at(date);
  return Number.isNaN(known) || new Date(known).toISOString().slice(0, 10) !== date
    ? undefined
    : date;
}

function at(date: string): number {
  return Date.parse(`${date}T00:00:00Z`);
}

function nameOf(text: string): string {
  const name = text.replaceAll(/\s+/g, ' ').trim().slice(0, MOST_LETTERS).trim();
  return name === '' ? 'Day off' : name;
}

function unescaped(text: string): string {
  return text.replaceAll(/\\n/gi, ' ').replaceAll(/\\([,;\\])/g, '$1');
}
