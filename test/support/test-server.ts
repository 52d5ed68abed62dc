import { randomUUID } from 'node:crypto';
import type { Founded } from '@bellwether/application';
import { FoundOrganisation } from '@bellwether/application';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createServer } from '../../apps/server/src/http/create-server.js';
import type { TimeLimits } from '../../apps/server/src/http/time-limits.js';
import { openLog } from '../../apps/server/src/logging/open-log.js';
import { openStores } from '../../apps/server/src/stores/open-stores.js';
import type { Mailer } from '../../apps/server/src/mail/mailer.js';
import type { Config } from '../../apps/server/src/config/load-config.js';

/** What servers that are tested sign and encrypt with. */
export const TEST_SECRET = 'the-secret-of-servers-that-are-tested';

export interface TestServer {
  readonly url: string;
  readonly app: NestFastifyApplication;
  readonly prefix: string;
  /** An organisation of its own. */
  found(settings?: Partial<Parameters<FoundOrganisation['execute']>[0]>): Promise<Founded>;
  close(): Promise<void>;
}

export interface TestServerOptions {
  readonly databaseUrl: string;
  readonly redisUrl: string;
  readonly roles?: Config['roles'];
  /** Servers with the same prefix are nodes of one installation. */
  readonly prefix?: string;
  readonly logLevel?: Config['logLevel'];
  readonly importMegabytes?: number;
  readonly limits?: TimeLimits;
  /** Instead of standard output. */
  readonly log?: ReturnType<typeof openLog>;
  /** To come back on the port that screens know. */
  readonly port?: number;
  readonly metricsToken?: string;
  readonly oidc?: Config['oidc'];
  readonly publicUrl?: string;
  readonly trustedProxies?: readonly string[];
  readonly mailer?: Mailer;
  readonly secretKey?: string;
}

/** The whole product in this process, listening on a free port. */
export async function startTestServer(options: TestServerOptions): Promise<TestServer> {
  const { databaseUrl, redisUrl, prefix = `test-${randomUUID()}` } = options;
  const log = options.log ?? openLog(options.logLevel ?? 'error');
  const stores = await openStores({ databaseUrl, redisUrl, prefix }, log);
  const config = testConfig(options);
  const { limits, mailer } = options;
  const app = await createServer(stores, config, log, { limits, mailer });
  await app.listen(options.port ?? 0, '127.0.0.1');
  return {
    app,
    url: await app.getUrl(),
    prefix,
    found: (settings = {}) =>
      app.get(FoundOrganisation).execute({
        name: 'Lark & Co',
        timeZone: 'Europe/Dublin',
        currency: 'EUR',
        locale: 'en-IE',
        ...settings,
      }),
    close: async () => {
      await app.close();
      await stores.close();
    },
  };
}

/** The configuration of a server on engines that are there already. */
export function testConfig(options: TestServerOptions): Config {
  const { databaseUrl, redisUrl } = options;
  return {
    host: '127.0.0.1',
    port: 0,
    publicUrl: options.publicUrl ?? 'https://sales.example.com',
    dataDir: '/nowhere',
    roles: options.roles ?? ['web', 'worker'],
    databaseUrl,
    redisUrl,
    logLevel: options.logLevel ?? 'error',
    shutdownSeconds: 9,
    importMegabytes: options.importMegabytes ?? 4,
    keepBodiesDays: 365,
    metricsToken: options.metricsToken,
    securityContact: 'mailto:security@example.com',
    trustedProxies: options.trustedProxies ?? [],
    secretKey: options.secretKey ?? TEST_SECRET,
    mail: undefined,
    oidc: options.oidc,
  };
}
