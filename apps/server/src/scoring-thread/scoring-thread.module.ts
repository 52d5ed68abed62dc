import type { DynamicModule } from '@nestjs/common';
import { Module } from '@nestjs/common';
import type { Config } from '../config/load-config.js';
import type { Log } from '../engines/log.js';
import type { FailPoints } from '../fail-points/fail-points.js';
import type { NoteScoring } from '../figures/scoring-figures.js';
import { ScoringModule } from '../scoring/scoring.module.js';
import type { Stores } from '../stores/open-stores.js';
import { StoresModule } from '../stores/stores.module.js';
import { NOTE_SCORING_ELSEWHERE } from '../tokens.js';

/** The worker's part by itself; its figures are kept by whoever is told. */
@Module({})
export class ScoringThreadModule {
  static forRoot(
    stores: Stores,
    config: Config,
    log: Log,
    note: NoteScoring,
    points?: FailPoints,
  ): DynamicModule {
    const elsewhere = { provide: NOTE_SCORING_ELSEWHERE, useValue: note };
    return {
      module: ScoringThreadModule,
      global: true,
      imports: [StoresModule.forRoot(stores, config, log, points), ScoringModule],
      providers: [elsewhere],
      exports: [elsewhere],
    };
  }
}
