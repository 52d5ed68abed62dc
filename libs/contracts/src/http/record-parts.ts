import { z } from 'zod';

const EARLIEST = Date.UTC(1990, 0, 1);
const LATEST = Date.UTC(2100, 0, 1);
const inRange = (text: string): boolean => {
  const instant = Date.parse(text);
  return instant >= EARLIEST && instant < LATEST;
};

export const Moment = z.iso
  .datetime({ offset: true, error: 'is no ISO 8601 time with zone, e.g. 2026-03-30T09:15:00Z' })
  .refine(inRange, 'lies outside 1990 to 2099');

export const Day = z.iso
  .date('is no day, e.g. 2026-03-30')
  .refine(inRange, 'lies outside 1990 to 2099');

/** PostgreSQL can keep neither the NUL character nor half of a surrogate pair, so no text may carry them. */
export const text = (most: number) =>
  z
    .string()
    .min(1, 'is empty')
    .max(most, `is longer than ${most} characters`)
    .refine((value) => !value.includes('\u0000'), 'contains the NUL character')
    .refine((value) => !/\p{Surrogate}/u.test(value), 'contains half of a surrogate pair');

/** Somebody: by e-mail address, or by the id that the sending system knows them by. */
export const Somebody = z.union(
  [
    z.email('is no e-mail address').max(254),
    z.strictObject({ email: z.email('is no e-mail address').max(254) }),
    z.strictObject({ id: text(200) }),
  ],
  'is neither an e-mail address nor { "email": … } nor { "id": … }',
);

/** A decimal amount, as text or number: `"12500.50"`. */
export const Amount = z.union([
  z.string().regex(/^[+-]?\d{1,10}(\.\d{0,20})?$/, 'is no plain decimal amount, e.g. "12500.50"'),
  z
    .number()
    .refine((value) => Math.abs(value) < 1e10, 'is too large for one record')
    .refine((value) => !/e/.test(String(value)), 'is no plain decimal amount, e.g. 12500.5'),
]);

export const Currency = z.string().regex(/^[A-Z]{3}$/, 'is no ISO 4217 code in capitals, e.g. EUR');
export const Seconds = z
  .int('is no whole number of seconds')
  .min(0, 'is negative')
  .max(86_400, 'is longer than a day');
export const Level = z.enum(['c-level', 'vp', 'director', 'manager', 'staff']);
export const Count = z.number().min(0, 'is negative').max(1e9, 'is too large for one record');
export const Tags = z.array(text(60)).max(20);

/** Fields of your own, for conditions and sums: `call.custom.satisfaction`. */
const Custom = z
  .record(
    z.string().regex(/^[a-zA-Z][a-zA-Z0-9_]{0,39}$/, 'is no name of a field'),
    z.union([text(200), z.number().min(-1e12).max(1e12), z.boolean()]).nullable(),
  )
  .refine((fields) => Object.keys(fields).length <= 50, 'has more than 50 fields');

export const about = {
  /** Names this message, so that a repeat counts once. Default: the content itself. */
  id: text(200).optional(),
  /** The record in the sending system; the same id is the same thing, later. */
  externalId: text(200),
  owner: Somebody.nullable().optional(),
  createdBy: Somebody.nullable().optional(),
  contact: text(200).nullable().optional(),
  account: text(200).nullable().optional(),
  custom: Custom.optional(),
  /** The record was removed in the sending system; false brings it back. */
  deleted: z.boolean().optional(),
  /** The record went into another one of this type, by that one's externalId; null undoes it. */
  mergedInto: text(200).nullable().optional(),
};
