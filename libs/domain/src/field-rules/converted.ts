import type { FieldValue } from '../records/record-fields.js';

/** A reason continues a sentence that begins with the value. */
export type Converted =
  | { readonly ok: true; readonly value: FieldValue }
  | { readonly ok: false; readonly reason: string };

export function known(value: FieldValue): Converted {
  return { ok: true, value };
}

export function unknown(reason: string): Converted {
  return { ok: false, reason };
}

/** Of JSON's plain values. */
export function textOf(value: unknown): string {
  return typeof value === 'string' ? value.trim() : (JSON.stringify(value) ?? '');
}
