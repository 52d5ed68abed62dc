import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Metric } from '../metrics/metric.js';
import { shortageOf } from '../metrics/least.js';
import { WITHOUT_PLACE, boardOrder, isByBound } from './board-order.js';
import { rankStandings } from './rank-standings.js';

const least = { shown: 5, ranked: 20, each: 1_000 };
const none = { terms: [] };

function rate(
  direction: Metric['direction'],
  more: { readonly least?: typeof least; readonly isProportion?: boolean } = {
    least,
    isProportion: true,
  },
): Pick<Metric, 'formula' | 'direction'> {
  return { direction, formula: { kind: 'ratio', numerator: none, denominator: none, ...more } };
}

const of = (name: string, above: number, below: number) => ({
  id: name.codePointAt(0) ?? 0,
  name,
  score: above / below,
  numerator: above * 1_000,
  denominator: below * 1_000,
  reachedAt: 0,
});
const told = (metric: ReturnType<typeof rate>, ...all: ReturnType<typeof of>[]) =>
  rankStandings(all, boardOrder(metric)).map(({ rank, name }) => `${rank ?? '–'} ${name}`);

const wilburn = of('Wilburn', 55, 79);
const darcel = of('Darcel', 349, 553);
const luck = of('Luck', 3, 3);
const nearly = of('Nearly', 12, 19);

describe('a board of rates', () => {
  it('puts many before few where the rate of few only happens to be better', () => {
    expect(told(rate('higher'), wilburn, darcel)).toEqual(['1 Darcel', '2 Wilburn']);
  });

  it('looks at what a rate is at most where lower is better', () => {
    const lost = [of('Ada', 1, 20), of('Bea', 30, 500)];
    expect(told(rate('lower'), ...lost)).toEqual(['1 Bea', '2 Ada']);
  });

  it('goes by the rate itself where what is above is not among what is below', () => {
    expect(told(rate('higher', { least }), wilburn, darcel)).toEqual(['1 Wilburn', '2 Darcel']);
  });

  it('lists those of too few after all others and without a place, who lacks least first', () => {
    const last = of('Last', 0, 400);
    expect(told(rate('higher'), luck, nearly, last, darcel)).toEqual([
      '1 Darcel',
      '2 Last',
      '– Nearly',
      '– Luck',
    ]);
  });

  it('has places for everybody where there is no least', () => {
    expect(told(rate('higher', {}), luck, darcel)).toEqual(['1 Luck', '2 Darcel']);
    expect(isByBound(rate('higher', { isProportion: true }))).toBe(false);
  });

  it('lets the same rate of the same number share a place', () => {
    const twice = [of('Ada', 10, 20), of('Bea', 10, 20), of('Cem', 9, 20)];
    expect(told(rate('higher'), ...twice)).toEqual(['1 Ada', '1 Bea', '3 Cem']);
  });
});

describe('what a rate of too few lacks', () => {
  it.each([
    [0, { has: 0, needs: 5, isShown: false }],
    [4.5, { has: 4.5, needs: 5, isShown: false }],
    [5, { has: 5, needs: 20, isShown: true }],
    [19, { has: 19, needs: 20, isShown: true }],
    [20, null],
  ])('of %d', (pieces, shortage) => {
    expect(shortageOf(rate('higher'), pieces * 1_000)).toEqual(shortage);
  });

  it('is what keeps it from a place, and nothing else does', () => {
    const halves = fc.record({
      numerator: fc.nat({ max: 40_000 }),
      denominator: fc.integer({ min: 1, max: 40_000 }),
    });
    const metrics = fc.constantFrom(rate('higher'), rate('lower'), rate('lower', { least }));
    fc.assert(
      fc.property(halves, metrics, (sums, metric) => {
        const score = sums.numerator / sums.denominator;
        const hasPlace = boardOrder(metric)({ score, ...sums }) < WITHOUT_PLACE;
        expect(hasPlace).toBe(shortageOf(metric, sums.denominator) === null);
      }),
    );
  });
});
