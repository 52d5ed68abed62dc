import type {
  BusinessDate,
  FieldFacts,
  FieldValue,
  Instant,
  MetricUnit,
  PersonId,
  RecordType,
  WhyNot,
} from '@bellwether/domain';
import type { CheckedDraft } from './check-own-metric.js';

/** What a draft would make of one record. */
export interface TriedRecord {
  readonly type: RecordType;
  readonly externalId: string;
  /** Its name, if it has one. */
  readonly name: string | null;
  /** Who it is, or would be, credited to; null where nobody is known. */
  readonly personId: PersonId | null;
  /** The day that counts, or else when it was last told of. */
  readonly at: Instant;
  /** The field that decides or is added up, and what it says; null where none is. */
  readonly shown: { readonly field: string; readonly value: FieldValue } | null;
  /** Null when it counts. */
  readonly whyNot: WhyNot | null;
  /** Of a share: whether it is part of it. */
  readonly isPart: boolean;
}

/** Scores of the draft and of the version in force; null where there is none. */
export interface Compared {
  readonly draft: number | null;
  readonly before: number | null;
}

export interface TriedWeek extends Compared {
  readonly startsOn: BusinessDate;
}

/** Somebody whose place this month would be another. */
export interface ChangedPlace {
  readonly personId: PersonId;
  readonly draft: Place | null;
  readonly before: Place | null;
}

export interface Place {
  readonly rank: number;
  readonly score: number;
}

/** What a draft would come to, worked out on what came in before. */
export interface MetricTrial extends CheckedDraft {
  /** Records that were looked at. */
  readonly looked: number;
  /** There were no more of them. */
  readonly isAll: boolean;
  readonly fields: readonly FieldFacts[];
  /** How many of these records do not fulfil a line of the form, by its place. */
  readonly fallsOut: { readonly looked: number; readonly tests: ReadonlyMap<number, number> };
  /** Why it cannot be tried although nothing is wrong with it; null when it can. */
  readonly untried: string | null;
  /** Null while something is wrong with the draft, or it cannot be tried. */
  readonly outcome: Outcome | null;
  /** How many records are counted anew, and how long that takes. */
  readonly estimate: { readonly records: number; readonly seconds: number };
}

export interface Outcome {
  readonly unit: MetricUnit;
  /** One thing divided by another: of nothing there is no value. */
  readonly isQuotient: boolean;
  readonly newest: readonly TriedRecord[];
  /** Twelve, the running one last. */
  readonly weeks: readonly TriedWeek[];
  readonly total: Compared;
  /** The version that is in force; null for a metric that is new. */
  readonly beforeVersion: number | null;
  readonly beforeUnit: MetricUnit | null;
  /** Who has a place this month, by either. */
  readonly people: number;
  readonly changed: number;
  /** The largest changes. */
  readonly places: readonly ChangedPlace[];
}
