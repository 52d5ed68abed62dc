import type { RecordType } from '../records/record-fields.js';

/** How a value in a payload becomes the value of a field. */
export type Conversion =
  | { readonly as: 'text' | 'list' | 'number' | 'yes-no' | 'date' | 'time' | 'person' }
  /** `minor`: in cents, or whatever the currency's smallest part is. */
  | { readonly as: 'money'; readonly unit: 'major' | 'minor' }
  | { readonly as: 'duration'; readonly unit: 'milliseconds' | 'seconds' | 'minutes' | 'hours' }
  | {
      readonly as: 'table';
      readonly rows: readonly { readonly from: string; readonly to: string }[];
      /** What a value means that stands in no row; null: it cannot be told. */
      readonly otherwise: string | null;
    };

/** A manager's word that a field of a record is taken from this place in what a source sends. */
export interface FieldRule {
  readonly record: RecordType;
  /** Of `RECORD_FIELDS`, `custom.…`, or of what a record is known by: `$id`. */
  readonly field: string;
  /** A path: `data.custom_fields.3d0f.value`. */
  readonly from: string;
  readonly read: Conversion;
}
