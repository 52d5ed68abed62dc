import type { Least } from '../metrics/least.js';
import type { RecordType } from '../records/record-fields.js';

/** How a field is compared. Of dates `at-least` is "on or after". */
export type Operator =
  | 'is'
  | 'is-not'
  | 'one-of'
  | 'none-of'
  | 'contains'
  | 'contains-not'
  | 'at-least'
  | 'at-most'
  | 'more-than'
  | 'less-than'
  | 'yes'
  | 'no'
  | 'known'
  | 'unknown';

/** One line of a condition. What is not known is not what is asked for, and not what is asked not to be. */
export interface FieldTest {
  /** `outcome`, or one of one's own: `custom.satisfaction`. */
  readonly field: string;
  readonly operator: Operator;
  /** Null where the operator says all. */
  readonly value: string | number | readonly string[] | null;
}

/** Lines to fulfil, none for every record; or what an expert writes. */
export type Condition =
  | { readonly kind: 'form'; readonly match: 'all' | 'any'; readonly tests: readonly FieldTest[] }
  | { readonly kind: 'cel'; readonly cel: string };

/** What is made of the records that fulfil the condition. */
export type Figure =
  | { readonly kind: 'count' }
  | { readonly kind: 'sum'; readonly field: string }
  | { readonly kind: 'average'; readonly field: string }
  /** How many values a field has, each once for each person and day. */
  | { readonly kind: 'distinct'; readonly field: string }
  /** Of them, the share that fulfils this as well. */
  | { readonly kind: 'share'; readonly part: Condition };

/** Who gets it: whoever a field names, or the people of a deal's split. */
export type DraftCredit =
  { readonly kind: 'field'; readonly field: string } | { readonly kind: 'split' };

/** The day that counts; a record that does not know it does not count. */
export type DraftDay =
  | { readonly kind: 'field'; readonly field: string }
  /** When a field came to have one of the values, for the first time or for as long as it has it. */
  | {
      readonly kind: 'became';
      readonly field: string;
      readonly values: readonly string[];
      readonly which: 'first' | 'last';
    }
  /** When it was first heard of. */
  | { readonly kind: 'heard' };

/** A figure out of records. */
export interface FromRecords {
  readonly kind: 'records';
  readonly record: RecordType;
  readonly figure: Figure;
  readonly when: Condition;
  readonly credit: DraftCredit;
  readonly day: DraftDay;
  /** Of those with the same value only the first of a person's day counts, e.g. `contact`. */
  readonly oncePer: string | null;
  /** Of a count or a sum: at most so many of a person's day, or of each value of `oncePer` and day. */
  readonly atMost?: number | undefined;
  /** Of an average or a share: of how many it has to be; the usual where nothing is said. */
  readonly least?: Least | undefined;
}

/** Other metrics, each times a whole number, added up. */
export interface FromMetrics {
  readonly kind: 'points';
  readonly terms: readonly { readonly metric: string; readonly weight: number }[];
}

/** A CEL expression over other metrics by their keys: `calls / meetings_held`. */
export interface FromFormula {
  readonly kind: 'formula';
  readonly cel: string;
  readonly shownAs: 'number' | 'percent' | 'money' | 'time';
}

/** A metric as somebody words it, before it is checked. */
export interface OwnMetricDraft {
  readonly title: string;
  readonly from: FromRecords | FromMetrics | FromFormula;
  /** What one and many of it are called; null for the record's own words. */
  readonly words: { readonly one: string; readonly many: string } | null;
  readonly direction: 'higher' | 'lower';
  readonly timing: 'leading' | 'lagging';
}

/** What keeps a draft from being used: where in it, and why. */
export interface DraftProblem {
  /** Of the draft, e.g. `/from/when/tests/0/field`. */
  readonly path: string;
  readonly reason: string;
  /** Where in a CEL text, from its first character on. */
  readonly at?: { readonly from: number; readonly to: number };
}
