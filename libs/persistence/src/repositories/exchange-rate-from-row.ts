import type { BusinessDate, ExchangeRate } from '@bellwether/domain';

export interface ExchangeRateRow {
  readonly currency: string;
  readonly from_date: string;
  readonly rate: string;
}

export function exchangeRateFromRow({ currency, from_date, rate }: ExchangeRateRow): ExchangeRate {
  return { currency, from: from_date as BusinessDate, rate };
}
