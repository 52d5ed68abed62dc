import { Module } from '@nestjs/common';
import { UseCasesModule } from '../use-cases.module.js';
import { EventsController } from './events.controller.js';
import { ImportTargets } from '../imports/import-targets.js';
import { ImportsController } from '../imports/imports.controller.js';
import { HooksController } from './hooks.controller.js';

/** Where everything arrives. */
@Module({
  imports: [UseCasesModule],
  controllers: [EventsController, HooksController, ImportsController],
  providers: [ImportTargets],
})
export class IntakeModule {}
