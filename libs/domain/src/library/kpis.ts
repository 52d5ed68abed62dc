import type { Kpi } from './kpi.js';
import { ACTIVITY_KPIS } from './kpis/activities.js';
import { BUSINESS_KPIS } from './kpis/business.js';
import { CLOSING_KPIS } from './kpis/closing.js';
import { COST_KPIS } from './kpis/costs.js';
import { CUSTOMER_KPIS } from './kpis/customers.js';
import { DEAL_BREAKDOWN_KPIS } from './kpis/deal-breakdowns.js';
import { FORECAST_KPIS } from './kpis/forecasts.js';
import { LEAD_BREAKDOWN_KPIS } from './kpis/lead-breakdowns.js';
import { LEAD_KPIS } from './kpis/leads.js';
import { OPEN_PIPELINE_KPIS } from './kpis/open-pipeline.js';
import { PIPELINE_KPIS } from './kpis/pipeline.js';
import { QUALIFYING_KPIS } from './kpis/qualifying.js';
import { RETENTION_KPIS } from './kpis/retention.js';
import { CUSTOMER_VALUE_KPIS } from './kpis/customer-value.js';
import { TOGETHER_KPIS } from './kpis/together.js';
import { QUOTA_KPIS } from './kpis/quotas.js';
import { RECURRING_KPIS } from './kpis/recurring.js';
import { TRIAL_KPIS } from './kpis/trials.js';

/** All figures that a manager can pick from, in the order of the catalogue. */
export const KPIS: readonly Kpi[] = [
  ...LEAD_KPIS,
  ...LEAD_BREAKDOWN_KPIS,
  ...QUALIFYING_KPIS,
  ...PIPELINE_KPIS,
  ...OPEN_PIPELINE_KPIS,
  ...FORECAST_KPIS,
  ...TRIAL_KPIS,
  ...CLOSING_KPIS,
  ...DEAL_BREAKDOWN_KPIS,
  ...COST_KPIS,
  ...BUSINESS_KPIS,
  ...QUOTA_KPIS,
  ...RECURRING_KPIS,
  ...CUSTOMER_KPIS,
  ...ACTIVITY_KPIS,
  ...RETENTION_KPIS,
  ...CUSTOMER_VALUE_KPIS,
  ...TOGETHER_KPIS,
].toSorted((a, b) => (a.id < b.id ? -1 : 1));
