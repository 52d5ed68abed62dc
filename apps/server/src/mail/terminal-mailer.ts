import type { Letter, Mailer } from './mailer.js';

/** Without a mail server: on the terminal of whoever started the server, and in no log. */
export class TerminalMailer implements Mailer {
  readonly reaches = false;

  send({ to, subject, text }: Letter): void {
    process.stdout.write(`\n  For ${to}: ${subject}\n\n${text.replaceAll(/^/gm, '  ')}\n\n`);
  }
}
