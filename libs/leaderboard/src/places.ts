import type { Instant } from '@bellwether/domain';

/** Makes the moments of all years that can be written down positive, and of one length. */
const MOMENTS_FROM = 10 ** 15;
const MOMENT_DIGITS = 16;
const MEMBER_DIGITS = 10;
const FIRST_SURROGATE = 0xd800;

/**
 * Where somebody stands among those with the same score, as text that Redis sorts as the rules do: who
 * reached it first, then by name, then by id.
 */
export function placeOf(reachedAt: Instant, name: string, member: number): string {
  const moment = String(reachedAt + MOMENTS_FROM).padStart(MOMENT_DIGITS, '0');
  return `${moment}${sortable(name)}\0${String(member).padStart(MEMBER_DIGITS, '0')}`;
}

export function memberIn(place: string): number {
  return Number(place.slice(-MEMBER_DIGITS));
}

export function momentIn(place: string): Instant {
  return Number(place.slice(0, MOMENT_DIGITS)) - MOMENTS_FROM;
}

/**
 * JavaScript compares the code units of UTF-16, Redis the bytes of UTF-8. They differ where halves of
 * surrogate pairs meet what is numbered above them: those units become characters in the same order.
 */
function sortable(name: string): string {
  return name.replace(/[\ud800-\uffff]/g, (unit) =>
    String.fromCodePoint(unit.charCodeAt(0) - FIRST_SURROGATE + 0x10000),
  );
}
