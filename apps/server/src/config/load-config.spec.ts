import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Config, Environment } from './load-config.js';
import { loadConfig } from './load-config.js';
import { settings } from './settings.js';

const defaults: Config = {
  host: '127.0.0.1',
  port: 4321,
  publicUrl: 'http://localhost:4321',
  dataDir: '/srv/sales/data',
  roles: ['web', 'worker'],
  databaseUrl: undefined,
  redisUrl: undefined,
  logLevel: 'info',
  shutdownSeconds: 9,
  importMegabytes: 100,
  keepBodiesDays: 365,
  metricsToken: undefined,
  securityContact: undefined,
  trustedProxies: [],
  secretKey: undefined,
  mail: undefined,
  oidc: undefined,
};

describe('the configuration', () => {
  it.each<[string, Environment, Partial<Config>]>([
    ['needs nothing', {}, {}],
    ['ignores what belongs to others', { HOME: '/root', npm_config_x: '1' }, {}],
    ['takes an empty variable as not set', { PORT: '', BELLWETHER_HOST: ' ' }, {}],
    ['may listen on all addresses', { BELLWETHER_HOST: '0.0.0.0' }, { host: '0.0.0.0' }],
    ['may listen on IPv6', { BELLWETHER_HOST: '::1' }, { host: '::1' }],
    ['may listen on a name', { BELLWETHER_HOST: 'wall.lan' }, { host: 'wall.lan' }],
    [
      'takes the public address from the port',
      { PORT: '8080' },
      { port: 8080, publicUrl: 'http://localhost:8080' },
    ],
    ['may take any free port', { PORT: '0' }, { port: 0, publicUrl: 'http://localhost:0' }],
    [
      'drops the slash after a public address',
      { BELLWETHER_PUBLIC_URL: 'https://sales.example.com/' },
      { publicUrl: 'https://sales.example.com' },
    ],
    ['may keep its data anywhere', { BELLWETHER_DATA_DIR: '/var/bw' }, { dataDir: '/var/bw' }],
    [
      'finds its data from the working folder',
      { BELLWETHER_DATA_DIR: '../bw' },
      { dataDir: '/srv/bw' },
    ],
    ['may be one role only', { BELLWETHER_ROLES: 'worker' }, { roles: ['worker'] }],
    ['takes roles with blanks', { BELLWETHER_ROLES: 'worker, web' }, { roles: ['worker', 'web'] }],
    ['takes a role once', { BELLWETHER_ROLES: 'web,web' }, { roles: ['web'] }],
    [
      'may use servers of your own',
      { DATABASE_URL: 'postgresql://a:b@db/sales', REDIS_URL: 'rediss://:b@cache:6380/2' },
      { databaseUrl: 'postgresql://a:b@db/sales', redisUrl: 'rediss://:b@cache:6380/2' },
    ],
    [
      'knows a PostgreSQL on a socket',
      { DATABASE_URL: 'postgres://a:b@localhost/sales?host=%2Frun%2Fpg' },
      { databaseUrl: 'postgres://a:b@localhost/sales?host=%2Frun%2Fpg' },
    ],
    ['may log more', { LOG_LEVEL: 'debug' }, { logLevel: 'debug' }],
    ['may keep bodies for ever', { BELLWETHER_KEEP_BODIES_DAYS: '0' }, { keepBodiesDays: 0 }],
    [
      'may tell its figures',
      { BELLWETHER_METRICS_TOKEN: 'abcdefghijklmnop' },
      { metricsToken: 'abcdefghijklmnop' },
    ],
    [
      'may stand behind proxies',
      { BELLWETHER_TRUSTED_PROXIES: '10.0.0.5, fd00::/8' },
      { trustedProxies: ['10.0.0.5', 'fd00::/8'] },
    ],
    [
      'may write mails',
      {
        BELLWETHER_SMTP_URL: 'smtps://me:pw@mail.example.com:465',
        BELLWETHER_MAIL_FROM: 'Bellwether <bell@example.com>',
      },
      {
        mail: {
          smtpUrl: 'smtps://me:pw@mail.example.com:465',
          from: 'Bellwether <bell@example.com>',
        },
      },
    ],
    [
      'may know an identity provider',
      {
        BELLWETHER_OIDC_ISSUER: 'https://example.okta.com/',
        BELLWETHER_OIDC_CLIENT_ID: 'bell',
        BELLWETHER_OIDC_CLIENT_SECRET: 'shh',
        BELLWETHER_OIDC_NAME: 'Okta',
        BELLWETHER_OIDC_DOMAINS: 'Example.com, example.ie',
      },
      {
        oidc: {
          issuer: 'https://example.okta.com',
          clientId: 'bell',
          clientSecret: 'shh',
          name: 'Okta',
          domains: ['example.com', 'example.ie'],
        },
      },
    ],
    ['may stop faster', { BELLWETHER_SHUTDOWN_SECONDS: '5' }, { shutdownSeconds: 5 }],
  ])('%s', (_, env, changed) => {
    expect(loadConfig(env, '/srv/sales')).toEqual({ ...defaults, ...changed });
  });

  it.each<[Environment, string]>([
    [
      { PORT: 'abc' },
      'PORT is "abc", which is not a whole number. Write a whole number from 1 to 65535, or 0 for any free port.',
    ],
    [{ PORT: '65536' }, 'PORT is "65536", which is not from 0 to 65535. Write a whole'],
    [{ PORT: '-1' }, 'PORT is "-1", which is not a whole number.'],
    [{ PORT: '80.5' }, 'PORT is "80.5", which is not a whole number.'],
    [{ BELLWETHER_HOST: '300.1.1.1' }, 'BELLWETHER_HOST is "300.1.1.1", which is not an address.'],
    [{ BELLWETHER_HOST: 'http://x' }, 'BELLWETHER_HOST is "http://x", which is not an address.'],
    [
      { BELLWETHER_PUBLIC_URL: 'sales.example.com' },
      'BELLWETHER_PUBLIC_URL is "sales.example.com", which is not a web address. Write where',
    ],
    [
      { BELLWETHER_PUBLIC_URL: 'https://example.com/sales' },
      'BELLWETHER_PUBLIC_URL is "https://example.com/sales", which has a path.',
    ],
    [
      { BELLWETHER_ROLES: 'web,cook' },
      'BELLWETHER_ROLES is "web,cook", which names a role there is not. Write web, worker,',
    ],
    [{ BELLWETHER_ROLES: ',' }, 'BELLWETHER_ROLES is ",", which names a role there is not.'],
    [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL is "loud", which is not a level. Write one of trace,'],
    [
      { BELLWETHER_TRUSTED_PROXIES: '10.0.0.0/33' },
      'BELLWETHER_TRUSTED_PROXIES is "10.0.0.0/33", which names something that is no address.',
    ],
    [{ BELLWETHER_SHUTDOWN_SECONDS: '0' }, 'which is not from 2 to 60. Write a whole number'],
    [{ BELLWETHER_KEEP_BODIES_DAYS: '-1' }, 'which is not a whole number. Write a whole number'],
    [
      { BELLWETHER_METRICS_TOKEN: 'secret' },
      'BELLWETHER_METRICS_TOKEN is "***", which is too short, too long or has blanks in it.',
    ],
    [
      { DATABASE_URL: 'mysql://ada:secret@db/sales' },
      'DATABASE_URL is "mysql://***@db/sales", which is not the address of a PostgreSQL.',
    ],
    [
      { DATABASE_URL: 'postgres://ada:secret@db' },
      'DATABASE_URL is "postgres://***@db", which names no database.',
    ],
    [
      { DATABASE_URL: 'postgres://db?password=secret' },
      'DATABASE_URL is "postgres://db?password=***", which names no database.',
    ],
    [{ DATABASE_URL: 'ada:sec@ret@db/sales' }, 'DATABASE_URL is "***@db/sales", which is not'],
    [
      { REDIS_URL: 'http://:secret@cache' },
      'REDIS_URL is "http://***@cache", which is not the address of a Redis.',
    ],
  ])('refuses %o in one line that says what to write', (env, line) => {
    const said = whatIsWrong(env);
    expect(said).toContain(line);
    expect(said).toMatch(/ Write .+\.$/);
    expect(said.split('\n')).toHaveLength(1);
    expect(said).not.toMatch(/sec|ret@/);
  });

  it.each<[Environment, string]>([
    [
      { BELLWETHER_SMTP_URL: 'smtp://mail' },
      'BELLWETHER_MAIL_FROM must be set, too, as BELLWETHER_SMTP_URL is.',
    ],
    [
      { BELLWETHER_OIDC_ISSUER: 'https://idp', BELLWETHER_OIDC_CLIENT_ID: 'bell' },
      'BELLWETHER_OIDC_CLIENT_SECRET must be set, too, as BELLWETHER_OIDC_ISSUER and',
    ],
  ])('refuses %o, which is half of something', (env, line) => {
    expect(whatIsWrong(env)).toContain(line);
  });

  it.each([
    ['BELLWETHER_DATADIR', 'Did you mean BELLWETHER_DATA_DIR?'],
    ['BELLWETHER_ROLE', 'Did you mean BELLWETHER_ROLES?'],
    ['BELLWETHER_PORT', 'Did you mean PORT?'],
    ['BELLWETHER_DATABASE_URL', 'Did you mean DATABASE_URL?'],
    ['BELLWETHER_COFFEE', 'docs/configuration.md lists those there are.'],
  ])('refuses %s, which it does not know: %s', (name, hint) => {
    expect(whatIsWrong({ [name]: '1' })).toBe(`${name} is not a setting. ${hint}`);
  });

  it('tells all that is wrong at once', () => {
    const lines = whatIsWrong({ PORT: 'x', LOG_LEVEL: 'x', BELLWETHER_X: '1' }).split('\n');
    expect(lines.map((line) => line.split(' ')[0])).toEqual(['PORT', 'LOG_LEVEL', 'BELLWETHER_X']);
  });
});

describe('docs/configuration.md', () => {
  it('lists the same variables with the same defaults', () => {
    const page = readFileSync(
      new URL('../../../../docs/configuration.md', import.meta.url),
      'utf8',
    );
    const rows = page.matchAll(/^\| `([A-Z_]+)` +\| (?:`(.*?)`|none) +\|/gm);
    const documented = [...rows].map(([, name, fallback]) => [name, fallback ?? null]);
    expect(documented).toEqual(
      Object.values(settings).map(({ name, fallback }) => [name, fallback]),
    );
  });
});

function whatIsWrong(env: Environment): string {
  try {
    loadConfig(env);
    return 'nothing';
  } catch (error) {
    return (error as Error).message;
  }
}
