import { Module } from '@nestjs/common';
import { UseCasesModule } from '../use-cases.module.js';
import { ImportWorker } from '../imports/import-worker.js';
import { BoardTidying } from './board-tidying.js';
import { BodyRetention } from './body-retention.js';
import { Scorer } from './scorer.js';
import { Sweep } from './sweep.js';

/** The worker's part: takes scoring jobs, and looks for work that nobody announced. */
@Module({
  imports: [UseCasesModule],
  providers: [BoardTidying, BodyRetention, ImportWorker, Scorer, Sweep],
})
export class ScoringModule {}
