import type { Connectors } from '@bellwether/application';
import { connectors } from '@bellwether/connectors';
import { RedisBoardStore } from '@bellwether/leaderboard';
import {
  PostgresAccessKeys,
  PostgresAudit,
  PostgresBacklog,
  PostgresBodies,
  PostgresCelebrations,
  PostgresDailyTotals,
  PostgresDefinitions,
  PostgresDeliveryLog,
  PostgresDirectories,
  PostgresExplanations,
  PostgresFacets,
  PostgresExchangeRates,
  PostgresHolidays,
  PostgresOrganisationSettings,
  PostgresImportFiles,
  PostgresGoalFigures,
  PostgresGoals,
  PostgresImports,
  PostgresInbox,
  PostgresInvitations,
  PostgresLedger,
  PostgresMembers,
  PostgresOrganisations,
  PostgresPairings,
  PostgresParked,
  PostgresPastTotals,
  PostgresPeople,
  PostgresMetricPrivacies,
  PostgresPresences,
  PostgresOwnMetrics,
  PostgresPastRecords,
  PostgresProfiles,
  PostgresRescorings,
  PostgresScorecards,
  PostgresScreenKeyRenewals,
  PostgresScreens,
  PostgresSetup,
  PostgresSourceActivity,
  PostgresSourceNotes,
  PostgresSources,
  PostgresStatus,
  PostgresTotals,
} from '@bellwether/persistence';
import { ScoringQueue } from '@bellwether/queue';
import type { DynamicModule, OnApplicationShutdown, Provider } from '@nestjs/common';
import { Inject, Module } from '@nestjs/common';
import type { Log } from '../engines/log.js';
import type { Config } from '../config/load-config.js';
import { Draining } from '../health/draining.js';
import { FailPoints } from '../fail-points/fail-points.js';
import { connectorsAt, ledgerAt } from '../fail-points/ports-at-fail-points.js';
import {
  CLOCK,
  CONFIG,
  CONNECTORS,
  FAIL_POINTS,
  LOG,
  SECRETS,
  STEADY_CLOCK,
  STORES,
} from '../tokens.js';
import { oncePerOutage } from '../logging/once-per-outage.js';
import { CachedSources } from './cached-sources.js';
import type { Stores } from './open-stores.js';
import { sourceSecretsOf } from '../secret-key/source-secrets.js';
import { RandomSecrets } from './random-secrets.js';
import { RedisSignals } from './redis-signals.js';
import { steadyClock, systemClock } from './system-clock.js';

/** Everything that keeps something, ready to be asked for. */
@Module({})
export class StoresModule implements OnApplicationShutdown {
  constructor(
    @Inject(ScoringQueue) private readonly queue: ScoringQueue,
    @Inject(PostgresSourceNotes) private readonly notes: PostgresSourceNotes,
  ) {}

  async onApplicationShutdown(): Promise<void> {
    await Promise.all([this.queue.close(), this.notes.settled()]);
  }

