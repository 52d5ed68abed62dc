import type { DynamicModule } from '@nestjs/common';
import { Module } from '@nestjs/common';
import type { Config } from '../config/load-config.js';
import type { Log } from '../engines/log.js';
import { CONFIG, LOG, MAILER } from '../tokens.js';
import type { Mailer } from './mailer.js';
import { SmtpMailer } from './smtp-mailer.js';
import { TerminalMailer } from './terminal-mailer.js';

/** Letters to people: through the mail server that is set, or on the terminal. */
@Module({})
export class MailModule {
  static forRoot(given?: Mailer): DynamicModule {
    const provider = {
      provide: MAILER,
      inject: [CONFIG, LOG],
      useFactory: ({ mail }: Config, log: Log): Mailer =>
        given ?? (mail ? new SmtpMailer(mail, log) : new TerminalMailer()),
    };
    return { module: MailModule, global: true, providers: [provider], exports: [provider] };
  }
}
