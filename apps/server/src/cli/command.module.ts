import type { DynamicModule } from '@nestjs/common';
import { Module } from '@nestjs/common';
import type { Config } from '../config/load-config.js';
import type { Log } from '../engines/log.js';
import { ImportTargets } from '../imports/import-targets.js';
import type { Stores } from '../stores/open-stores.js';
import { StoresModule } from '../stores/stores.module.js';
import { UseCasesModule } from '../use-cases.module.js';

/** What the command line tool needs: the stores and what can be done with them. */
@Module({})
export class CommandModule {
  static forRoot(stores: Stores, config: Config, log: Log): DynamicModule {
    return {
      module: CommandModule,
      imports: [StoresModule.forRoot(stores, config, log), UseCasesModule],
      providers: [ImportTargets],
    };
  }
}
