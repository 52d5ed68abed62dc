import {
  callEnded,
  created,
  closed,
  countUnit,
  entered,
  HAND_WRITTEN,
  REACHED,
  meetingHeld,
  on,
  one,
  owner,
  proportionOf,
  sumOf,
} from './definition-parts.js';
import type { MeasureDefinition } from '../measures/measure.js';
import type { Least } from '../metrics/least.js';
import type { MetricUnit } from '../metrics/metric.js';
import type { Window } from '../metrics/window.js';

/** A metric that ships with the product, over measures by key. */
export interface MetricDefinition {
  readonly key: string;
  readonly title: string;
  readonly unit: MetricUnit;
  readonly direction: 'higher' | 'lower';
  readonly timing: 'leading' | 'lagging';
  readonly formula:
    | { readonly kind: 'sum'; readonly terms: Terms }
    | {
        readonly kind: 'ratio';
        readonly numerator: Terms;
        readonly denominator: Terms;
        /** Of counts below only; in pieces. */
        readonly least?: Least;
        /** What is above is among what is below. */
        readonly isProportion?: boolean;
      }
    | {
        readonly kind: 'computed';
        readonly parts: Readonly<Record<string, PartDefinition>>;
        readonly cel: string;
      };
}

/** A sum of measures of one unit, over the days of the window. */
export interface PartDefinition {
  readonly terms: Terms;
  /** The period itself where nothing else is said. */
  readonly window?: Window;
}

/** Measures by key, each times a whole number. */
export type Terms = Readonly<Record<string, number>>;

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
        dates: callEnded,
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
        when: REACHED,
        credit: owner,
        dates: callEnded,
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
        dates: callEnded,
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
        when: HAND_WRITTEN,
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
        dates: [...on('bookedAt'), entered('status', 'booked', 'held')],
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
        dates: meetingHeld,
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
        dates: [entered('status', 'sql')],
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

/** The metrics of a new organisation. */
export const BUILT_IN_METRICS: readonly MetricDefinition[] = [
  sumOf(REVENUE_WON, 'Closed-won revenue', { kind: 'money' }, 'lagging'),
  sumOf(DEALS_WON, 'Deals won', countUnit('deal', 'deals'), 'lagging'),
  sumOf('deals_lost', 'Deals lost', countUnit('deal', 'deals'), 'lagging'),
  proportionOf(
    'win_rate',
    'Win rate',
    'lagging',
    { [DEALS_WON]: 1 },
    { [DEALS_WON]: 1, deals_lost: 1 },
  ),
  sumOf('pipeline_created', 'Pipeline created', { kind: 'money' }, 'leading'),
  sumOf('leads_created', 'Leads created', countUnit('lead', 'leads'), 'leading'),
  sumOf('leads_qualified', 'Leads qualified', countUnit('lead', 'leads'), 'leading'),
  sumOf('meetings_booked', 'Meetings booked', countUnit('meeting', 'meetings'), 'leading'),
  sumOf('meetings_held', 'Meetings held', countUnit('meeting', 'meetings'), 'leading'),
  sumOf('calls', 'Calls', countUnit('call', 'calls'), 'leading'),
  sumOf('conversations', 'Conversations', countUnit('conversation', 'conversations'), 'leading'),
  sumOf('emails', 'E-mails', countUnit('e-mail', 'e-mails'), 'leading'),
  sumOf('talk_time', 'Talk time', { kind: 'duration' }, 'leading'),
  sumOf('activity_points', 'Activity points', { kind: 'points' }, 'leading', {
    calls: 1,
    conversations: 2,
    emails: 1,
    meetings_booked: 5,
    meetings_held: 10,
  }),
];
