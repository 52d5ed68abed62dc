import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MeasureId, PersonId } from '../ids.js';
import { ratesByDay } from '../money/exchange.js';
import type { History } from '../records/history.js';
import { addRevision } from '../records/history.js';
import type { Fields } from '../records/record-fields.js';
import type { BusinessDate } from '../time/business-date.js';
import type { ScoringContext } from './contributions.js';
import { evaluateRecord } from './contributions.js';
import type { Measure, MeasureRule } from './measure.js';

const CLOSED = '!(has(deal.status) && deal.status == "open")';
const amount = { kind: 'field', field: 'amount' } as const;
const rule = (change: Partial<MeasureRule>): MeasureRule => ({
  record: 'deal',
  when: 'deal.status == "won"',
  credit: { kind: 'split' },
  dates: [{ kind: 'field', field: 'closedOn' }],
  amount,
  ...change,
});
const measure = (id: number, key: string, one: MeasureRule): Measure => ({
  key,
  unit: 'money',
  id: id as MeasureId,
  version: 1,
  rules: [one],
});
const WON = measure(1, 'won', rule({}));
const MARGIN = measure(
  2,
  'margin',
  rule({ amount: { kind: 'expression', cel: 'deal.amount - deal.cost' } }),
);
const OPEN = measure(
  3,
  'open',
  rule({
    when: '!has(deal.status) || deal.status == "open"',
    dates: [{ kind: 'field', field: 'createdAt' }],
    lasts: {
      once: CLOSED,
      until: [{ kind: 'field', field: 'closedOn' }],
    },
  }),
);

const people: Readonly<Record<string, number>> = { 'email:ada': 1, 'email:bea': 2 };
const context = (measures: readonly Measure[], rates: readonly (readonly [string, string])[]) =>
  ({
    timeZone: 'Europe/Dublin',
    currency: 'EUR',
    rateOn: ratesByDay(
      rates.map(([from, rate]) => ({ currency: 'USD', from: from as BusinessDate, rate })),
    ),
    measures,
    personOf: (identity) => people[identity] as PersonId | undefined,
  }) satisfies ScoringContext;

const at = (day: number) => Date.UTC(2026, 4, day, 10);
function historyOf(...changes: readonly (readonly [day: number, set: Fields])[]): History {
  return changes.reduce<History>(
    (history, [day, set], index) =>
      addRevision(
        history,
        { at: at(day), key: `${index}`, set },
        { arrivedAt: index, inboxId: index },
      ),
    [],
  );
}
const sold: Fields = {
  owner: 'email:ada',
  status: 'won',
  closedOn: at(12),
  amount: '100.01',
  cost: '60.00',
  currency: 'USD',
};
const MAY: readonly (readonly [string, string])[] = [
  ['2026-05-01', '0.90'],
  ['2026-05-12', '0.95'],
  ['2026-05-13', '2'],
];

function counted(one: Measure, history: History, rates = MAY): string[] {
  const { contributions, problems } = evaluateRecord('deal', history, context([one], rates));
  return [
    ...contributions.map(({ personId, quantity, date }) => `${personId} ${quantity} ${date}`),
    ...problems.map((problem) => JSON.stringify(problem)),
  ];
}

describe('money in another currency', () => {
  it('counts at the rate of the day on which it counts', () => {
    expect(counted(WON, historyOf([12, sold]))).toEqual(['1 9501 2026-05-12']);
  });

  it('waits for the first rate, once it counts', () => {
    const later: readonly (readonly [string, string])[] = [['2026-05-13', '2']];
    expect(counted(WON, historyOf([12, sold]), later)).toEqual([
      '{"kind":"foreign-currency","currency":"USD"}',
    ]);
    expect(counted(WON, historyOf([12, { ...sold, status: 'lost' }]), later)).toEqual([]);
  });

  it('is worked out in its own currency first', () => {
    expect(counted(MARGIN, historyOf([12, sold]))).toEqual(['1 3801 2026-05-12']);
  });

  it('is shared to the cent after it is exchanged', () => {
    const splits = [
      { identity: 'email:ada', basisPoints: 5_000 },
      { identity: 'email:bea', basisPoints: 5_000 },
    ];
    expect(counted(WON, historyOf([12, { ...sold, splits }]))).toEqual([
      '1 4751 2026-05-12',
      '2 4750 2026-05-12',
    ]);
  });

  it('falls by the rate that it rose by, however rates went on', () => {
    const open = { owner: 'email:ada', status: 'open', createdAt: at(2), currency: 'USD' };
    const history = historyOf(
      [2, { ...open, amount: '100.00' }],
      [12, { amount: '150.00' }],
      [14, { owner: 'email:bea' }],
      [20, { status: 'won', closedOn: at(20) }],
    );
    expect(counted(OPEN, history)).toEqual([
      '1 9000 2026-05-02',
      '1 4500 2026-05-12',
      '1 -13500 2026-05-14',
      '2 13500 2026-05-14',
      '2 -13500 2026-05-20',
    ]);
  });

  it('leaves nothing of a balance behind, whatever the rates are', () => {
    const rates = fc.array(fc.tuple(fc.integer({ min: 1, max: 28 }), fc.integer({ min: 1 })));
    const amounts = fc.array(fc.integer({ min: 0, max: 9_999_999 }), {
      minLength: 1,
      maxLength: 6,
    });
    fc.assert(
      fc.property(rates, amounts, (all, minors) => {
        const steps = minors.map((minor, index): readonly [number, Fields] => [
          3 + index,
          { amount: (minor / 100).toFixed(2) },
        ]);
        const history = historyOf(
          [2, { owner: 'email:ada', status: 'open', createdAt: at(2), currency: 'USD' }],
          ...steps,
          [20, { status: 'won', closedOn: at(20) }],
        );
        const known: readonly (readonly [string, string])[] = [
          ['2026-01-01', '0.5'],
          ...all.map(
            ([day, rate]) =>
              [`2026-05-${`${day}`.padStart(2, '0')}`, `0.${rate % 1_000_000}1`] as const,
          ),
        ];
        const { contributions } = evaluateRecord('deal', history, context([OPEN], known));
        expect(contributions.reduce((sum, { quantity }) => sum + quantity, 0)).toBe(0);
      }),
    );
  });
});
