import type { Secrets } from '@bellwether/application';
import { PostgresSetup } from '@bellwether/persistence';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Links } from '../access/links.js';
import { SECRETS } from '../tokens.js';

/** On a server without an organisation, prints a link by which one is founded. It works once. */
export async function offerSetup(server: NestFastifyApplication, publicUrl: string): Promise<void> {
  const setup = server.get(PostgresSetup);
  if (!(await setup.isNew())) return;
  const token = server.get<Secrets>(SECRETS).key('setup');
  await setup.offer(token);
  // On the terminal of whoever started it, and in no log.
  process.stdout.write(
    `\n  Set up Bellwether here, once:\n  ${new Links(publicUrl).setup(token)}\n\n`,
  );
}
