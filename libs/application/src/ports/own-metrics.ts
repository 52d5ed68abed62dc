import type {
  Instant,
  MeasureDefinition,
  MeasureId,
  Metric,
  MetricDefinition,
  OrganisationId,
  OwnMetricDraft,
} from '@bellwether/domain';
import type { Actor } from './audit.js';
import type { InForce, Left } from './definitions.js';

/** A metric of one's own that is in force, as it was worded. */
export interface OwnMetric {
  readonly key: string;
  readonly version: number;
  readonly draft: OwnMetricDraft;
  readonly changedAt: Instant;
}

/** What there is to get along with when one is changed. */
export interface OwnMetricsInForce extends InForce {
  readonly drafts: ReadonlyMap<string, OwnMetricDraft>;
  /** What any metric is or was ever called. */
  readonly everUsed: ReadonlySet<string>;
}

/** A metric with the draft that it comes from. */
export interface WordedMetric {
  readonly metric: MetricDefinition;
  readonly draft: OwnMetricDraft;
}

export type OwnMetricChange =
  | {
      readonly kind: 'define';
      /** The one that was worded first, then those that are made of it. */
      readonly metrics: readonly [WordedMetric, ...WordedMetric[]];
      /** Those that are new or other than before. */
      readonly measures: readonly MeasureDefinition[];
      /** Those that they take the place of, and those that nothing is made of any more. */
      readonly replaced: readonly MeasureId[];
    }
  | { readonly kind: 'remove'; readonly metric: Metric; readonly measures: readonly MeasureId[] };

/** Keeps the metrics that managers word themselves, each version of each. */
export interface OwnMetrics {
  list(organisationId: OrganisationId): Promise<readonly OwnMetric[]>;
  /**
   * Makes the change that is decided on by what is in force; nobody else changes that meanwhile. Where
   * measures differ, all of history begins to be counted anew in the same transaction.
   */
  change<Reason>(
    organisationId: OrganisationId,
    decide: (inForce: OwnMetricsInForce) => OwnMetricChange | Left<Reason>,
    by: Actor,
  ): Promise<'changed' | Reason>;
}
