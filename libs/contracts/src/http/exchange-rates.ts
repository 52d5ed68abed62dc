import { z } from 'zod';
import { CalendarDay } from './row-id.js';

const Currency = z.string().regex(/^[A-Z]{3}$/, 'is no currency, e.g. EUR');
const Rate = z
  .string()
  .regex(/^\d{1,12}(\.\d{1,12})?$/, 'is no decimal number, e.g. 0.9217')
  .refine((text) => /[1-9]/.test(text), 'is 0');

/** `GET /api/v1/exchange-rates`: by currency, the latest first. */
export const ExchangeRatesReply = z.object({
  /** The organisation's own. */
  currency: z.string(),
  rates: z.array(
    z.object({
      currency: z.string(),
      from: z.string(),
      /** What one of it is worth in the organisation's own, a decimal text. */
      rate: z.string(),
    }),
  ),
});
export type ExchangeRatesReply = z.infer<typeof ExchangeRatesReply>;

/** `PATCH /api/v1/exchange-rates`: these and no others; `rate` null takes one away. */
export const ExchangeRatesChange = z.strictObject({
  rates: z
    .array(z.strictObject({ currency: Currency, from: CalendarDay, rate: Rate.nullable() }))
    .min(1)
    .max(1_000)
    .refine(
      (all) => new Set(all.map(({ currency, from }) => `${currency} ${from}`)).size === all.length,
      'name a day of a currency twice',
    ),
});
export type ExchangeRatesChange = z.infer<typeof ExchangeRatesChange>;
