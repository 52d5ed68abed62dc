import type {
  Actor,
  DefinitionChange,
  Definitions,
  InForce,
  Left,
  SlideSetting,
} from '@bellwether/application';
import type { OrganisationId } from '@bellwether/domain';
import type { Transaction } from 'kysely';
import { sql } from 'kysely';
import type { Database } from '../open-database.js';
import type { Schema } from '../schema.js';
import { beginRescoring } from './begin-rescoring.js';
import { definitionsInForce } from './definitions-in-force.js';
import { noteChange } from './note-change.js';

/** What organisations count and show, in PostgreSQL. */
export class PostgresDefinitions implements Definitions {
  constructor(private readonly database: Database) {}

  change<Reason>(
    organisationId: OrganisationId,
    decide: (inForce: InForce) => DefinitionChange | Left<Reason>,
    by: Actor,
  ): Promise<'changed' | Reason> {
    return this.database
      .of(organisationId)
      .transaction()
      .execute(async (transaction) => {
        const scope = { transaction, organisationId, by };
        // One after the other, as all that change the directory do.
        await transaction
          .selectFrom('organisation')
          .select('id')
          .where('id', '=', organisationId)
          .forNoKeyUpdate()
          .execute();
        const decision = decide(await inForce(scope));
        if (decision.kind === 'leave') return decision.because;
        await transaction
          .updateTable('organisation')
          .set({ directory_version: sql`directory_version + 1` })
          .where('id', '=', organisationId)
          .execute();
        if (decision.kind === 'add') await add(scope, decision);
        else await remove(scope, decision);
        return 'changed';
      });
  }
}

interface Scope {
  readonly transaction: Transaction<Schema>;
  readonly organisationId: OrganisationId;
  readonly by: Actor;
}

async function inForce({ transaction, organisationId }: Scope): Promise<InForce> {
  const definitions = await definitionsInForce(transaction, organisationId);
  const screens = await transaction
    .selectFrom('screen')
    .select(['name', 'slides'])
    .where('organisation_id', '=', organisationId)
    .orderBy('id')
    .execute();
  return {
    ...definitions,
    screens: screens.map(({ name, slides }) => ({
      name,
      slides: slides as readonly SlideSetting[],
    })),
  };
}

async function add(
  scope: Scope,
  { metric, measures }: DefinitionChange & { readonly kind: 'add' },
): Promise<void> {
  const { transaction, organisationId, by } = scope;
  for (const measure of measures) await insertNext(scope, 'measure', measure);
  await insertNext(scope, 'metric', metric);
  await noteChange(transaction, organisationId, by, {
    deed: 'metric-added',
    subject: ['metric', metric.key, metric.title],
  });
  if (measures.length > 0) await beginRescoring(transaction, organisationId, metric.title);
}

/** Versions go on where those before ended. */
async function insertNext(
  { transaction, organisationId }: Scope,
  table: 'measure' | 'metric',
  definition: { readonly key: string },
): Promise<void> {
  const { last } = await transaction
    .selectFrom(table)
    .select(({ fn }) => fn.max<number | null>('version').as('last'))
    .where('organisation_id', '=', organisationId)
    .where('key', '=', definition.key)
    .executeTakeFirstOrThrow();
  await transaction
    .insertInto(table)
    .values({
      organisation_id: organisationId,
      key: definition.key,
      version: (last ?? 0) + 1,
      definition: JSON.stringify(definition),
    })
    .execute();
}

async function remove(
  { transaction, organisationId, by }: Scope,
  { metric, measures }: DefinitionChange & { readonly kind: 'remove' },
): Promise<void> {
  await transaction
    .updateTable('metric')
    .set({ replaced_at: sql<string>`now()` })
    .where('organisation_id', '=', organisationId)
    .where('key', '=', metric.key)
    .where('version', '=', metric.version)
    .execute();
  if (measures.length > 0) {
    await transaction
      .updateTable('measure')
      .set({ replaced_at: sql<string>`now()` })
      .where('organisation_id', '=', organisationId)
      .where('id', 'in', [...measures])
      .execute();
  }
  await noteChange(transaction, organisationId, by, {
    deed: 'metric-removed',
    subject: ['metric', metric.key, metric.title],
  });
}
