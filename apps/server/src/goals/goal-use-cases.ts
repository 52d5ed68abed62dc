import type { Clock } from '@bellwether/application';
import {
  GiveRelief,
  KeepInLedger,
  MatchNames,
  SeeGoals,
  SetGoals,
  UseKpi,
} from '@bellwether/application';
import {
  PostgresDirectories,
  PostgresGoalFigures,
  PostgresGoals,
  PostgresImports,
  PostgresInbox,
  PostgresRescorings,
  PostgresSources,
} from '@bellwether/persistence';
import { ScoringQueue } from '@bellwether/queue';
import type { Provider } from '@nestjs/common';
import type { Log } from '../engines/log.js';
import { oncePerOutage } from '../logging/once-per-outage.js';
import { RedisSignals } from '../stores/redis-signals.js';
import { CLOCK, LOG } from '../tokens.js';

/** What can be done with goals, wired by hand. */
export const goalUseCases: readonly Provider[] = [
  {
    provide: KeepInLedger,
    inject: [
      PostgresGoals,
      PostgresImports,
      PostgresSources,
      UseKpi,
      ScoringQueue,
      RedisSignals,
      LOG,
    ],
    useFactory: (
      goals: PostgresGoals,
      imports: PostgresImports,
      sources: PostgresSources,
      useKpi: UseKpi,
      requests: ScoringQueue,
      signals: RedisSignals,
      log: Log,
    ) =>
      new KeepInLedger(
        goals,
        imports,
        sources,
        useKpi,
        { requests, signals },
        oncePerOutage(log, 'Scoring of goals could not be asked for; the sweep will'),
      ),
  },
  {
    provide: SetGoals,
    inject: [KeepInLedger, PostgresDirectories, CLOCK],
    useFactory: (keep: KeepInLedger, directories: PostgresDirectories, clock: Clock) =>
      new SetGoals(keep, directories, clock),
  },
  {
    provide: GiveRelief,
    inject: [KeepInLedger, PostgresDirectories, CLOCK],
    useFactory: (keep: KeepInLedger, directories: PostgresDirectories, clock: Clock) =>
      new GiveRelief(keep, directories, clock),
  },
  {
    provide: SeeGoals,
    inject: [
      PostgresGoals,
      PostgresGoalFigures,
      PostgresDirectories,
      PostgresInbox,
      PostgresRescorings,
      CLOCK,
    ],
    useFactory: (...parts: ConstructorParameters<typeof SeeGoals>) => new SeeGoals(...parts),
  },
  {
    provide: MatchNames,
    inject: [PostgresDirectories],
    useFactory: (directories: PostgresDirectories) => new MatchNames(directories),
  },
];