  static forRoot(
    stores: Stores,
    config: Config,
    log: Log,
    points = new FailPoints(),
  ): DynamicModule {
    const { database, redis, subscriber, prefix } = stores;
    const sealing = sourceSecretsOf(config);
    const sources = new PostgresSources(database, sealing);
    const providers: Provider[] = [
      { provide: STORES, useValue: stores },
      { provide: CONFIG, useValue: config },
      { provide: LOG, useValue: log },
      { provide: CLOCK, useValue: systemClock },
      { provide: STEADY_CLOCK, useValue: steadyClock },
      Draining,
      { provide: SECRETS, useClass: RandomSecrets },
      { provide: CONNECTORS, useValue: connectorsAt(points, connectors satisfies Connectors) },
      { provide: FAIL_POINTS, useValue: points },
      value(PostgresAccessKeys, new PostgresAccessKeys(database, systemClock)),
      value(PostgresAudit, new PostgresAudit(database)),
      value(PostgresBacklog, new PostgresBacklog(database)),
      value(PostgresBodies, new PostgresBodies(database)),
      value(PostgresCelebrations, new PostgresCelebrations(database)),
      value(PostgresDefinitions, new PostgresDefinitions(database)),
      value(PostgresDeliveryLog, new PostgresDeliveryLog(database)),
      value(PostgresDirectories, new PostgresDirectories(database)),
      value(PostgresExplanations, new PostgresExplanations(database)),
      value(PostgresFacets, new PostgresFacets(database)),
      value(PostgresImportFiles, new PostgresImportFiles(database)),
      value(PostgresImports, new PostgresImports(database, new RandomSecrets(), sealing)),
      value(
        PostgresInbox,
        points.around(new PostgresInbox(database), {
          store: { before: 'before-inbox-commit', after: 'after-inbox-commit' },
        }),
      ),
      value(PostgresInvitations, new PostgresInvitations(database)),
      value(PostgresLedger, ledgerAt(points, new PostgresLedger(database))),
      value(PostgresMembers, new PostgresMembers(database)),
      value(PostgresOrganisations, new PostgresOrganisations(database, sealing)),
      value(PostgresPairings, new PostgresPairings(database)),
      value(PostgresParked, new PostgresParked(database)),
      value(PostgresPeople, new PostgresPeople(database)),
      value(PostgresMetricPrivacies, new PostgresMetricPrivacies(database)),
      value(PostgresOwnMetrics, new PostgresOwnMetrics(database)),
      value(PostgresPastRecords, new PostgresPastRecords(database)),
      value(PostgresProfiles, new PostgresProfiles(database)),
      value(PostgresDailyTotals, new PostgresDailyTotals(database)),
      value(PostgresExchangeRates, new PostgresExchangeRates(database)),
      value(PostgresHolidays, new PostgresHolidays(database)),
      value(PostgresOrganisationSettings, new PostgresOrganisationSettings(database)),
      value(PostgresPresences, new PostgresPresences(database)),
      value(PostgresGoalFigures, new PostgresGoalFigures(database)),
      value(PostgresGoals, new PostgresGoals(database)),
      value(PostgresScorecards, new PostgresScorecards(database)),
      value(PostgresRescorings, new PostgresRescorings(database)),
      value(PostgresScreenKeyRenewals, new PostgresScreenKeyRenewals(database)),
      value(PostgresScreens, new PostgresScreens(database)),
      value(PostgresSetup, new PostgresSetup(database)),
      value(PostgresSourceActivity, new PostgresSourceActivity(database)),
      value(
        PostgresSourceNotes,
        new PostgresSourceNotes(
          database,
          oncePerOutage(log, 'What was refused could not be noted'),
        ),
      ),
      value(PostgresSources, sources),
      value(CachedSources, new CachedSources(sources)),
      value(PostgresStatus, new PostgresStatus(database)),
      value(PostgresPastTotals, new PostgresPastTotals(database)),
      value(PostgresTotals, new PostgresTotals(database)),
      value(
        RedisBoardStore,
        points.around(new RedisBoardStore(redis, prefix), {
          apply: { before: 'before-projection', after: 'after-projection' },
        }),
      ),
      value(
        RedisSignals,
        points.around(new RedisSignals(redis, subscriber, prefix, log), {
          send: { before: 'before-signal', after: 'after-signal' },
        }),
      ),
      value(
        ScoringQueue,
        points.around(
          new ScoringQueue({
            connection: redis,
            prefix: `{${prefix}}`,
            onError: oncePerOutage(log, 'The queue cannot be reached'),
          }),
          { request: { before: 'before-job-add', after: 'after-job-add' } },
        ),
      ),
    ];
    return { module: StoresModule, global: true, providers, exports: providers };
  }
}

function value<T>(provide: abstract new (...args: never[]) => T, useValue: T): Provider {
  return { provide, useValue };
}
