import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';
import { Migrator } from 'kysely/migration';
import * as foundation from './migrations/0001-foundation.js';
import * as imports from './migrations/0002-imports.js';
import * as bodyRetention from './migrations/0003-body-retention.js';
import * as recordsAsTold from './migrations/0004-records-as-told.js';
import * as pairings from './migrations/0005-pairings.js';
import * as accounts from './migrations/0006-accounts.js';
import * as sources from './migrations/0007-sources.js';
import * as rowLevelSecurity from './migrations/0008-row-level-security.js';
import * as people from './migrations/0010-people.js';
import * as audit from './migrations/0011-audit.js';
import * as screenKeys from './migrations/0012-screen-keys.js';
import * as fieldRules from './migrations/0013-field-rules.js';
import * as passkeys from './migrations/0014-passkeys.js';
import * as workingCalendars from './migrations/0015-working-calendars.js';
import * as metricPrivacy from './migrations/0016-metric-privacy.js';
import * as rescoring from './migrations/0017-rescoring.js';
import * as facets from './migrations/0018-facets.js';
import * as scorecards from './migrations/0019-scorecards.js';
import * as ownMetrics from './migrations/0020-own-metrics.js';
import * as gathering from './migrations/0021-gathering.js';
import * as goals from './migrations/0023-goals.js';
import * as calendars from './migrations/0027-calendars.js';
import * as exchangeRates from './migrations/0028-exchange-rates.js';
import * as recordedWhenWritten from './migrations/0029-recorded-when-written.js';
import type { Database } from './open-database.js';
import { provideScopedRole } from './row-security/provide-scoped-role.js';
import type { Schema } from './schema.js';

/** In order; a name that has run is never changed. */
const MIGRATIONS: Readonly<Record<string, Migration>> = {
  '0001-foundation': foundation,
  '0002-imports': imports,
  '0003-body-retention': bodyRetention,
  '0004-records-as-told': recordsAsTold,
  '0005-pairings': pairings,
  '0006-accounts': accounts,
  '0007-sources': sources,
  '0008-row-level-security': rowLevelSecurity,
  '0010-people': people,
  '0011-audit': audit,
  '0012-screen-keys': screenKeys,
  '0013-field-rules': fieldRules,
  '0014-passkeys': passkeys,
  '0015-working-calendars': workingCalendars,
  '0016-metric-privacy': metricPrivacy,
  '0017-rescoring': rescoring,
  '0018-facets': facets,
  '0019-scorecards': scorecards,
  '0020-own-metrics': ownMetrics,
  '0021-gathering': gathering,
  '0023-goals': goals,
  '0027-calendars': calendars,
  '0028-exchange-rates': exchangeRates,
  '0029-recorded-when-written': recordedWhenWritten,
};

const LEVELS = Object.keys(MIGRATIONS);

/** The level of tables that are up to date. */
export const LATEST_LEVEL = LEVELS.at(-1) ?? '';

/** Whether tables of this level can be brought up to date from here. */
export function isKnownLevel(level: string): boolean {
  return LEVELS.includes(level);
}

/**
 * Brings the tables up to date, and answers what had to be done. Safe from several processes at
 * once: PostgreSQL's lock lets one work and the others find it done. With `level`, no further.
 * @throws Error that names the step that failed.
 */
export async function migrate(
  database: Database,
  level = LATEST_LEVEL,
): Promise<readonly string[]> {
  return database.maintain(async (everything) => {
    const done = await migrateTo(everything, level);
    await provideScopedRole(everything);
    return done;
  });
}

async function migrateTo(everything: Kysely<Schema>, level: string): Promise<readonly string[]> {
  const migrator = new Migrator({
    db: everything,
    provider: { getMigrations: () => Promise.resolve({ ...MIGRATIONS }) },
  });
  const { error, results = [] } = await migrator.migrateTo(level);
  if (error) {
    const failed = results.find(({ status }) => status === 'Error')?.migrationName;
    throw new Error(`The database could not be brought up to date${failed ? ` (${failed})` : ''}`, {
      cause: error,
    });
  }
  return results.map(({ migrationName }) => migrationName);
}
