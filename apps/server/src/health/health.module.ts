import type { Clock } from '@bellwether/application';
import { PostgresBacklog } from '@bellwether/persistence';
import { Module } from '@nestjs/common';
import type { Log } from '../engines/log.js';
import { LOG, STEADY_CLOCK } from '../tokens.js';
import { HealthController } from './health.controller.js';
import { Readiness } from './readiness.js';
import { ScoringProgress } from './scoring-progress.js';

/** Whether the process lives and can work. */
@Module({
  controllers: [HealthController],
  providers: [
    Readiness,
    {
      provide: ScoringProgress,
      inject: [PostgresBacklog, STEADY_CLOCK, LOG],
      useFactory: (backlog: PostgresBacklog, clock: Clock, log: Log) =>
        new ScoringProgress(backlog, clock, log),
    },
  ],
})
export class HealthModule {}
