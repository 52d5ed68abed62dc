import type {
  Measure,
  MeasureDefinition,
  MeasureId,
  Metric,
  MetricDefinition,
  OrganisationId,
} from '@bellwether/domain';
import { bindMetric } from '@bellwether/domain';
import type { Transaction } from 'kysely';
import type { Schema } from '../schema.js';

/** The measures and metrics that are in force, the oldest first. */
export async function definitionsInForce(
  transaction: Transaction<Schema>,
  organisationId: OrganisationId,
): Promise<{ readonly measures: readonly Measure[]; readonly metrics: readonly Metric[] }> {
  const [measureRows, metricRows] = [
    await rowsOf(transaction, 'measure', organisationId),
    await rowsOf(transaction, 'metric', organisationId),
  ];
  const { currency } = await transaction
    .selectFrom('organisation')
    .select('currency')
    .where('id', '=', organisationId)
    .executeTakeFirstOrThrow();
  const measures = measureRows.map(({ id, version, definition }): Measure => ({
    ...(definition as MeasureDefinition),
    id: id as MeasureId,
    version,
  }));
  const metrics = metricRows.map(({ version, definition }) =>
    bindMetric(definition as MetricDefinition, version, measures, currency),
  );
  return { measures, metrics };
}

function rowsOf(
  transaction: Transaction<Schema>,
  table: 'measure' | 'metric',
  organisationId: OrganisationId,
) {
  return transaction
    .selectFrom(table)
    .select(['id', 'version', 'definition'])
    .where('organisation_id', '=', organisationId)
    .where('replaced_at', 'is', null)
    .orderBy('id')
    .execute();
}
