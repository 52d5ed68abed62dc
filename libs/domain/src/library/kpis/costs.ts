import type { MeasureDefinition } from '../../measures/measure.js';
import type { MetricDefinition, Terms } from '../built-in.js';
import { averageOf, on, owner, seldom } from '../definition-parts.js';
import type { Kpi } from '../kpi.js';
import { leadsByChannel } from './lead-breakdowns.js';
import { money, named } from './of-won.js';
import { trialsBegun } from './trials.js';

/** What was spent, evenly over the weekdays for which it was. */
export function spent(key: string, words: string, when: string): MeasureDefinition {
  return {
    key,
    unit: 'money',
    words: named(words),
    rules: [
      {
        record: 'cost',
        when,
        credit: owner,
        dates: on('from'),
        spreadUntil: on('until'),
        amount: money('amount'),
      },
    ],
  };
}

const contacting = spent('contacting_cost', 'spent on contacting', 'cost.step == "contacting"');
const qualifying = spent(
  'qualifying_cost',
  'spent on marketing and qualifying',
  '(has(cost.kind) && cost.kind == "marketing") || (has(cost.step) && cost.step == "qualifying")',
);
const byChannel: MeasureDefinition = {
  ...spent('channel_cost', 'spent on channels', 'has(cost.channel)'),
  by: { field: 'channel' },
};

function costOf(key: string, title: string, total: Terms, count: Terms): MetricDefinition {
  const unit = { kind: 'money' } as const;
  const average = { unit, timing: 'lagging', direction: 'lower', total, count } as const;
  return seldom(averageOf(key, title, average));
}

const counts =
  'Both in the same period; a cost evenly over the Mondays to Fridays of the days for which it was.';

/** What it costs to get somewhere. */
export const COST_KPIS: readonly Kpi[] = [
  {
    id: 'K012',
    key: 'sales_lead_acquisition_cost',
    name: 'Cost of a lead',
    category: 'Lead generation and qualifying',
    meaning: 'What it costs to find one lead.',
    formula: 'Cost of contacting, divided by the leads created',
    counts,
    tells: 'cost',
    roles: ['marketing', 'manager', 'executive'],
    needs: ['costs with the step contacting', 'leads'],
    example: '9,600 spent and 48 leads: 200.',
    metric: costOf(
      'sales_lead_acquisition_cost',
      'Cost of a lead',
      { contacting_cost: 1 },
      { leads_created: 1 },
    ),
    measures: [contacting],
  },
  {
    id: 'K018',
    key: 'sql_acquisition_cost',
    name: 'Cost of an SQL',
    category: 'Lead generation and qualifying',
    meaning: 'What it costs to find one lead that is worth selling to.',
    formula: 'Cost of marketing and of qualifying, divided by the leads that became an SQL',
    counts,
    tells: 'cost',
    roles: ['marketing', 'manager'],
    needs: ['costs of the kind marketing or with the step qualifying', 'leads with their status'],
    example: '15,000 spent and 60 SQLs: 250.',
    metric: costOf(
      'sql_acquisition_cost',
      'Cost of an SQL',
      { qualifying_cost: 1 },
      { leads_qualified: 1 },
    ),
    measures: [qualifying],
  },
  {
    id: 'K027',
    key: 'cost_per_lead_by_channel',
    name: 'Cost per lead by channel',
    category: 'Lead generation and qualifying',
    meaning: 'Where money for marketing is well spent.',
    formula: 'Cost of each channel, divided by the leads that came through it first',
    counts: `${counts} All channels together have the leads of no known channel in them.`,
    tells: 'cost',
    roles: ['marketing', 'executive'],
    needs: ['costs with their channel', 'leads with their channel'],
    example: 'Paid search 6,000 for 40 leads, trade fairs 2,000 for 10: 150 and 200, together 160.',
    metric: costOf(
      'cost_per_lead_by_channel',
      'Cost per lead by channel',
      { channel_cost: 1 },
      { leads_by_channel: 1 },
    ),
    measures: [byChannel, leadsByChannel],
  },
  {
    id: 'K049',
    key: 'poc_acquisition_cost',
    name: 'Cost of getting to a trial',
    category: 'Trials and evaluations',
    meaning: 'What it costs to have one customer begin a trial.',
    formula:
      'Cost of marketing and of qualifying, what pre-sales do until the start among it, divided by the trials begun',
    counts,
    tells: 'cost',
    roles: ['SE', 'manager'],
    needs: ['costs of the kind marketing or with the step qualifying', 'trials with their start'],
    example: '24,000 spent and 12 trials begun: 2,000.',
    metric: costOf(
      'poc_acquisition_cost',
      'Cost of getting to a trial',
      { qualifying_cost: 1 },
      { trials_begun: 1 },
    ),
    measures: [qualifying, trialsBegun],
  },
];
