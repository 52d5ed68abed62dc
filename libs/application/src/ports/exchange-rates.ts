import type { BusinessDate, ExchangeRate, OrganisationId } from '@bellwether/domain';
import type { Actor } from './audit.js';

/** A rate that is to be known from a day on; null takes it away. */
export interface RateChange extends Pick<ExchangeRate, 'currency' | 'from'> {
  readonly rate: string | null;
}

/** Keeps what other currencies are worth in an organisation's own. */
export interface ExchangeRates {
  /** By currency, the latest first. */
  list(organisationId: OrganisationId): Promise<readonly ExchangeRate[]>;
  /**
   * Changes these and no others. Whatever has been counted by rates that are not true any more is
   * counted anew: also today's, which is why it is to be known which day it is. Answers whether
   * anything changed.
   */
  change(
    organisationId: OrganisationId,
    changes: readonly RateChange[],
    today: BusinessDate,
    by: Actor,
  ): Promise<boolean>;
}
