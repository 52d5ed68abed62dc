import { BUILT_IN_METRICS } from './built-in.js';
import type { MetricDefinition } from './built-in.js';
import type { Kpi } from './kpi.js';

/** All figures that a manager can pick from, in the order of the catalogue. */
export const KPIS: readonly Kpi[] = [
  {
    id: 'K003',
    key: 'mqls_created',
    name: 'MQLs created',
    category: 'Lead generation and qualifying',
    meaning: 'How many leads marketing found worth talking to.',
    formula: 'Number of leads that became marketing-qualified',
    counts: 'The day a lead becomes an MQL for the first time; coming back to it is no second one.',
    tells: 'growth',
    roles: ['marketing', 'SDR'],
    needs: ['leads with their status'],
    example: '62 leads became an MQL in May, and 5 did so once more: 62.',
    metric: {
      key: 'mqls_created',
      title: 'MQLs created',
      unit: { kind: 'count', one: 'MQL', many: 'MQLs' },
      direction: 'higher',
      timing: 'leading',
      formula: { kind: 'sum', terms: { mqls_created: 1 } },
    },
    measures: [
      {
        key: 'mqls_created',
        unit: 'count',
        rules: [
          {
            record: 'lead',
            credit: { kind: 'field', fields: ['owner'] },
            dates: [{ kind: 'entered', field: 'status', values: ['mql'], which: 'first' }],
            amount: { kind: 'one' },
          },
        ],
      },
    ],
  },
  {
    id: 'K057',
    key: 'closed_deals',
    name: 'Deals won',
    category: 'Closing deals',
    meaning: 'How many deals were won.',
    formula: 'Number of deals won; a shared deal counts for each by their part',
    counts: 'The day the deal was won, for its owner then.',
    tells: 'growth',
    roles: ['AE', 'AM', 'manager', 'executive'],
    needs: ['deals with their status'],
    example: '511 deals won in December; a deal shared by halves gives each 0.5.',
    metric: builtIn('deals_won'),
    measures: [],
  },
];

function builtIn(key: string): MetricDefinition {
  const metric = BUILT_IN_METRICS.find((candidate) => candidate.key === key);
  if (!metric) throw new Error(`There is no built-in metric "${key}"`);
  return metric;
}
