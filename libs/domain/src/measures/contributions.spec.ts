import { describe, expect, it } from 'vitest';
import type { MeasureId, PersonId } from '../ids.js';
import { BUILT_IN_MEASURES } from '../library/built-in.js';
import type { History } from '../records/history.js';
import { addRevision } from '../records/history.js';
import type { Fields, RecordType } from '../records/record-fields.js';
import type { ScoringContext } from './contributions.js';
import { evaluateRecord } from './contributions.js';
import type { Measure, MeasureRule, Span } from './measure.js';

const people: Readonly<Record<string, number>> = { 'email:ada': 1, 'email:bea': 2 };
const measures = BUILT_IN_MEASURES.map((definition, index): Measure => ({
  ...definition,
  id: (index + 1) as MeasureId,
  version: 1,
}));
const context: ScoringContext = {
  timeZone: 'Europe/Dublin',
  currency: 'EUR',
  measures,
  personOf: (identity) => people[identity] as PersonId | undefined,
};
const nameOf = new Map(measures.map(({ id, key }) => [id, key]));
const at = (time: string) => Date.parse(`2026-11-19T${time}:00Z`);

function historyOf(...changes: readonly [time: string, set: Fields][]): History {
  return changes.reduce<History>(
    (known, [time, set]) =>
      addRevision(known, { at: at(time), key: time, set }, { arrivedAt: 0, inboxId: 0 }),
    [],
  );
}

/** `measure person quantity date`, and problems by kind. */
function evaluated(type: RecordType, history: History): string[] {
  const { contributions, problems } = evaluateRecord(type, history, context);
  return [
    ...contributions.map(({ measureId, personId, quantity, date }) =>
      [nameOf.get(measureId), personId, quantity, date].join(' '),
    ),
    ...problems.map(({ kind, ...about }) => [kind, ...Object.values(about)].join(' ')),
  ];
}

describe('a call', () => {
  const call = { owner: 'email:ada', endedAt: at('10:00'), contact: 'orsini' };

  it.each<[string, Fields, string[]]>([
    ['a dial', {}, ['calls 1 1000 2026-11-19']],
    [
      'two minutes of talk',
      { talkSeconds: 120 },
      ['calls 1 1000 2026-11-19', 'conversations 1 1000 2026-11-19', 'talk_time 1 120 2026-11-19'],
    ],
    [
      'a short talk',
      { talkSeconds: 119 },
      ['calls 1 1000 2026-11-19', 'talk_time 1 119 2026-11-19'],
    ],
    [
      'marked as a conversation',
      { outcome: 'conversation', talkSeconds: 40 },
      ['calls 1 1000 2026-11-19', 'conversations 1 1000 2026-11-19', 'talk_time 1 40 2026-11-19'],
    ],
    [
      'after midnight counts on the day it ended',
      { endedAt: at('00:10') },
      ['calls 1 1000 2026-11-19'],
    ],
    ['of a stranger', { owner: 'email:eve' }, ['unknown-person email:eve']],
    ['of nobody', { owner: null }, ['nobody-credited']],
    ['at no known time', { endedAt: null }, ['no-date']],
  ])('%s', (_, more, outcome) => {
    expect(evaluated('call', historyOf(['10:00', { ...call, ...more }]))).toEqual(outcome);
  });
});

describe('an e-mail', () => {
  const email = { owner: 'email:ada', sentAt: at('10:00') };
  it('counts when somebody sent it', () => {
    expect(evaluated('email', historyOf(['10:00', email]))).toEqual(['emails 1 1000 2026-11-19']);
  });
  it.each([{ automated: true }, { direction: 'inbound' }])('does not count when %j', (more) => {
    expect(evaluated('email', historyOf(['10:00', { ...email, ...more }]))).toEqual([]);
  });
});

describe('a meeting', () => {
  it('is booked by one and held by another', () => {
    const history = historyOf(
      [
        '09:00',
        { owner: 'email:ada', createdBy: 'email:bea', status: 'booked', bookedAt: at('09:00') },
      ],
      ['15:00', { status: 'held', heldAt: at('15:00') }],
    );
    expect(evaluated('meeting', history)).toEqual([
      'conversations 1 1000 2026-11-19',
      'meetings_booked 2 1000 2026-11-19',
      'meetings_held 1 1000 2026-11-19',
    ]);
  });
});

describe('a lead', () => {
  it('is qualified once, the first time', () => {
    const history = historyOf(
      ['09:00', { owner: 'email:ada', status: 'new', createdAt: at('09:00') }],
      ['10:00', { status: 'sql' }],
      ['11:00', { status: 'recycled' }],
      ['12:00', { status: 'sql' }],
    );
    expect(evaluated('lead', history)).toEqual([
      'leads_created 1 1000 2026-11-19',
      'leads_qualified 1 1000 2026-11-19',
    ]);
  });

  it('that was never qualified is no problem', () => {
    const history = historyOf([
      '09:00',
      { owner: 'email:ada', status: 'new', createdAt: at('09:00') },
    ]);
    expect(evaluated('lead', history)).toEqual(['leads_created 1 1000 2026-11-19']);
  });
});

