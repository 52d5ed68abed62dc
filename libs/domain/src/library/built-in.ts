import type { MeasureDefinition } from '../measures/measure.js';
import type { MetricUnit } from '../metrics/metric.js';

/** A metric that ships with the product, over measures by key. */
export interface MetricDefinition {
  readonly key: string;
  readonly title: string;
  readonly unit: MetricUnit;
  readonly direction: 'higher' | 'lower';
  readonly timing: 'leading' | 'lagging';
  readonly formula:
    | { readonly kind: 'sum'; readonly terms: Terms }
    | { readonly kind: 'ratio'; readonly numerator: Terms; readonly denominator: Terms };
}

type Terms = Readonly<Record<string, number>>;

const owner = { kind: 'field', fields: ['owner'] } as const;
const one = { kind: 'one' } as const;
const on = (...fields: string[]) => fields.map((field) => ({ kind: 'field', field }) as const);
const created = [...on('createdAt'), { kind: 'first-heard' } as const];
const closed = (status: 'won' | 'lost') => [
  ...on('closedOn'),
  { kind: 'entered', field: 'status', values: [status], which: 'last' } as const,
];

/** The deal is the only thing that rings the bell. */
export const DEALS_WON = 'deals_won';
export const REVENUE_WON = 'revenue_won';

/** The measures of a new organisation. */
export const BUILT_IN_MEASURES: readonly MeasureDefinition[] = [
  {
    key: 'calls',
    unit: 'count',
    rules: [
      {
        record: 'call',
        credit: owner,
        dates: on('endedAt', 'startedAt', 'createdAt'),
        amount: one,
      },
    ],
  },
  {
    // Reached somebody: so marked, or two minutes of talk. One a day with the same contact.
    key: 'conversations',
    unit: 'count',
    distinctBy: 'contact',
    rules: [
      {
        record: 'call',
        when: '(has(call.outcome) && call.outcome == "conversation") || call.talkSeconds >= 120',
        credit: owner,
        dates: on('endedAt', 'startedAt', 'createdAt'),
        amount: one,
      },
      {
        record: 'meeting',
        when: 'meeting.status == "held"',
        credit: owner,
        dates: on('heldAt', 'startsAt'),
        amount: one,
      },
    ],
  },
  {
    key: 'talk_time',
    unit: 'duration',
    rules: [
      {
        record: 'call',
        credit: owner,
        dates: on('endedAt', 'startedAt', 'createdAt'),
        amount: { kind: 'field', field: 'talkSeconds' },
      },
    ],
  },
  {
    // What a sequence sends by itself is nobody's activity.
    key: 'emails',
    unit: 'count',
    rules: [
      {
        record: 'email',
        when: '!(has(email.automated) && email.automated) && !(has(email.direction) && email.direction == "inbound")',
        credit: owner,
        dates: on('sentAt', 'createdAt'),
        amount: one,
      },
    ],
  },
  {
    // Whoever booked it gets it, also when somebody else will hold it.
    key: 'meetings_booked',
    unit: 'count',
    rules: [
      {
        record: 'meeting',
        credit: { kind: 'field', fields: ['createdBy', 'owner'] },
        dates: [
          ...on('bookedAt'),
          { kind: 'entered', field: 'status', values: ['booked', 'held'], which: 'first' },
        ],
        amount: one,
      },
    ],
  },
  {
    key: 'meetings_held',
    unit: 'count',
    rules: [
      {
        record: 'meeting',
        when: 'meeting.status == "held"',
        credit: owner,
        dates: [
          ...on('heldAt', 'startsAt'),
          { kind: 'entered', field: 'status', values: ['held'], which: 'last' },
        ],
        amount: one,
      },
    ],
  },
  {
    key: 'leads_created',
    unit: 'count',
    rules: [
      {
        record: 'lead',
        credit: { kind: 'field', fields: ['createdBy', 'owner'] },
        dates: created,
        amount: one,
      },
    ],
  },
  {
    // The first time it was qualified; coming back to it later is no second lead.
    key: 'leads_qualified',
    unit: 'count',
    rules: [
      {
        record: 'lead',
        when: 'has(lead.status)',
        credit: owner,
        dates: [{ kind: 'entered', field: 'status', values: ['sql'], which: 'first' }],
        amount: one,
      },
    ],
  },
  {
    key: 'pipeline_created',
    unit: 'money',
    rules: [
      {
        record: 'deal',
        credit: owner,
        dates: created,
        amount: { kind: 'first', field: 'amount' },
      },
    ],
  },
  {
    key: DEALS_WON,
    unit: 'count',
    rules: [
      {
        record: 'deal',
        when: 'deal.status == "won"',
        credit: { kind: 'split' },
        dates: closed('won'),
        amount: one,
      },
    ],
  },
  {
    key: REVENUE_WON,
    unit: 'money',
    rules: [
      {
        record: 'deal',
        when: 'deal.status == "won"',
        credit: { kind: 'split' },
        dates: closed('won'),
        amount: { kind: 'field', field: 'amount' },
      },
    ],
  },
  {
    key: 'deals_lost',
    unit: 'count',
    rules: [
      {
        record: 'deal',
        when: 'deal.status == "lost"',
        credit: { kind: 'split' },
        dates: closed('lost'),
        amount: one,
      },
    ],
  },
];

const count = (singular: string, plural: string): MetricUnit => ({
  kind: 'count',
  one: singular,
  many: plural,
});

function single(
  key: string,
  title: string,
  unit: MetricUnit,
  timing: 'leading' | 'lagging',
): MetricDefinition {
  return {
    key,
    title,
    unit,
    direction: 'higher',
    timing,
    formula: { kind: 'sum', terms: { [key]: 1 } },
  };
}

/** The metrics of a new organisation. */
export const BUILT_IN_METRICS: readonly MetricDefinition[] = [
  single(REVENUE_WON, 'Closed-won revenue', { kind: 'money' }, 'lagging'),
  single(DEALS_WON, 'Deals won', count('deal', 'deals'), 'lagging'),
  single('deals_lost', 'Deals lost', count('deal', 'deals'), 'lagging'),
  {
    key: 'win_rate',
    title: 'Win rate',
    unit: { kind: 'ratio' },
    direction: 'higher',
    timing: 'lagging',
    formula: {
      kind: 'ratio',
      numerator: { [DEALS_WON]: 1 },
      denominator: { [DEALS_WON]: 1, deals_lost: 1 },
    },
  },
  single('pipeline_created', 'Pipeline created', { kind: 'money' }, 'leading'),
  single('leads_created', 'Leads created', count('lead', 'leads'), 'leading'),
  single('leads_qualified', 'Leads qualified', count('lead', 'leads'), 'leading'),
  single('meetings_booked', 'Meetings booked', count('meeting', 'meetings'), 'leading'),
  single('meetings_held', 'Meetings held', count('meeting', 'meetings'), 'leading'),
  single('calls', 'Calls', count('call', 'calls'), 'leading'),
  single('conversations', 'Conversations', count('conversation', 'conversations'), 'leading'),
  single('emails', 'E-mails', count('e-mail', 'e-mails'), 'leading'),
  single('talk_time', 'Talk time', { kind: 'duration' }, 'leading'),
  {
    key: 'activity_points',
    title: 'Activity points',
    unit: { kind: 'points' },
    direction: 'higher',
    timing: 'leading',
    formula: {
      kind: 'sum',
      terms: { calls: 1, conversations: 2, emails: 1, meetings_booked: 5, meetings_held: 10 },
    },
  },
];
