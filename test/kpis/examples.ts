import type { Example } from './example.js';
import { ACTIVITY_EXAMPLES } from './examples/activities.js';
import { CLOSING_EXAMPLES } from './examples/closing.js';
import { LEAD_EXAMPLES } from './examples/leads.js';
import { PIPELINE_EXAMPLES } from './examples/pipeline.js';
import { TRIAL_EXAMPLES } from './examples/trials.js';

/** A worked example of every KPI. */
export const EXAMPLES: readonly Example[] = [
  ...LEAD_EXAMPLES,
  ...PIPELINE_EXAMPLES,
  ...TRIAL_EXAMPLES,
  ...CLOSING_EXAMPLES,
  ...ACTIVITY_EXAMPLES,
];

/** Whom an example's records belong to: each KPI's to somebody of their own. */
export function ownerOf(example: Example): string {
  return `${example.kpi}@example.com`;
}

/** As they are sent. */
export function recordsOf(example: Example): readonly object[] {
  return example.records.map((record) => ({
    ...record,
    externalId: `${example.kpi}-${record.externalId}`,
    ...(typeof record['mergedInto'] === 'string' && {
      mergedInto: `${example.kpi}-${record['mergedInto']}`,
    }),
    owner: ownerOf(example),
  }));
}
