import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MeasureId, PersonId } from '../ids.js';
import type { History } from '../records/history.js';
import { addRevision } from '../records/history.js';
import type { FieldValue, Fields } from '../records/record-fields.js';
import { addDays } from '../time/business-date.js';
import type { BusinessDate } from '../time/business-date.js';
import type { Contribution, ScoringContext } from './contributions.js';
import { evaluateRecord } from './contributions.js';
import type { Measure } from './measure.js';

const IS_CLOSED = 'deal.status in ["won", "lost"]';
const CLOSED = ['won', 'lost'];

/** What is open: from the day a deal is created until it is closed. */
const open: Measure = {
  key: 'open',
  unit: 'money',
  id: 1 as MeasureId,
  version: 1,
  by: { field: 'step' },
  rules: [
    {
      record: 'deal',
      when: `!(has(deal.status) && ${IS_CLOSED})`,
      credit: { kind: 'field', fields: ['owner'] },
      dates: [{ kind: 'field', field: 'createdAt' }, { kind: 'first-heard' }],
      amount: { kind: 'field', field: 'amount' },
      lasts: {
        until: [
          { kind: 'field', field: 'closedOn' },
          { kind: 'entered', field: 'status', values: CLOSED, which: 'last' },
        ],
        once: IS_CLOSED,
      },
    },
  ],
};
const people: Readonly<Record<string, number>> = { 'email:ada': 1, 'email:bea': 2 };
const context: ScoringContext = {
  timeZone: 'Europe/Dublin',
  currency: 'EUR',
  measures: [open],
  personOf: (identity) => people[identity] as PersonId | undefined,
};
const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
const FIRST = Date.parse('2026-11-01T00:00:00Z');
const at = (day: number, hour = 10) => FIRST + (day - 1) * DAY_MS + hour * HOUR_MS;
const on = (day: number) => addDays('2026-11-01' as BusinessDate, day - 1);

type Told = readonly [at: number, set: Fields];

function historyOf(changes: readonly Told[]): History {
  return changes.reduce<History>(
    (known, [moment, set]) =>
      addRevision(known, { at: moment, key: `${moment}`, set }, { arrivedAt: 0, inboxId: 0 }),
    [],
  );
}

function contributionsOf(...changes: readonly Told[]): readonly Contribution[] {
  const { contributions, problems } = evaluateRecord('deal', historyOf(changes), context);
  expect(problems).toEqual([]);
  return contributions;
}

/** `day person step change`, in whole units. */
function changesOf(...changes: readonly Told[]): string[] {
  return contributionsOf(...changes).map(
    ({ date, personId, facet, quantity }) =>
      `${Number(date.slice(-2))} ${personId === people['email:ada'] ? 'ada' : 'bea'} ${facet} ${quantity / 100}`,
  );
}

const born: Told = [
  at(3),
  { owner: 'email:ada', status: 'open', step: 'demo', amount: '100', createdAt: at(3) },
];

