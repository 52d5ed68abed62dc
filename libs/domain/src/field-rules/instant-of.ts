import { parseBusinessDate } from '../time/business-date.js';

const EARLIEST = Date.UTC(1990, 0, 1);
const LATEST = Date.UTC(2100, 0, 1);
/** Fewer digits are seconds, more are milliseconds. */
const MOST_SECOND_DIGITS = 10;

/** ISO 8601, or seconds or milliseconds since 1970. Without a zone it is UTC. */
export function instantOf(text: string): number | undefined {
  if (/^\d{1,15}$/.test(text)) {
    return inRange(Number(text) * (text.length <= MOST_SECOND_DIGITS ? 1_000 : 1));
  }
  const [, day] = /^(\d{4}-\d{2}-\d{2})([T ]\d{2}:\d{2}|$)/.exec(text) ?? [];
  // JavaScript would take 30 February for the second of March.
  if (day === undefined || parseBusinessDate(day) === undefined) return undefined;
  const iso = text.replace(' ', 'T');
  return inRange(
    Date.parse(iso.length === 10 || /(Z|[+-]\d{2}:?\d{2})$/i.test(iso) ? iso : `${iso}Z`),
  );
}

function inRange(instant: number): number | undefined {
  return instant >= EARLIEST && instant < LATEST ? instant : undefined;
}
