import type { DateRule, MeasureDefinition, Reached } from '../../measures/measure.js';
import {
  averageOf,
  closed,
  counter,
  countUnit,
  created,
  entered,
  meetingHeld,
  on,
  owner,
  proportionOf,
  seldom,
  sumOf,
} from '../definition-parts.js';
import { builtIn } from '../built-in-metric.js';
import type { Kpi } from '../kpi.js';

const category = 'Pipeline';

const STEPS = ['qualifying', 'demo', 'proposal', 'negotiation'] as const;
type DealStep = (typeof STEPS)[number];

/** A step or one that comes after it: skipping a step counts as passing it. */
function fromStepOn(step: DealStep): readonly string[] {
  return STEPS.slice(STEPS.indexOf(step));
}

function reachedStep(step: DealStep): readonly Reached[] {
  return [
    { field: 'step', values: fromStepOn(step) },
    { field: 'status', values: ['won'] },
  ];
}

function enteredStep(step: DealStep): readonly DateRule[] {
  return [entered('step', ...fromStepOn(step)), entered('status', 'won')];
}

/** Deals that came to a step, as a cohort; and those of them that came to a later one. */
export function came(
  key: string,
  words: { readonly one: string; readonly many: string },
  from: DealStep,
  to?: DealStep,
): MeasureDefinition {
  const reached = to && { reached: reachedStep(to) };
  return counter(key, words, { record: 'deal', dates: enteredStep(from), ...reached });
}

/** How long deals stayed in a step that they have left, and how many these are. */
export function staysIn(step: DealStep, name: string): readonly MeasureDefinition[] {
  const rule = {
    record: 'deal',
    credit: owner,
    dates: [{ kind: 'left', field: 'step', values: [step] }],
  } as const;
  return [
    {
      key: `${step}_time`,
      unit: 'duration',
      words: { one: `in ${name}`, many: `in ${name}` },
      rules: [{ ...rule, amount: { kind: 'stayed', field: 'step', values: [step] } }],
    },
    counter(
      `${step}_left`,
      { one: `deal that left ${name}`, many: `deals that left ${name}` },
      rule,
    ),
  ];
}

