import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { memberIn, momentIn, placeOf } from './places.js';

/** Names of people, and those that UTF-8 and UTF-16 put in another order. */
const name = fc.oneof(
  fc.constantFrom('Ann', 'Anna', 'ann', 'Ána', 'Ann O’Neil', ''),
  fc.string({
    unit: fc.constantFrom('a', 'é', '\u{d7ff}', '\u{e000}', '\u{ffee}', '\u{10000}', '\u{1f600}'),
    maxLength: 3,
  }),
);
const standing = fc.record({
  reachedAt: fc.oneof(
    fc.integer({ min: -2, max: 2 }),
    fc.integer({ min: Date.UTC(-1), max: Date.UTC(9_999) }),
  ),
  name,
  member: fc.oneof(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 2 ** 31 - 1 })),
});
type Standing = typeof standing extends fc.Arbitrary<infer S> ? S : never;

const place = (of: Standing) => placeOf(of.reachedAt, of.name, of.member);
/** As the rules of a board put them inside a tie. */
const byRules = (a: Standing, b: Standing): number =>
  Math.sign(
    a.reachedAt - b.reachedAt ||
      (a.name === b.name ? a.member - b.member : a.name < b.name ? -1 : 1),
  );

describe('a place', () => {
  it('sorts as bytes as the rules do', () => {
    fc.assert(
      fc.property(standing, standing, (a, b) => {
        expect(Buffer.compare(Buffer.from(place(a)), Buffer.from(place(b)))).toBe(byRules(a, b));
      }),
      { numRuns: 2_000 },
    );
  });

  it('tells again whose it is and since when', () => {
    fc.assert(
      fc.property(standing, (of) => {
        expect([memberIn(place(of)), momentIn(place(of))]).toEqual([of.member, of.reachedAt]);
      }),
    );
  });
});
