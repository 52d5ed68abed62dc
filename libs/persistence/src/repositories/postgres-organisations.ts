import type {
  Actor,
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
import { noteChange } from './note-change.js';
import { hashOfKey } from './postgres-sources.js';
import { slidesInForce } from './slides-in-force.js';

/** Organisations in PostgreSQL, with what they are founded with. */
export class PostgresOrganisations implements Organisations {
  constructor(
    private readonly database: Database,
    private readonly secrets: SourceSecrets,
  ) {}

  add(organisation: NewOrganisation, by: Actor): Promise<OrganisationId> {
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
        await noteChange(transaction, id as OrganisationId, by, {
          deed: 'organisation-founded',
          subject: ['organisation', id, name],
          after: { timeZone, currency, locale },
        });
        return id as OrganisationId;
      });
  }

  addSource(organisationId: OrganisationId, source: NewSource, by: Actor): Promise<number> {
    const { kind, name } = source;
    return this.database
      .of(organisationId)
      .transaction()
      .execute(async (transaction) => {
        const id = await insertSource(transaction, organisationId, source, this.secrets);
        await noteChange(transaction, organisationId, by, {
          deed: 'source-added',
          subject: ['source', id, name],
          after: { kind },
        });
        return id;
      });
  }

  addScreen(
    organisationId: OrganisationId,
    { name, slides }: { readonly name: string; readonly slides: readonly SlideSetting[] },
    by: Actor,
  ): Promise<number> {
    return this.database
      .of(organisationId)
      .transaction()
      .execute(async (transaction) => {
        const playable = await slidesInForce(transaction, organisationId, slides);
        const { id } = await transaction
          .insertInto('screen')
          .values({ organisation_id: organisationId, name, slides: JSON.stringify(playable) })
          .returning('id')
          .executeTakeFirstOrThrow();
        await noteChange(transaction, organisationId, by, {
          deed: 'screen-added',
          subject: ['screen', id, name],
        });
        return id;
      });
  }

  async addKey(
    organisationId: OrganisationId,
    key: string,
    label: string,
    grant: Grant,
    by: Actor,
  ): Promise<void> {
    await this.database
      .of(organisationId)
      .transaction()
      .execute(async (transaction) => {
        await transaction
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
        await noteChange(transaction, organisationId, by, {
          deed: 'key-made',
          subject: openedBy(grant, label),
          after: { role: grant.role },
        });
      });
  }
}

/** A key is known by what it opens. */
function openedBy(grant: Grant, label: string) {
  switch (grant.role) {
    case 'owner':
    case 'admin':
    case 'manager':
    case 'viewer':
    case 'provisioner':
      return ['key', null, label] as const;
    case 'rep':
      return ['person', grant.personId, label] as const;
    case 'screen':
      return ['screen', grant.screenId, label] as const;
    case 'source':
      return ['source', grant.sourceId, label] as const;
  }
}