describe('a balance', () => {
  it.each<[string, readonly Told[], string[]]>([
    ['begins with the record', [born], ['3 ada demo 100']],
    [
      'moves by as much as the record changes',
      [born, [at(5), { amount: '130' }], [at(6), { amount: '90' }]],
      ['3 ada demo 100', '5 ada demo 30', '6 ada demo -40'],
    ],
    [
      'goes from one value of its facet to the other',
      [born, [at(5), { step: 'proposal', amount: '130' }]],
      ['3 ada demo 100', '5 ada demo -100', '5 ada proposal 130'],
    ],
    [
      'is empty when the record is closed, on the day that it says',
      [born, [at(9), { status: 'won', closedOn: on(8) }]],
      ['3 ada demo 100', '8 ada demo -100'],
    ],
    [
      'takes no account of what is heard of it after its end',
      [born, [at(9), { status: 'won', closedOn: on(8) }], [at(12), { amount: '999' }]],
      ['3 ada demo 100', '8 ada demo -100'],
    ],
    [
      'is there again when the record is open again',
      [
        born,
        [at(8), { status: 'lost', closedOn: on(8) }],
        [at(12), { status: 'open', closedOn: null }],
      ],
      ['3 ada demo 100', '8 ada demo -100', '12 ada demo 100'],
    ],
    [
      'goes to whoever has the record from then on',
      [born, [at(5), { owner: 'email:bea' }]],
      ['3 ada demo 100', '5 ada demo -100', '5 bea demo 100'],
    ],
    [
      'counts from the beginning what is heard of late',
      [[at(9), { ...born[1], amount: '70' }]],
      ['3 ada demo 70'],
    ],
    [
      'has held what is heard of only after its end',
      [[at(9), { ...born[1], status: 'won', closedOn: on(7) }]],
      ['3 ada demo 100', '7 ada demo -100'],
    ],
    [
      'has never been there when it ended before it began',
      [[at(9), { ...born[1], status: 'lost', closedOn: on(2) }]],
      [],
    ],
    [
      'comes to nothing on a day on which it comes and goes',
      [born, [at(3, 15), { status: 'lost', closedOn: on(3) }]],
      [],
    ],
    [
      'tells what of several changes is left at the end of a day',
      [born, [at(5, 9), { amount: '500' }], [at(5, 11), { owner: 'email:bea', amount: '120' }]],
      ['3 ada demo 100', '5 ada demo -100', '5 bea demo 120'],
    ],
    ['waits for somebody whom it belongs to', [[at(3), { owner: 'email:ada' }]], []],
  ])('%s', (_, changes, expected) => {
    expect(changesOf(...changes)).toEqual(expected);
  });

  it('is gone with a record that is deleted, also from the days before', () => {
    const history = addRevision(
      historyOf([born]),
      { at: at(9), key: 'gone', set: {}, lifecycle: { deleted: true } },
      { arrivedAt: 0, inboxId: 0 },
    );
    expect(evaluateRecord('deal', history, context).contributions).toEqual([]);
  });

  it('of somebody unknown is a problem, and nothing of it counts twice', () => {
    const { contributions, problems } = evaluateRecord(
      'deal',
      historyOf([born, [at(5), { owner: 'email:eve' }], [at(7), { owner: 'email:bea' }]]),
      context,
    );
    expect(problems).toEqual([{ kind: 'unknown-person', identity: 'email:eve' }]);
    expect(contributions.map(({ date, quantity }) => [date, quantity])).toEqual([
      [on(3), 10_000],
      [on(5), -10_000],
      [on(7), 10_000],
    ]);
  });
});

describe('a balance with an end of its own', () => {
  const seats: Measure = {
    key: 'seats',
    unit: 'count',
    id: 2 as MeasureId,
    version: 1,
    rules: [
      {
        record: 'account',
        credit: { kind: 'field', fields: ['owner'] },
        dates: [{ kind: 'field', field: 'assignedOn' }],
        amount: { kind: 'field', field: 'seats' },
        lasts: { until: [{ kind: 'field', field: 'releasedOn' }] },
      },
    ],
  };
  const seatsOf = (...changes: readonly Told[]) =>
    evaluateRecord('account', historyOf(changes), {
      ...context,
      measures: [seats],
    }).contributions.map(({ date, quantity }) => [date, quantity / 1_000]);
  const account: Told = [at(3), { owner: 'email:ada', seats: 5, assignedOn: on(4) }];

  it('ends on a day that is still to come', () => {
    expect(seatsOf(account, [at(5), { releasedOn: on(20) }])).toEqual([
      [on(4), 5],
      [on(20), -5],
    ]);
  });

  it('goes on when it is not to end any more', () => {
    const changes: Told[] = [
      [at(5), { releasedOn: on(20) }],
      [at(6), { releasedOn: null }],
    ];
    expect(seatsOf(account, ...changes)).toEqual([[on(4), 5]]);
  });

  it('does not begin before its day, whatever is heard of it', () => {
    expect(seatsOf([at(1), { owner: 'email:ada', seats: 5 }])).toEqual([]);
    expect(seatsOf(account, [at(3, 12), { seats: 8 }], [at(6), { seats: 9 }])).toEqual([
      [on(4), 8],
      [on(6), 1],
    ]);
  });
});

