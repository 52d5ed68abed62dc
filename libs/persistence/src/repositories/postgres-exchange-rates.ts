import type { Actor, ExchangeRates, RateChange } from '@bellwether/application';
import type { BusinessDate, ExchangeRate, OrganisationId } from '@bellwether/domain';
import { whatChanged } from '@bellwether/domain';
import type { Transaction } from 'kysely';
import type { Database } from '../open-database.js';
import type { Schema } from '../schema.js';
import { beginRescoring } from './begin-rescoring.js';
import { changeDirectory } from './change-directory.js';
import { exchangeRateFromRow } from './exchange-rate-from-row.js';
import { noteChange } from './note-change.js';

/** What other currencies are worth, in PostgreSQL. */
export class PostgresExchangeRates implements ExchangeRates {
  constructor(private readonly database: Database) {}

  async list(organisationId: OrganisationId): Promise<readonly ExchangeRate[]> {
    const rows = await this.database
      .of(organisationId)
      .selectFrom('exchange_rate')
      .select(['currency', 'from_date', 'rate'])
      .where('organisation_id', '=', organisationId)
      .orderBy('currency')
      .orderBy('from_date', 'desc')
      .execute();
    return rows.map(exchangeRateFromRow);
  }

  change(
    organisationId: OrganisationId,
    changes: readonly RateChange[],
    today: BusinessDate,
    by: Actor,
  ): Promise<boolean> {
    return changeDirectory(this.database, organisationId, async (transaction) => {
      const before: Record<string, string | null> = {};
      const after: Record<string, string | null> = {};
      for (const change of changes) {
        const name = `${change.currency} ${change.from}`;
        before[name] = await keep(transaction, organisationId, change);
        after[name] = change.rate;
      }
      const changed = whatChanged(before, after);
      if (!changed) return false;
      const { name } = await transaction
        .selectFrom('organisation')
        .select('name')
        .where('id', '=', organisationId)
        .executeTakeFirstOrThrow();
      await noteChange(transaction, organisationId, by, {
        deed: 'exchange-rates-changed',
        subject: ['organisation', organisationId, name],
        ...changed,
      });
      const days = Object.keys(changed.after).map((key) => key.slice(-today.length));
      if (days.some((day) => day <= today)) {
        await beginRescoring(transaction, organisationId, 'Exchange rates');
      }
      return true;
    });
  }
}

/** Answers what was known before. */
async function keep(
  transaction: Transaction<Schema>,
  organisationId: OrganisationId,
  { currency, from, rate }: RateChange,
): Promise<string | null> {
  const known = await transaction
    .deleteFrom('exchange_rate')
    .where('organisation_id', '=', organisationId)
    .where('currency', '=', currency)
    .where('from_date', '=', from)
    .returning('rate')
    .executeTakeFirst();
  if (rate !== null) {
    await transaction
      .insertInto('exchange_rate')
      .values({ organisation_id: organisationId, currency, from_date: from, rate })
      .execute();
  }
  return known?.rate ?? null;
}
