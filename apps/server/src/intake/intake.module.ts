import { Module } from '@nestjs/common';
import { UseCasesModule } from '../use-cases.module.js';
import { EventsController } from './events.controller.js';
import { HooksController } from './hooks.controller.js';

/** Where everything arrives. */
@Module({ imports: [UseCasesModule], controllers: [EventsController, HooksController] })
export class IntakeModule {}
