import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { SmtpMailer } from '../../apps/server/src/mail/smtp-mailer.js';
import { TerminalMailer } from '../../apps/server/src/mail/terminal-mailer.js';

const letter = {
  to: 'ada@example.com',
  subject: 'A new password for Bellwether',
  text: 'Choose it here:\nhttps://sales.example.com/desk/#reset=secret',
};

function keptLog() {
  const lines: object[] = [];
  const note = (message: string, more: object = {}) => void lines.push({ message, ...more });
  return { lines, log: { info: note, warn: note, error: note } };
}

/** A mail server on a free port: what arrives at it, and who wrote it. */
async function startMailServer() {
  const letters: { from: string; to: string; text: string }[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: (stream, session, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const { mailFrom, rcptTo } = session.envelope;
        letters.push({
          from: mailFrom === false ? '' : mailFrom.address,
          to: rcptTo.map(({ address }) => address).join(),
          text: Buffer.concat(chunks).toString('utf8'),
        });
        done();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => new Promise((resolve) => server.close(() => resolve())));
  const { port } = server.server.address() as AddressInfo;
  return { letters, smtpUrl: `smtp://127.0.0.1:${port}` };
}

describe('a letter', () => {
  it('goes through the mail server that is set', async () => {
    const { letters, smtpUrl } = await startMailServer();
    const mailer = new SmtpMailer({ smtpUrl, from: 'Bell <bell@example.com>' }, keptLog().log);
    mailer.send(letter);
    await vi.waitFor(() => expect(letters).toHaveLength(1), { timeout: 10_000, interval: 10 });
    expect(letters[0]).toMatchObject({ from: 'bell@example.com', to: 'ada@example.com' });
    expect(letters[0]?.text).toContain('Subject: A new password for Bellwether');
    expect(letters[0]?.text).toContain('#reset=secret');
  });

  it('that cannot be sent is in the log, without its link', async () => {
    const { lines, log } = keptLog();
    const mailer = new SmtpMailer({ smtpUrl: 'smtp://127.0.0.1:1', from: 'b@example.com' }, log);
    mailer.send(letter);
    await vi.waitFor(() => expect(lines).toHaveLength(1), { timeout: 10_000, interval: 10 });
    expect(JSON.stringify(lines)).toContain('BELLWETHER_SMTP_URL');
    expect(JSON.stringify(lines)).not.toMatch(/secret|ada@/);
  });

  it('is on the terminal where no mail server is set', () => {
    const write = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
    onTestFinished(() => write.mockRestore());
    new TerminalMailer().send(letter);
    expect(write.mock.calls.join('')).toMatch(/For ada@example\.com:[\s\S]*#reset=secret/);
  });
});