export const PIPELINE_KPIS: readonly Kpi[] = [
  {
    id: 'K030',
    key: 'stage_conversion',
    name: 'Demo to proposal',
    category,
    meaning: 'How many deals that were shown the product come to a proposal.',
    formula:
      'Deals that came to a proposal or later, divided by those that came to a demo or later',
    counts:
      'The day a deal came to the demo, also for what came of it later; a skipped step counts as passed.',
    tells: 'performance',
    roles: ['AE', 'manager'],
    needs: ['deals with their step'],
    example: '50 deals came to a demo and 30 of them to a proposal or later: 60 %.',
    metric: proportionOf(
      'stage_conversion',
      'Demo to proposal',
      'leading',
      { demos_to_proposal: 1 },
      { demos_reached: 1 },
    ),
    measures: [
      came('demos_reached', { one: 'deal in a demo', many: 'deals in a demo' }, 'demo'),
      came(
        'demos_to_proposal',
        { one: 'of them with a proposal', many: 'of them with a proposal' },
        'demo',
        'proposal',
      ),
    ],
  },
  {
    id: 'K031',
    key: 'cumulative_conversion',
    name: 'Pipeline to negotiation',
    category,
    meaning: 'How many deals of all that begin come to a negotiation.',
    formula: 'Deals that came to a negotiation, divided by those that began',
    counts: 'The day a deal began, also for what came of it later.',
    tells: 'performance',
    roles: ['AE', 'manager'],
    needs: ['deals with their step'],
    example: '50 deals began and 12 of them came to a negotiation: 24 %.',
    metric: proportionOf(
      'cumulative_conversion',
      'Pipeline to negotiation',
      'leading',
      { pipeline_to_negotiation: 1 },
      { pipeline_begun: 1 },
    ),
    measures: [
      came('pipeline_begun', { one: 'deal begun', many: 'deals begun' }, 'qualifying'),
      came(
        'pipeline_to_negotiation',
        { one: 'of them in negotiation', many: 'of them in negotiation' },
        'qualifying',
        'negotiation',
      ),
    ],
  },
  {
    id: 'K033',
    key: 'time_in_stage',
    name: 'Time in proposal',
    category,
    meaning: 'How long a deal stays with a proposal.',
    formula: 'Days with a proposal, divided by the deals that left it',
    counts: 'The day a deal leaves the step; who comes back to it stays the longer.',
    tells: 'performance',
    roles: ['AE', 'manager'],
    needs: ['deals with their step'],
    example: 'Three deals stayed for 4, 6 and 11 days: 7 days.',
    metric: seldom(
      averageOf('time_in_stage', 'Time in proposal', {
        unit: { kind: 'days' },
        timing: 'leading',
        direction: 'lower',
        total: { proposal_time: 1 },
        count: { proposal_left: 1 },
      }),
    ),
    measures: staysIn('proposal', 'proposal'),
  },
  {
    id: 'K034',
    key: 'pipeline_cycle_time',
    name: 'Time to close',
    category,
    meaning: 'How long a deal takes from being worth selling to being won.',
    formula: 'Days from qualified to won, divided by the deals won',
    counts: 'The day the deal was won.',
    tells: 'performance',
    roles: ['AE', 'manager', 'executive'],
    needs: ['won deals with the day they were qualified or created'],
    example: 'Two deals took 40 and 64 days: 52 days.',
    metric: seldom(
      averageOf('pipeline_cycle_time', 'Time to close', {
        unit: { kind: 'days' },
        timing: 'lagging',
        direction: 'lower',
        total: { closing_time: 1 },
        count: { deals_timed: 1 },
      }),
    ),
    measures: closingTime(),
  },
  {
    id: 'K035',
    key: 'sales_cycle_length',
    name: 'Sales cycle length',
    category,
    meaning: 'How long it takes from the first contact to the money.',
    formula: 'Days from the first contact to the first payment, divided by the deals paid',
    counts: 'The day of the payment.',
    tells: 'performance',
    roles: ['AE', 'manager', 'executive'],
    needs: ['deals with their first contact and payment'],
    example: 'First contact on 3 March, paid on 2 May: 60 days.',
    metric: seldom(
      averageOf('sales_cycle_length', 'Sales cycle length', {
        unit: { kind: 'days' },
        timing: 'lagging',
        direction: 'lower',
        total: { sales_cycle: 1 },
        count: { deals_paid: 1 },
      }),
    ),
    measures: spanned('sales_cycle', 'deals_paid', 'from first contact to payment', {
      record: 'deal',
      when: 'has(deal.paidAt)',
      span: { from: on('firstContactAt'), to: on('paidAt') },
      dates: on('paidAt'),
    }),
  },
  {
    id: 'K037',
    key: 'pipeline_created',
    name: 'Pipeline created',
    category,
    meaning: 'What new opportunities are worth.',
    formula: 'Amounts of the deals created, as they were then',
    counts: 'The day the deal was created; what it is worth later does not change that.',
    tells: 'growth',
    roles: ['SDR', 'AE', 'manager'],
    needs: ['deals with an amount'],
    example: '8,000, 12,500 and 4,500: 25,000.',
    metric: builtIn('pipeline_created'),
    measures: [],
  },
  {
    id: 'K041',
    key: 'demos_held',
    name: 'Demos held',
    category,
    meaning: 'How often the product was shown.',
    formula: 'Number of demos that took place',
    counts: 'The day of the demo.',
    tells: 'growth',
    roles: ['AE', 'SE'],
    needs: ['meetings with their kind and status'],
    example: '20 demos took place and 4 were cancelled: 20.',
    metric: sumOf('demos_held', 'Demos held', countUnit('demo', 'demos'), 'leading'),
    measures: [
      counter(
        'demos_held',
        { one: 'demo', many: 'demos' },
        {
          record: 'meeting',
          when: 'meeting.status == "held" && meeting.kind == "demo"',
          dates: meetingHeld,
        },
      ),
    ],
  },
  {
    id: 'K042',
    key: 'onsite_meetings',
    name: 'On-site meetings',
    category,
    meaning: 'How often somebody went to see a customer.',
    formula: 'Number of meetings at the customer; one a day with the same account',
    counts: 'The day of the meeting.',
    tells: 'growth',
    roles: ['AE', 'AM'],
    needs: ['meetings with their place, account and status'],
    example: '5 meetings, two of them with one account on one day: 4.',
    metric: sumOf(
      'onsite_meetings',
      'On-site meetings',
      countUnit('meeting', 'meetings'),
      'leading',
    ),
    measures: [
      {
        ...counter(
          'onsite_meetings',
          { one: 'on-site meeting', many: 'on-site meetings' },
          {
            record: 'meeting',
            when: 'meeting.status == "held" && meeting.place == "onsite"',
            dates: meetingHeld,
          },
        ),
        distinctBy: ['account', 'contact'],
      },
    ],
  },
];

/** How long won deals took, and how many these are. */
export function closingTime(): readonly MeasureDefinition[] {
  return spanned('closing_time', 'deals_timed', 'from qualified to won', {
    record: 'deal',
    when: 'deal.status == "won"',
    span: { from: [...on('qualifiedAt'), ...created], to: closed('won') },
    dates: closed('won'),
  });
}

/** For how long something took, and of how many records: two measures of one rule. */
export function spanned(
  time: string,
  count: string,
  words: string,
  rule: Parameters<typeof counter>[2],
): readonly MeasureDefinition[] {
  return [
    {
      key: time,
      unit: 'duration',
      words: { one: words, many: words },
      rules: [{ credit: owner, ...rule, amount: { kind: 'span' } }],
    },
    counter(count, { one: `${rule.record} ${words}`, many: `${rule.record}s ${words}` }, rule),
  ];
}