describe('what a balance adds up to until a day', () => {
  const LAST = 12;
  const told = fc.record(
    {
      owner: fc.constantFrom('email:ada', 'email:bea'),
      status: fc.constantFrom('open', 'won', 'lost'),
      step: fc.constantFrom('demo', 'proposal'),
      amount: fc.constantFrom('0', '10', '25.50', '300'),
      closedOn: fc.option(fc.integer({ min: 1, max: LAST }).map(on)),
    },
    { requiredKeys: [] },
  );
  const life = fc
    .tuple(
      fc.integer({ min: 1, max: LAST }),
      fc.boolean(),
      fc.uniqueArray(fc.tuple(fc.integer({ min: 24, max: LAST * 24 - 1 }), told), {
        minLength: 1,
        maxLength: 7,
        selector: ([hour]) => hour,
      }),
    )
    .map(([createdOn, isDated, changes]): readonly Told[] =>
      changes
        .toSorted(([a], [b]) => a - b)
        .map(([hour, set], index) => [
          FIRST + hour * HOUR_MS,
          {
            ...(index === 0 && { owner: 'email:ada' }),
            ...(index === 0 && isDated && { createdAt: at(createdOn, 0) }),
            ...set,
          },
        ]),
    );

  it('is what the record was worth when that day ended', () => {
    fc.assert(
      fc.property(life, (changes) => {
        const contributions = contributionsOf(...changes);
        for (let day = 1; day <= LAST; day += 1) {
          const sums = new Map<string, number>();
          for (const { date, personId, facet, quantity } of contributions) {
            if (date > on(day)) continue;
            const key = `${personId} ${facet}`;
            sums.set(key, (sums.get(key) ?? 0) + quantity);
          }
          const held = [...sums].filter(([, quantity]) => quantity !== 0);
          expect(held).toEqual(worthOn(day, changes));
        }
      }),
      { numRuns: 500 },
    );
  });

  /** Told again, the plain way: what was known when the day ended, if it had begun and not ended. */
  function worthOn(day: number, changes: readonly Told[]): [string, number][] {
    const now: Fields = Object.assign({}, ...changes.map(([, set]) => set));
    const [firstAt, first] = changes[0] ?? [0, {}];
    const begun = typeof now['createdAt'] === 'number' ? now['createdAt'] : firstAt;
    const end = isClosed(now) ? endOf(changes, now) : undefined;
    if (day < dayOf(begun) || (end && day >= dayOf(end))) return [];
    const known = changes.filter(([moment]) => dayOf(moment) <= day).map(([, set]) => set);
    const then: Fields = known.length > 0 ? Object.assign({}, ...known) : first;
    const isHeardLate = end !== undefined && firstAt >= end;
    if (isClosed(then) && !isHeardLate) return [];
    const worth = Math.round(Number((isHeardLate ? first : then)['amount'] ?? 0) * 100);
    const holder = isHeardLate ? first : then;
    const key = `${people[text(holder['owner'])]} ${text(holder['step'])}`;
    return worth === 0 ? [] : [[key, worth]];
  }

  function endOf(changes: readonly Told[], now: Fields): number {
    let entered = 0;
    let wasClosed = false;
    for (const [moment, set] of changes) {
      if (set['status'] === undefined) continue;
      if (isClosed(set) && !wasClosed) entered = moment;
      wasClosed = isClosed(set);
    }
    const closedOn = now['closedOn'];
    if (typeof closedOn !== 'string') return entered;
    const starts = Date.parse(`${closedOn}T00:00:00Z`);
    return dayOf(starts) === dayOf(entered) ? entered : starts;
  }

  function isClosed({ status }: Fields): boolean {
    return CLOSED.includes(text(status));
  }

  function text(value: FieldValue | undefined): string {
    return typeof value === 'string' ? value : '';
  }

  function dayOf(moment: number): number {
    return Math.floor((moment - FIRST) / DAY_MS) + 1;
  }
});