describe('a deal', () => {
  const born: [string, Fields] = [
    '09:00',
    { owner: 'email:ada', status: 'open', amount: '100.00', createdAt: at('09:00') },
  ];

  it('keeps the pipeline that it was created with', () => {
    expect(evaluated('deal', historyOf(born, ['10:00', { amount: '250.00' }]))).toEqual([
      'pipeline_created 1 10000 2026-11-19',
    ]);
  });

  it.each<[string, Fields, string[]]>([
    [
      'won without a day counts on the day it was won',
      { status: 'won' },
      ['deals_won 1 1000 2026-11-19', 'revenue_won 1 10000 2026-11-19'],
    ],
    [
      'won on a day of the books counts on that day',
      { status: 'won', closedOn: '2026-09-30' },
      ['deals_won 1 1000 2026-09-30', 'revenue_won 1 10000 2026-09-30'],
    ],
    ['lost counts as lost', { status: 'lost' }, ['deals_lost 1 1000 2026-11-19']],
    [
      'shared counts for both, to the cent',
      {
        status: 'won',
        splits: [
          { identity: 'email:ada', basisPoints: 3_333 },
          { identity: 'email:bea', basisPoints: 6_667 },
        ],
      },
      [
        'deals_won 1 333 2026-11-19',
        'deals_won 2 667 2026-11-19',
        'revenue_won 1 3333 2026-11-19',
        'revenue_won 2 6667 2026-11-19',
      ],
    ],
    [
      'in another currency waits for a rate',
      { status: 'won', currency: 'USD' },
      ['deals_won 1 1000 2026-11-19', 'foreign-currency USD'],
    ],
    [
      'without an amount still counts as a deal',
      { status: 'won', amount: null },
      ['deals_won 1 1000 2026-11-19'],
    ],
  ])('%s', (_, closing, outcome) => {
    const all = evaluated('deal', historyOf(born, ['12:00', closing]));
    expect(all.filter((line) => !line.startsWith('pipeline'))).toEqual(outcome);
  });
});

describe('a rule that fails', () => {
  it('is a problem of the record, and no other rule suffers', () => {
    const broken: Measure = {
      key: 'broken',
      unit: 'count',
      id: 99 as MeasureId,
      version: 1,
      rules: [
        {
          record: 'call',
          when: 'call.minuts > 2',
          credit: { kind: 'field', fields: ['owner'] },
          dates: [{ kind: 'field', field: 'endedAt' }],
          amount: { kind: 'one' },
        },
      ],
    };
    const history = historyOf(['10:00', { owner: 'email:ada', endedAt: at('10:00') }]);
    const outcome = evaluateRecord('call', history, {
      ...context,
      measures: [broken, ...measures],
    });
    expect(outcome.contributions).toHaveLength(1);
    expect(outcome.problems).toMatchObject([{ kind: 'failed-rule', measure: 'broken' }]);
  });
});

