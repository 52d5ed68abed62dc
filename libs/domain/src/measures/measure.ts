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
  /** A CEL expression in whole units: pieces, seconds, or money in its main unit. */
  | { readonly kind: 'expression'; readonly cel: string };

/** How records of one type contribute to a measure. */
export interface MeasureRule {
  readonly record: RecordType;
  /** A CEL condition over the record's fields, e.g. `call.direction == "outbound"`. */
  readonly when?: string;
  readonly credit: CreditRule;
  readonly dates: readonly DateRule[];
  readonly amount: AmountRule;
}

/** An additive quantity that records contribute. */
export interface MeasureDefinition {
  readonly key: string;
  readonly unit: MeasureUnit;
  readonly rules: readonly MeasureRule[];
  /** At most one for each person, day and value of this field; records without a value all count. */
  readonly distinctBy?: string;
}

export interface Measure extends MeasureDefinition {
  readonly id: MeasureId;
  readonly version: number;
}

/** One count, in the thousandths that counts are kept in. */
export const ONE = 1_000;
