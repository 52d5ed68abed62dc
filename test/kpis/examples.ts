import type { Example } from './example.js';
import { ACTIVITY_EXAMPLES } from './examples/activities.js';
import { BREAKDOWN_EXAMPLES } from './examples/breakdowns.js';
import { CLOSING_EXAMPLES } from './examples/closing.js';
import { COST_EXAMPLES } from './examples/costs.js';
import { CUSTOMER_EXAMPLES } from './examples/customers.js';
import { FORECAST_EXAMPLES } from './examples/forecasts.js';
import { LEAD_EXAMPLES } from './examples/leads.js';
import { PIPELINE_EXAMPLES } from './examples/pipeline.js';
import { QUALIFYING_EXAMPLES } from './examples/qualifying.js';
import { QUOTA_EXAMPLES } from './examples/quotas.js';
import { RETENTION_EXAMPLES } from './examples/retention.js';
import { TOGETHER_EXAMPLES } from './examples/together.js';
import { TRIAL_EXAMPLES } from './examples/trials.js';

/** A worked example of every KPI. */
export const EXAMPLES: readonly Example[] = [
  ...LEAD_EXAMPLES,
  ...PIPELINE_EXAMPLES,
  ...TRIAL_EXAMPLES,
  ...CLOSING_EXAMPLES,
  ...ACTIVITY_EXAMPLES,
  ...BREAKDOWN_EXAMPLES,
  ...COST_EXAMPLES,
  ...CUSTOMER_EXAMPLES,
  ...FORECAST_EXAMPLES,
  ...QUALIFYING_EXAMPLES,
  ...QUOTA_EXAMPLES,
  ...RETENTION_EXAMPLES,
  ...TOGETHER_EXAMPLES,
];

/** The name of whom an example's record belongs to: each KPI has somebody of their own. */
function nameOf({ kpi }: Pick<Example, 'kpi'>, by?: string): string {
  return by === undefined ? kpi : `${kpi}.${by}`;
}

/** Everybody to whom an example's records belong. */
export function namesOf(example: Pick<Example, 'kpi' | 'records'>): readonly string[] {
  return [...new Set([nameOf(example), ...example.records.map(({ by }) => nameOf(example, by))])];
}

/** As they are sent. */
export function recordsOf(example: Pick<Example, 'kpi' | 'records'>): readonly object[] {
  return example.records.map(({ by, ...record }) => ({
    ...record,
    externalId: `${example.kpi}-${record.externalId}`,
    ...(typeof record['mergedInto'] === 'string' && {
      mergedInto: `${example.kpi}-${record['mergedInto']}`,
    }),
    owner: `${nameOf(example, by)}@example.com`,
  }));
}
