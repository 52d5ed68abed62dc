import type {
  Actor,
  Left,
  OwnMetric,
  OwnMetricChange,
  OwnMetrics,
  OwnMetricsInForce,
} from '@bellwether/application';
import type { MeasureId, OrganisationId, OwnMetricDraft } from '@bellwether/domain';
import { whatChanged } from '@bellwether/domain';
import type { Transaction } from 'kysely';
import { sql } from 'kysely';
import type { Database } from '../open-database.js';
import type { Schema } from '../schema.js';
import { beginRescoring } from './begin-rescoring.js';
import { inForceForChange } from './in-force-for-change.js';
import type { DefinitionScope } from './insert-next-definition.js';
import { insertNextDefinition } from './insert-next-definition.js';
import { noteChange } from './note-change.js';

/** The metrics that managers word themselves, in PostgreSQL. */
export class PostgresOwnMetrics implements OwnMetrics {
  constructor(private readonly database: Database) {}

  async list(organisationId: OrganisationId): Promise<readonly OwnMetric[]> {
    const rows = await this.database
      .of(organisationId)
      .selectFrom('own_metric')
      .innerJoin('metric', (join) =>
        join
          .onRef('metric.organisation_id', '=', 'own_metric.organisation_id')
          .onRef('metric.key', '=', 'own_metric.key')
          .onRef('metric.version', '=', 'own_metric.version'),
      )
      .select(['own_metric.key', 'own_metric.version', 'draft', 'changed_at'])
      .where('own_metric.organisation_id', '=', organisationId)
      .where('metric.replaced_at', 'is', null)
      .orderBy('metric.id')
      .execute();
    return rows.map(({ key, version, draft, changed_at }) => ({
      key,
      version,
      draft,
      changedAt: changed_at,
    }));
  }

  change<Reason>(
    organisationId: OrganisationId,
    decide: (inForce: OwnMetricsInForce) => OwnMetricChange | Left<Reason>,
    by: Actor,
  ): Promise<'changed' | Reason> {
    return this.database
      .of(organisationId)
      .transaction()
      .execute(async (transaction) => {
        const scope = { transaction, organisationId, by };
        const inForce = await ownMetricsInForce(transaction, organisationId);
        const decision = decide(inForce);
        if (decision.kind === 'leave') return decision.because;
        await transaction
          .updateTable('organisation')
          .set({ directory_version: sql`directory_version + 1` })
          .where('id', '=', organisationId)
          .execute();
        if (decision.kind === 'define') await define(scope, decision, inForce);
        else await remove(scope, decision);
        return 'changed';
      });
  }
}

async function ownMetricsInForce(
  transaction: Transaction<Schema>,
  organisationId: OrganisationId,
): Promise<OwnMetricsInForce> {
  const inForce = await inForceForChange(transaction, organisationId);
  const used = await transaction
    .selectFrom('metric')
    .leftJoin('own_metric', (join) =>
      join
        .onRef('own_metric.organisation_id', '=', 'metric.organisation_id')
        .onRef('own_metric.key', '=', 'metric.key')
        .onRef('own_metric.version', '=', 'metric.version'),
    )
    .select(['metric.key', 'metric.replaced_at', 'own_metric.draft'])
    .where('metric.organisation_id', '=', organisationId)
    .execute();
  return {
    ...inForce,
    everUsed: new Set(used.map(({ key }) => key)),
    drafts: new Map(
      used.flatMap(({ key, replaced_at, draft }): [string, OwnMetricDraft][] =>
        replaced_at === null && draft ? [[key, draft]] : [],
      ),
    ),
  };
}

async function define(
  scope: DefinitionScope,
  { metrics, measures, replaced }: OwnMetricChange & { readonly kind: 'define' },
  inForce: OwnMetricsInForce,
): Promise<void> {
  const { transaction, organisationId, by } = scope;
  await replaceMeasures(scope, replaced);
  for (const measure of measures) await insertNextDefinition(scope, 'measure', measure);
  for (const { metric, draft } of metrics) {
    await replaceMetric(scope, metric.key);
    const version = await insertNextDefinition(scope, 'metric', metric);
    await transaction
      .insertInto('own_metric')
      .values({
        organisation_id: organisationId,
        key: metric.key,
        version,
        draft: JSON.stringify(draft),
      })
      .execute();
  }
  const [{ metric, draft }] = metrics;
  const before = inForce.drafts.get(metric.key);
  await noteChange(transaction, organisationId, by, {
    deed: before ? 'metric-changed' : 'metric-added',
    subject: ['metric', metric.key, metric.title],
    ...(before && whatChanged({ ...before }, { ...draft })),
  });
  if (measures.length > 0) await beginRescoring(transaction, organisationId, metric.title);
}

async function remove(
  scope: DefinitionScope,
  { metric, measures }: OwnMetricChange & { readonly kind: 'remove' },
): Promise<void> {
  await replaceMetric(scope, metric.key);
  await replaceMeasures(scope, measures);
  await noteChange(scope.transaction, scope.organisationId, scope.by, {
    deed: 'metric-removed',
    subject: ['metric', metric.key, metric.title],
  });
}

async function replaceMetric(
  { transaction, organisationId }: DefinitionScope,
  key: string,
): Promise<void> {
  await transaction
    .updateTable('metric')
    .set({ replaced_at: sql<string>`now()` })
    .where('organisation_id', '=', organisationId)
    .where('key', '=', key)
    .where('replaced_at', 'is', null)
    .execute();
}

async function replaceMeasures(
  { transaction, organisationId }: DefinitionScope,
  ids: readonly MeasureId[],
): Promise<void> {
  if (ids.length === 0) return;
  await transaction
    .updateTable('measure')
    .set({ replaced_at: sql<string>`now()` })
    .where('organisation_id', '=', organisationId)
    .where('id', 'in', [...ids])
    .execute();
}