describe('a measure', () => {
  const basis = {
    key: 'tried',
    unit: 'count',
    id: 99 as MeasureId,
    version: 1,
  } as const;
  const rule: MeasureRule = {
    record: 'trial',
    credit: { kind: 'field', fields: ['owner'] },
    dates: [{ kind: 'field', field: 'startedAt' }],
    amount: { kind: 'one' },
  };
  const outcomeOf = (measure: Measure, history: History) => {
    const { contributions, problems } = evaluateRecord('trial', history, {
      ...context,
      measures: [measure],
    });
    return [
      ...contributions.map(({ quantity, distinctKey }) => [quantity, distinctKey]),
      ...problems.map(({ kind }) => kind),
    ];
  };
  const trial = (about: Fields) =>
    historyOf(['10:00', { owner: 'email:ada', startedAt: at('10:00'), ...about }]);

  describe('of a time', () => {
    const span: Span = {
      from: [{ kind: 'field', field: 'startedAt' }],
      to: [
        { kind: 'field', field: 'intentBy' },
        { kind: 'field', field: 'completedAt' },
      ],
    };
    const timed: Measure = {
      ...basis,
      unit: 'duration',
      rules: [{ ...rule, span, amount: { kind: 'span' } }],
    };

    it.each<[string, Fields, unknown[]]>([
      ['is its length in seconds', { completedAt: at('10:30') }, [[1_800, undefined]]],
      ['is not there while it lasts', {}, []],
      ['that ends before it begins is a problem', { intentBy: '2026-11-18' }, ['negative-span']],
      ['that ends on a day it also began on is none', { intentBy: '2026-11-19' }, []],
      [
        'that ends on another day ends with its first moment',
        { intentBy: '2026-11-20' },
        [[50_400, undefined]],
      ],
    ])('%s', (_, about, outcome) => {
      expect(outcomeOf(timed, trial(about))).toEqual(outcome);
    });

    it('counts as one when its length is known', () => {
      const counted: Measure = { ...basis, rules: [{ ...rule, span }] };
      expect(outcomeOf(counted, trial({ completedAt: at('10:00') }))).toEqual([[1_000, undefined]]);
      expect(outcomeOf(counted, trial({}))).toEqual([]);
    });
  });

  describe('of what came of it', () => {
    const passed = { field: 'status', values: ['passed'] };
    const reaching = (withinDays?: number): Measure => ({
      ...basis,
      rules: [{ ...rule, reached: [{ ...passed, ...(withinDays && { withinDays }) }] }],
    });
    const started = { owner: 'email:ada', startedAt: at('10:00') - 9 * 86_400_000 };

    it('counts what it has come to, whatever it is by now', () => {
      const history = historyOf(
        ['10:00', { ...started, status: 'passed' }],
        ['11:00', { status: 'failed' }],
      );
      expect(outcomeOf(reaching(), history)).toEqual([[1_000, undefined]]);
      expect(outcomeOf(reaching(), historyOf(['10:00', started]))).toEqual([]);
    });

    it('counts it in time only', () => {
      const history = historyOf(['10:00', { ...started, status: 'passed' }]);
      expect(outcomeOf(reaching(9), history)).toHaveLength(1);
      expect(outcomeOf(reaching(8), history)).toHaveLength(0);
    });
  });

  describe('that is spread', () => {
    const cost: Measure = {
      ...basis,
      unit: 'money',
      rules: [
        {
          record: 'cost',
          credit: { kind: 'field', fields: ['owner'] },
          dates: [{ kind: 'field', field: 'from' }],
          spreadUntil: [{ kind: 'field', field: 'until' }],
          amount: { kind: 'field', field: 'amount' },
        },
      ],
    };
    const spreadOf = (about: Fields) =>
      evaluateRecord('cost', historyOf(['10:00', { owner: 'email:ada', ...about }]), {
        ...context,
        measures: [cost],
      }).contributions.map(({ date, quantity }) => [date, quantity] as const);

    it.each<[string, Fields, (readonly [string, number])[]]>([
      [
        'counts evenly on the Mondays to Fridays of its days',
        { amount: '40', from: '2026-11-19', until: '2026-11-24' },
        [
          ['2026-11-19', 1_000],
          ['2026-11-20', 1_000],
          ['2026-11-23', 1_000],
          ['2026-11-24', 1_000],
        ],
      ],
      [
        'counts at once without an end',
        { amount: '40', from: '2026-11-21' },
        [['2026-11-21', 4_000]],
      ],
      [
        'counts at once on a weekend',
        { amount: '40', from: '2026-11-21', until: '2026-11-22' },
        [['2026-11-21', 4_000]],
      ],
      [
        'counts at once when it ends before it begins',
        { amount: '40', from: '2026-11-20', until: '2026-11-19' },
        [['2026-11-20', 4_000]],
      ],
      [
        'takes off as evenly as it adds',
        { amount: '-0.05', from: '2026-11-19', until: '2026-11-20' },
        [
          ['2026-11-19', -3],
          ['2026-11-20', -2],
        ],
      ],
      [
        'has no part of a cent on a day',
        { amount: '0.01', from: '2026-11-18', until: '2026-11-20' },
        [['2026-11-19', 1]],
      ],
      ['of nothing is nothing', { amount: '0', from: '2026-11-19', until: '2026-11-24' }, []],
    ])('%s', (_, about, expected) => {
      expect(spreadOf(about)).toEqual(expected);
    });

    it('is due to the cent by every day, and is all there on the last', () => {
      const parts = spreadOf({ amount: '100000', from: '2026-05-01', until: '2026-05-31' });
      let sum = 0;
      const due = parts.map(([, part]) => (sum += part));
      expect(due).toEqual(parts.map((_, index) => Math.round((10_000_000 * (index + 1)) / 21)));
      expect([parts.length, sum]).toEqual([21, 10_000_000]);
    });
  });

  it('that counts one of each goes by the first of the fields that is known', () => {
    const distinct: Measure = { ...basis, distinctBy: ['account', 'contact'], rules: [rule] };
    const keys = [{ account: 'Acme', contact: 'Lind' }, { contact: 'Lind' }, {}].map(
      (about) => outcomeOf(distinct, trial(about))[0]?.[1],
    );
    expect(keys).toEqual(['Acme', 'Lind', undefined]);
  });
});
