import type { MeasureDefinition } from '../measures/measure.js';
import type { MetricDefinition } from './built-in.js';

/** What a figure is about, in the order in which a library shows it. */
export const KPI_CATEGORIES = [
  'Lead generation and qualifying',
  'Pipeline',
  'Trials and evaluations',
  'Closing deals',
  'Quota, new and existing business',
  'Recurring revenue and retention',
  'Customer economics',
  'Activities and daily discipline',
  'Account management',
] as const;
export type KpiCategory = (typeof KPI_CATEGORIES)[number];

/** Whom a figure suits. */
export type KpiRole =
  'SDR' | 'ISR' | 'AE' | 'AM' | 'SE' | 'marketing' | 'manager' | 'executive' | 'operations';

/** A figure of sales that ships with the product, and how it is counted here. */
export interface Kpi {
  /** Number in the catalogue, e.g. `K057`. */
  readonly id: string;
  readonly key: string;
  readonly name: string;
  readonly category: KpiCategory;
  /** What it tells, in a sentence for whoever has never heard of it. */
  readonly meaning: string;
  /** What is divided by what, in words. */
  readonly formula: string;
  /** Which day a record counts on, and what does not count. */
  readonly counts: string;
  /** Volume, efficiency and speed, or what it costs. */
  readonly tells: 'growth' | 'performance' | 'cost';
  readonly roles: readonly KpiRole[];
  /** What has to be sent for it to have a value, e.g. `deals with an amount`. */
  readonly needs: readonly string[];
  /** A worked example in words and numbers. */
  readonly example: string;
  /** What people see; its key may be that of a metric which every organisation has. */
  readonly metric: MetricDefinition;
  /** What the metric is made of, besides the measures which every organisation has. */
  readonly measures: readonly MeasureDefinition[];
}
