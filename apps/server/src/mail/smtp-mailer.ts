import type { Transporter } from 'nodemailer';
import { createTransport } from 'nodemailer';
import type { MailConfig } from '../config/load-config.js';
import type { Log } from '../engines/log.js';
import type { Letter, Mailer } from './mailer.js';

const PATIENCE_MS = 20_000;

/** Letters through a mail server. What could not be sent is in the log, without its links. */
export class SmtpMailer implements Mailer {
  readonly reaches = true;
  readonly #transport: Transporter;

  constructor(
    { smtpUrl, from }: MailConfig,
    private readonly log: Log,
  ) {
    this.#transport = createTransport(
      { url: smtpUrl, connectionTimeout: PATIENCE_MS, socketTimeout: PATIENCE_MS },
      { from },
    );
  }

  send({ to, subject, text }: Letter): void {
    this.#transport.sendMail({ to, subject, text }).catch((error: unknown) => {
      this.log.error('A letter could not be sent; see BELLWETHER_SMTP_URL', {
        subject,
        reason: error instanceof Error ? error.message : String(error),
      });
    });
  }
}
