import type { OnModuleInit } from '@nestjs/common';
import { Inject, Module } from '@nestjs/common';
import { collectDefaultMetrics } from 'prom-client';
import type { Config } from '../config/load-config.js';
import { CONFIG } from '../tokens.js';
import { UseCasesModule } from '../use-cases.module.js';
import { BacklogMeters } from './backlog-meters.js';
import { Meters } from './meters.js';
import { MetricsController } from './metrics.controller.js';

/** The figures of this process, told to Prometheus. */
@Module({
  imports: [UseCasesModule],
  controllers: [MetricsController],
  providers: [BacklogMeters],
})
export class FiguresModule implements OnModuleInit {
  constructor(
    @Inject(Meters) private readonly meters: Meters,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  onModuleInit(): void {
    // Watching the event loop and the memory costs a little: only for somebody who asks.
    if (this.config.metricsToken === undefined) return;
    collectDefaultMetrics({ register: this.meters.registry });
  }
}
