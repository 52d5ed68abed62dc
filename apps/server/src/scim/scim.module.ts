import type { Clock } from '@bellwether/application';
import { ProvisionPeople } from '@bellwether/application';
import { PostgresDirectories, PostgresProfiles } from '@bellwether/persistence';
import { Module } from '@nestjs/common';
import type { Config } from '../config/load-config.js';
import { CLOCK, CONFIG } from '../tokens.js';
import { UseCasesModule } from '../use-cases.module.js';
import { ProvisioningKeysController } from './provisioning-keys.controller.js';
import { ScimAboutController } from './scim-about.controller.js';
import { ScimPeople } from './scim-people.js';
import { ScimUsersController } from './scim-users.controller.js';

/** What identity providers ask for. */
@Module({
  imports: [UseCasesModule],
  controllers: [ProvisioningKeysController, ScimAboutController, ScimUsersController],
  providers: [
    {
      provide: ScimPeople,
      inject: [ProvisionPeople, PostgresProfiles, PostgresDirectories, CLOCK, CONFIG],
      useFactory: (
        provision: ProvisionPeople,
        profiles: PostgresProfiles,
        directories: PostgresDirectories,
        clock: Clock,
        { publicUrl }: Config,
      ) => new ScimPeople(provision, profiles, directories, clock, publicUrl),
    },
  ],
})
export class ScimModule {}
