import type { AmountRule, MeasureDefinition } from '../../measures/measure.js';
import { closed, computed, counter, created, entered, proportionOf } from '../definition-parts.js';
import type { Kpi } from '../kpi.js';
import { money, named } from './of-won.js';
import { came } from './pipeline.js';

const category = 'Pipeline';
const IS_CLOSED = 'deal.status in ["won", "lost"]';
/** Neither won nor lost; nothing need be said of it. */
export const IS_OPEN = `!(has(deal.status) && ${IS_CLOSED})`;

/** Of the deals that are open, from the day they were created until they are closed. */
function ofOpen(key: string, words: string, amount: AmountRule): MeasureDefinition {
  return {
    key,
    unit: 'money',
    words: named(words),
    rules: [
      {
        record: 'deal',
        when: IS_OPEN,
        credit: { kind: 'split' },
        dates: created,
        amount,
        lasts: { until: closed('won', 'lost'), once: IS_CLOSED },
      },
    ],
  };
}

const byStep: MeasureDefinition = {
  ...ofOpen('open_pipeline', 'open', money('amount')),
  by: { field: 'step' },
};
const weighted = ofOpen('weighted_pipeline', 'open, weighted', {
  kind: 'expression',
  cel: 'deal.amount * deal.probability / 100.0',
});

const counts =
  'As of the end of the period, or as of now while it runs; a deal is open from the day it was created until it is won or lost.';

/** What is still open, and what gets lost on the way. */
export const OPEN_PIPELINE_KPIS: readonly Kpi[] = [
  {
    id: 'K029',
    key: 'pipeline_by_stage',
    name: 'Open pipeline by step',
    category,
    meaning: 'What is still open, and how far it has come.',
    formula: 'Amounts of the open deals, by step',
    counts,
    tells: 'growth',
    roles: ['AE', 'ISR', 'manager'],
    needs: ['deals with their status, step and amount'],
    example: 'Qualifying 188, demo 226, proposal 355, negotiation 145: 914 open.',
    metric: computed('pipeline_by_stage', 'Open pipeline by step', {
      unit: { kind: 'money' },
      timing: 'leading',
      direction: 'higher',
      parts: { open: { terms: { open_pipeline: 1 }, window: 'closing' } },
      cel: 'open',
    }),
    measures: [byStep],
  },
  {
    id: 'K032',
    key: 'pipeline_leak',
    name: 'Lost in negotiation',
    category,
    meaning: 'How many deals get lost after they came to a negotiation.',
    formula: 'Deals lost out of the negotiation, divided by the deals that came to it',
    counts:
      'The day a deal came to the negotiation, also for what came of it later; a deal that is won at once came through it.',
    tells: 'performance',
    roles: ['AE', 'manager'],
    needs: ['deals with their step and status'],
    example: '40 deals came to a negotiation and 10 were lost there: 25 %.',
    metric: {
      ...proportionOf(
        'pipeline_leak',
        'Lost in negotiation',
        'lagging',
        { negotiations_lost: 1 },
        { negotiations_reached: 1 },
      ),
      direction: 'lower',
    },
    measures: [
      came(
        'negotiations_reached',
        { one: 'deal in negotiation', many: 'deals in negotiation' },
        'negotiation',
      ),
      counter('negotiations_lost', named('of them lost there'), {
        record: 'deal',
        when: 'deal.status == "lost" && deal.step == "negotiation"',
        dates: [entered('step', 'negotiation')],
      }),
    ],
  },
  {
    id: 'K040',
    key: 'weighted_pipeline',
    name: 'Weighted pipeline',
    category,
    meaning: 'What the open deals will probably bring.',
    formula: 'Amounts of the open deals, each times its probability',
    counts,
    tells: 'growth',
    roles: ['AE', 'manager'],
    needs: ['deals with their status, amount and probability'],
    example: '2,910 at 65 %: 1,891.50.',
    metric: computed('weighted_pipeline', 'Weighted pipeline', {
      unit: { kind: 'money' },
      timing: 'leading',
      direction: 'higher',
      parts: { open: { terms: { weighted_pipeline: 1 }, window: 'closing' } },
      cel: 'open',
    }),
    measures: [weighted],
  },
];
