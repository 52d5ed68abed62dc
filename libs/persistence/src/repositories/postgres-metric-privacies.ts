import type { Actor, MetricPrivacies } from '@bellwether/application';
import type { MetricDefinition, OrganisationId, Privacy } from '@bellwether/domain';
import { DEFAULT_PRIVACY, whatChanged } from '@bellwether/domain';
import type { Database } from '../open-database.js';
import { changeDirectory } from './change-directory.js';
import { noteChange } from './note-change.js';

/** Who sees which metric, in PostgreSQL. */
export class PostgresMetricPrivacies implements MetricPrivacies {
  constructor(private readonly database: Database) {}

  set(
    organisationId: OrganisationId,
    metric: string,
    privacy: Privacy,
    by: Actor,
  ): Promise<'changed' | 'unknown-metric'> {
    return changeDirectory(this.database, organisationId, async (transaction) => {
      const known = await transaction
        .selectFrom('metric')
        .select('definition')
        .where('organisation_id', '=', organisationId)
        .where('key', '=', metric)
        .where('replaced_at', 'is', null)
        .executeTakeFirst();
      if (!known) return 'unknown-metric';
      const before = await transaction
        .selectFrom('metric_privacy')
        .select(['audience', 'shows', 'places'])
        .where('organisation_id', '=', organisationId)
        .where('metric', '=', metric)
        .executeTakeFirst();
      const changed = whatChanged(before ?? { ...DEFAULT_PRIVACY }, { ...privacy });
      if (!changed) return 'changed';
      const { audience, shows, places } = privacy;
      await transaction
        .insertInto('metric_privacy')
        .values({ organisation_id: organisationId, metric, audience, shows, places })
        .onConflict((conflict) =>
          conflict.columns(['organisation_id', 'metric']).doUpdateSet({ audience, shows, places }),
        )
        .execute();
      const { title } = known.definition as MetricDefinition;
      await noteChange(transaction, organisationId, by, {
        deed: 'metric-privacy-changed',
        subject: ['metric', metric, title],
        ...changed,
      });
      return 'changed';
    });
  }
}
