import type { Actor, DefinitionChange, Definitions, InForce, Left } from '@bellwether/application';
import type { OrganisationId } from '@bellwether/domain';
import { sql } from 'kysely';
import type { Database } from '../open-database.js';
import { beginRescoring } from './begin-rescoring.js';
import { inForceForChange } from './in-force-for-change.js';
import type { DefinitionScope } from './insert-next-definition.js';
import { insertNextDefinition } from './insert-next-definition.js';
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
        const decision = decide(await inForceForChange(transaction, organisationId));
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

async function add(
  scope: DefinitionScope,
  { metric, measures }: DefinitionChange & { readonly kind: 'add' },
): Promise<void> {
  const { transaction, organisationId, by } = scope;
  for (const measure of measures) await insertNextDefinition(scope, 'measure', measure);
  await insertNextDefinition(scope, 'metric', metric);
  await noteChange(transaction, organisationId, by, {
    deed: 'metric-added',
    subject: ['metric', metric.key, metric.title],
  });
  if (measures.length > 0) await beginRescoring(transaction, organisationId, metric.title);
}

async function remove(
  { transaction, organisationId, by }: DefinitionScope,
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
