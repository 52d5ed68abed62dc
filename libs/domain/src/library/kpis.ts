import type { Kpi } from './kpi.js';
import { ACTIVITY_KPIS } from './kpis/activities.js';
import { BUSINESS_KPIS } from './kpis/business.js';
import { CLOSING_KPIS } from './kpis/closing.js';
import { LEAD_KPIS } from './kpis/leads.js';
import { PIPELINE_KPIS } from './kpis/pipeline.js';
import { TRIAL_KPIS } from './kpis/trials.js';

/** All figures that a manager can pick from, in the order of the catalogue. */
export const KPIS: readonly Kpi[] = [
  ...LEAD_KPIS,
  ...PIPELINE_KPIS,
  ...TRIAL_KPIS,
  ...CLOSING_KPIS,
  ...BUSINESS_KPIS,
  ...ACTIVITY_KPIS,
].toSorted((a, b) => (a.id < b.id ? -1 : 1));
