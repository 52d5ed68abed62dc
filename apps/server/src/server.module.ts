import type { DynamicModule } from '@nestjs/common';
import { Module } from '@nestjs/common';
import { AccountsModule } from './accounts/accounts.module.js';
import type { Config } from './config/load-config.js';
import { DeskModule } from './desk.module.js';
import type { Log } from './engines/log.js';
import { FiguresModule } from './figures/figures.module.js';
import type { FailPoints } from './fail-points/fail-points.js';
import { HealthModule } from './health/health.module.js';
import { IntakeModule } from './intake/intake.module.js';
import { LiveModule } from './live/live.module.js';
import { MailModule } from './mail/mail.module.js';
import type { Mailer } from './mail/mailer.js';
import { ScimModule } from './scim/scim.module.js';
import { ScoringModule } from './scoring/scoring.module.js';
import type { Stores } from './stores/open-stores.js';
import { SecurityContactModule } from './security-contact/security-contact.module.js';
import { StoresModule } from './stores/stores.module.js';

export interface ServerParts {
  readonly points?: FailPoints | undefined;
  /** Where scoring runs that is among the roles: beside the web's part, or in a thread of its own. */
  readonly scoring?: 'here' | 'in-thread';
  /** Instead of the one of the configuration. */
  readonly mailer?: Mailer | undefined;
}

const WEB = [
  AccountsModule,
  IntakeModule,
  LiveModule,
  DeskModule,
  ScimModule,
  SecurityContactModule,
];
const ALWAYS = [FiguresModule, HealthModule];

/** Every module with routes, whatever the roles of a process are. */
export const ALL_MODULES = [...ALWAYS, ...WEB];

/** What a process runs, by its roles. */
@Module({})
export class ServerModule {
  static forRoot(
    stores: Stores,
    config: Config,
    log: Log,
    { points, scoring = 'here', mailer }: ServerParts = {},
  ): DynamicModule {
    const web = config.roles.includes('web') ? WEB : [];
    const worker = config.roles.includes('worker') && scoring === 'here' ? [ScoringModule] : [];
    return {
      module: ServerModule,
      imports: [
        StoresModule.forRoot(stores, config, log, points),
        MailModule.forRoot(mailer),
        ...ALWAYS,
        ...web,
        ...worker,
      ],
    };
  }
}
