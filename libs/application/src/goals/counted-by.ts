import type { GoalKind, MeasureId } from '@bellwether/domain';
import { DEALS_WON, REVENUE_WON } from '@bellwether/domain';
import type { Directory } from '../ports/directories.js';

/** How the library counts what a goal is for: its measures, under which value of their facet, and of which KPI. */
export interface CountedBy {
  readonly won: string;
  readonly quota: string;
  readonly facet: string | null;
  /** Puts both into force. */
  readonly kpi: string;
}

export function countedBy({ measure, product }: GoalKind, of: 'people' | 'teams'): CountedBy {
  switch (measure) {
    case 'money':
      return of === 'people'
        ? { won: REVENUE_WON, quota: 'quota', facet: null, kpi: 'quota_attainment_month' }
        : { won: REVENUE_WON, quota: 'team_quota', facet: null, kpi: 'team_quota_attainment' };
    case 'deals':
      return { won: DEALS_WON, quota: 'quota_of_deals', facet: null, kpi: 'reverse_funnel' };
    case 'new':
    case 'existing':
      return {
        won: 'revenue_by_business',
        quota: 'business_quota',
        facet: measure,
        kpi: 'new_vs_existing_attainment',
      };
    case 'product':
      return {
        won: 'revenue_by_product',
        quota: 'product_quota',
        facet: product,
        kpi: 'quota_attainment_product',
      };
  }
}

/** The measure in force by that key; undefined while nothing counts it. */
export function measureInForce({ measures }: Directory, key: string): MeasureId | undefined {
  return measures.find((measure) => measure.key === key)?.id;
}
