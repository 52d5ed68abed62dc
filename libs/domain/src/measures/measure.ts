import type { GatheredFigureName } from '../gathered/figures.js';
import type { MeasureId } from '../ids.js';
import type { RecordType } from '../records/record-fields.js';

/** Counts are thousandths, so that a shared deal can be a half; money is minor units; durations are seconds. */
export type MeasureUnit = 'count' | 'money' | 'duration';

/** Which day a record counts on. The first rule that knows a day decides. */
export type DateRule =
  | { readonly kind: 'field'; readonly field: string }
  | {
      readonly kind: 'entered';
      readonly field: string;
      readonly values: readonly string[];
      readonly which: 'first' | 'last';
    }
  /** When the field ceased, for the last time so far, to have one of the values. */
  | { readonly kind: 'left'; readonly field: string; readonly values: readonly string[] }
  /** The earliest moment that anything is known of. */
  | { readonly kind: 'first-heard' };

/** Who gets it. `split` is the deal's own split where it has one, else its owner. */
export type CreditRule =
  { readonly kind: 'field'; readonly fields: readonly string[] } | { readonly kind: 'split' };

/** How much. */
export type AmountRule =
  | { readonly kind: 'one' }
  | { readonly kind: 'field'; readonly field: string }
  /** The first value ever known, e.g. a deal's amount when it was created. */
  | { readonly kind: 'first'; readonly field: string }
  /** For how long it was between the moments of the rule's `span`. */
  | { readonly kind: 'span' }
  /** For how long the field had one of the values, all stretches together. */
  | { readonly kind: 'stayed'; readonly field: string; readonly values: readonly string[] }
  /** The amounts of a deal's lines, each under its product. */
  | { readonly kind: 'lines' }
  /** A CEL expression in whole units: pieces, seconds, or money in its main unit. */
  | { readonly kind: 'expression'; readonly cel: string };

/** From one moment to another; the first rule that knows a moment decides. Days begin at midnight. */
export interface Span {
  readonly from: readonly DateRule[];
  readonly to: readonly DateRule[];
}

/** What a record must have come to, whatever it is by now. */
export interface Reached {
  readonly field: string;
  readonly values: readonly string[];
  /** At most so many days of 24 hours after the moment on which it counts. */
  readonly withinDays?: number;
}

/** How records of one type contribute to a measure. */
export interface MeasureRule {
  readonly record: RecordType;
  /** A CEL condition over the record's fields, e.g. `call.direction == "outbound"`. */
  readonly when?: string;
  /** One of these. Skipping a step counts as passing it: name all values from that step on. */
  readonly reached?: readonly Reached[];
  /** Only records of which both moments are known count; one that ends before it begins is a problem. */
  readonly span?: Span;
  readonly credit: CreditRule;
  readonly dates: readonly DateRule[];
  readonly amount: AmountRule;
  /**
   * A balance: from the day of `dates` on it counts what it is at the time, for whoever has it then,
   * as long as `when` holds; until this day at the latest. What it adds up to on a day is what there
   * was when that day ended.
   */
  readonly lasts?: Lasts;
  /** Spread evenly over the Mondays to Fridays until this day; on the first day alone if none is known. */
  readonly spreadUntil?: readonly DateRule[];
}

export interface Lasts {
  readonly until: readonly DateRule[];
  /** `until` is of no account unless this CEL condition holds now, e.g. that a deal is closed. */
  readonly once?: string;
}

/** An additive quantity that records contribute. */
export interface MeasureDefinition {
  readonly key: string;
  readonly unit: MeasureUnit;
  /** What it counts, where no metric of the same key says so: `lead worked`, `leads worked`. */
  readonly words?: { readonly one: string; readonly many: string };
  readonly rules: readonly MeasureRule[];
  /**
   * At most one for each person, day and value of this field, or of the first of these fields that
   * the record has; records without a value all count.
   */
  readonly distinctBy?: string | readonly string[];
  /**
   * At most so many records for each person and day, or for each value of `distinctBy` besides: the
   * earliest count. Without it, one for each value of `distinctBy`, and any number where there is none.
   */
  readonly atMost?: number;
  /** What its sums can be broken down by. */
  readonly by?: Facet;
  /** What it counts of records that belong together, besides what its rules say of single ones. */
  readonly gathers?: GatheredFigureName;
}

/** A field whose value a quantity is kept under, besides being added up. */
export interface Facet {
  readonly field: string;
  /** The first value that was ever known, whatever it is by now. */
  readonly first?: boolean;
  /** What values go by: `{ "up-sell": "existing" }`; others go by themselves. */
  readonly as?: Readonly<Record<string, string>>;
}

export interface Measure extends MeasureDefinition {
  readonly id: MeasureId;
  readonly version: number;
}

/** One count, in the thousandths that counts are kept in. */
export const ONE = 1_000;
