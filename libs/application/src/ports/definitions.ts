import type {
  Measure,
  MeasureDefinition,
  MeasureId,
  Metric,
  MetricDefinition,
  OrganisationId,
} from '@bellwether/domain';
import type { Actor } from './audit.js';
import type { SlideSetting } from './organisations.js';

/** What an organisation counts and shows. */
export interface InForce {
  readonly measures: readonly Measure[];
  readonly metrics: readonly Metric[];
  readonly screens: readonly {
    readonly name: string;
    readonly slides: readonly SlideSetting[];
  }[];
  /** Metrics of one's own and scorecards, and the metrics that each names. */
  readonly users: readonly { readonly name: string; readonly metrics: readonly string[] }[];
}

/** A metric that is in force from now on, or no longer, with measures that are or are not any more. */
export type DefinitionChange =
  | {
      readonly kind: 'add';
      readonly metric: MetricDefinition;
      readonly measures: readonly MeasureDefinition[];
    }
  | { readonly kind: 'remove'; readonly metric: Metric; readonly measures: readonly MeasureId[] };

/** Nothing is changed, because of that. */
export interface Left<Reason> {
  readonly kind: 'leave';
  readonly because: Reason;
}

/** What an organisation's measures and metrics are. Every change makes a new version of the directory. */
export interface Definitions {
  /**
   * Makes the change that is decided on by what is in force; nobody else changes that meanwhile. Where
   * measures are added, all of history begins to be counted anew in the same transaction.
   */
  change<Reason>(
    organisationId: OrganisationId,
    decide: (inForce: InForce) => DefinitionChange | Left<Reason>,
    by: Actor,
  ): Promise<'changed' | Reason>;
}
