import { Temporal } from 'temporal-polyfill';
import type { Instant } from '../ids.js';

/** A stretch of time in which a zone keeps one distance from UTC. */
interface OffsetSpan {
  readonly from: Instant;
  readonly until: Instant;
  readonly offsetMs: number;
}

/** Spans already worked out, by zone. A zone has two a year, so this stays small. */
const spansOf = new Map<string, OffsetSpan[]>();

/**
 * Milliseconds by which local time in `timeZone` is ahead of UTC at `instant`.
 * @throws RangeError when the zone is unknown.
 */
export function zoneOffsetMs(instant: Instant, timeZone: string): number {
  let spans = spansOf.get(timeZone);
  if (!spans) spansOf.set(timeZone, (spans = []));
  const known = spans.find(({ from, until }) => from <= instant && instant < until);
  if (known) return known.offsetMs;
  const span = spanAround(instant, timeZone);
  spans.unshift(span);
  return span.offsetMs;
}

function spanAround(instant: Instant, timeZone: string): OffsetSpan {
  const local = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(timeZone);
  // The next transition of an instant is strictly later, the previous strictly earlier: an instant
  // that is itself a transition starts its own span.
  const next = local.getTimeZoneTransition('next');
  const previous = local.add({ milliseconds: 1 }).getTimeZoneTransition('previous');
  return {
    from: previous?.epochMilliseconds ?? Number.NEGATIVE_INFINITY,
    until: next?.epochMilliseconds ?? Number.POSITIVE_INFINITY,
    offsetMs: local.offsetNanoseconds / 1e6,
  };
}
