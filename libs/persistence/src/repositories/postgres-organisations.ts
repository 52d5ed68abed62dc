import type {
  Grant,
  NewOrganisation,
  NewSource,
  Organisations,
  SlideSetting,
} from '@bellwether/application';
import type { OrganisationId } from '@bellwether/domain';
import type { Database } from '../open-database.js';
import { insertSource } from '../source-secrets/insert-source.js';
import type { SourceSecrets } from '../source-secrets/sealed-secrets.js';
import { hashOfKey } from './postgres-sources.js';

/** Organisations in PostgreSQL, with what they are founded with. */
export class PostgresOrganisations implements Organisations {
  constructor(
    private readonly database: Database,
    private readonly secrets: SourceSecrets,
  ) {}

  add(organisation: NewOrganisation): Promise<OrganisationId> {
    const { name, timeZone, currency, locale, measures, metrics } = organisation;
    return this.database
      .across('founding')
      .transaction()
      .execute(async (transaction) => {
        const { id } = await transaction
          .insertInto('organisation')
          .values({ name, time_zone: timeZone, currency, locale })
          .returning('id')
          .executeTakeFirstOrThrow();
        const first = <Definition extends { key: string }>(definition: Definition) => ({
          organisation_id: id,
          key: definition.key,
          version: 1,
          definition: JSON.stringify(definition),
        });
        await transaction.insertInto('ledger_head').values({ organisation_id: id }).execute();
        await transaction.insertInto('measure').values(measures.map(first)).execute();
        await transaction.insertInto('metric').values(metrics.map(first)).execute();
        return id as OrganisationId;
      });
  }

  async addSource(organisationId: OrganisationId, source: NewSource): Promise<number> {
    return this.database
      .of(organisationId)
      .transaction()
      .execute((transaction) => insertSource(transaction, organisationId, source, this.secrets));
  }

  async addScreen(
    organisationId: OrganisationId,
    { name, slides }: { readonly name: string; readonly slides: readonly SlideSetting[] },
  ): Promise<number> {
    const { id } = await this.database
      .of(organisationId)
      .insertInto('screen')
      .values({ organisation_id: organisationId, name, slides: JSON.stringify(slides) })
      .returning('id')
      .executeTakeFirstOrThrow();
    return id;
  }

  async addKey(
    organisationId: OrganisationId,
    key: string,
    label: string,
    grant: Grant,
  ): Promise<void> {
    await this.database
      .of(organisationId)
      .insertInto('access_key')
      .values({
        hash: hashOfKey(key),
        organisation_id: organisationId,
        role: grant.role,
        label,
        source_id: grant.role === 'source' ? grant.sourceId : null,
        screen_id: grant.role === 'screen' ? grant.screenId : null,
        person_id: grant.role === 'rep' ? grant.personId : null,
      })
      .execute();
  }
}
