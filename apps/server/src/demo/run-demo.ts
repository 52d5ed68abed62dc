import type { OrganisationId } from '@bellwether/domain';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Links } from '../access/links.js';
import type { Config } from '../config/load-config.js';
import type { Log } from '../engines/log.js';
import { Figures } from '../figures/figures.js';
import { LiveGateway } from '../live/live.gateway.js';
import type { Lifetime } from '../start/run-until-stopped.js';
import type { DemoKeys } from './demo-keys.js';
import { keepDemoKeys, readDemoKeys } from './demo-keys.js';
import { Floor } from './floor.js';
import { foundDemo } from './found-demo.js';
import { Random } from './random.js';
import type { Sending } from './send-history.js';
import { historyDays, sendHistory } from './send-history.js';
import type { SignedPosting } from './post-signed.js';
import { StatusLine, statusText } from './status-line.js';

/** Fills the server with a sales floor and keeps it going. */
export async function runDemo(
  server: NestFastifyApplication,
  config: Config,
  log: Log,
  lifetime: Lifetime,
): Promise<void> {
  const known = readDemoKeys(config.dataDir);
  const keys = known ?? (await foundDemo(server));
  if (!known) keepDemoKeys(config.dataDir, keys);
  const posting: SignedPosting = {
    serverUrl: await server.getUrl(),
    publicUrl: config.publicUrl,
    events: keys.events,
    hubspot: keys.hubspot,
  };
  const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const history = historyDays(timeZone, Date.now());
  const progress = { sent: known ? null : 0 };
  showLinks(config.publicUrl, keys);
  const line = statusLine(server, keys, progress);
  line.start();
  lifetime.onStop('the demo floor', () => line.stop());
  const figures = server.get(Figures);
  const sending: Sending = {
    posting,
    waiting: () => figures.accepted - figures.deliveriesScored,
    stopping: lifetime.stopping,
    onProgress: (sent) => (progress.sent = sent),
  };
  if (!known) await sendHistory(history.recent, sending);
  startFloor(posting, log, lifetime);
  if (known) return;
  // The months before: in the background, the wall is live already.
  sendHistory(history.older, sending)
    .catch((error: unknown) => log.warn('The history was not sent', { reason: String(error) }))
    .finally(() => {
      progress.sent = null;
      // How long a past event took to the wall says nothing about a live one.
      figures.toScreen.clear();
    });
}

function startFloor(posting: SignedPosting, log: Log, lifetime: Lifetime): void {
  const floor = new Floor(new Random(Date.now()), posting, (error) =>
    log.warn('Something on the demo floor was not sent', { reason: String(error) }),
  );
  lifetime.onStop('the demo floor', () => floor.stop());
  floor.start();
}

function statusLine(
  server: NestFastifyApplication,
  { organisationId }: DemoKeys,
  progress: { readonly sent: number | null },
): StatusLine {
  const [figures, live] = [server.get(Figures), server.get(LiveGateway)];
  return new StatusLine(() =>
    statusText(figures, live.screens(organisationId as OrganisationId), progress.sent),
  );
}

function showLinks(publicUrl: string, { ownerKey, screenKey, repKey }: DemoKeys): void {
  const links = new Links(publicUrl);
  process.stdout.write(
    [
      '',
      '  A sales floor is live. Open:',
      '',
      `  the wall    ${links.wall(screenKey)}`,
      `  the desk    ${links.desk(ownerKey)}`,
      `  the phone   ${links.phone(repKey)}`,
      `  the API     ${publicUrl}/api`,
      '',
      '  Ctrl-C ends it. The next start goes on where this one stopped.',
      '',
      '',
    ].join('\n'),
  );
}
