import { isIP } from 'node:net';
import { z } from 'zod';

export interface Setting<Value> {
  readonly name: string;
  /** What it is without being set. `null`: nothing. */
  readonly fallback: string | null;
  /** Its value holds a password, as addresses may, or is one: never shown whole. */
  readonly secret?: 'address' | 'password';
  /** What to write, as the end of a sentence that begins with "Write". */
  readonly write: string;
  readonly schema: z.ZodType<Value, string>;
}

const roles = ['web', 'worker'] as const;
export type Role = (typeof roles)[number];

const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;
export type LogLevel = (typeof logLevels)[number];

/** Every variable the server reads. `docs/configuration.md` says what each is for. */
export const settings = {
  host: setting({
    name: 'BELLWETHER_HOST',
    fallback: '127.0.0.1',
    write: 'an address of this machine, such as 127.0.0.1, or 0.0.0.0 for all of them',
    schema: z.string().refine((host) => isIP(host) !== 0 || isHostName(host), 'is not an address'),
  }),
  port: setting({
    name: 'PORT',
    fallback: '4321',
    write: 'a whole number from 1 to 65535, or 0 for any free port',
    schema: wholeNumber(0, 65_535),
  }),
  publicUrl: setting({
    name: 'BELLWETHER_PUBLIC_URL',
    fallback: 'http://localhost:PORT',
    write: 'where people reach this server, such as https://sales.example.com',
    schema: z
      .string()
      .refine((url) => isUrlOf(url, ['http:', 'https:']), 'is not a web address')
      .refine((url) => !hasPath(url), 'has a path')
      .transform((url) => new URL(url).origin),
  }),
  dataDir: setting({
    name: 'BELLWETHER_DATA_DIR',
    fallback: './data',
    write: 'the path of a folder',
    schema: z.string(),
  }),
  roles: setting({
    name: 'BELLWETHER_ROLES',
    fallback: 'web,worker',
    write: 'web, worker, or both with a comma between them',
    schema: z
      .string()
      .transform((list) => [...new Set(list.split(',').map((role) => role.trim()))])
      .pipe(z.array(z.enum(roles, 'names a role there is not'))),
  }),
  databaseUrl: setting({
    name: 'DATABASE_URL',
    fallback: null,
    secret: 'address',
    write:
      'postgres://user:password@host:5432/database, or leave it out for the private PostgreSQL',
    schema: z
      .string()
      .refine(
        (url) => isUrlOf(url, ['postgres:', 'postgresql:']),
        'is not the address of a PostgreSQL',
      )
      .refine((url) => hasPath(url), 'names no database'),
  }),
  redisUrl: setting({
    name: 'REDIS_URL',
    fallback: null,
    secret: 'address',
    write: 'redis://:password@host:6379, or leave it out for the private Redis',
    schema: z
      .string()
      .refine((url) => isUrlOf(url, ['redis:', 'rediss:']), 'is not the address of a Redis'),
  }),
  logLevel: setting({
    name: 'LOG_LEVEL',
    fallback: 'info',
    write: `one of ${logLevels.join(', ')}`,
    schema: z.enum(logLevels, 'is not a level'),
  }),
  importMegabytes: setting({
    name: 'BELLWETHER_IMPORT_MEGABYTES',
    fallback: '100',
    write: 'a whole number of megabytes from 1 to 4096',
    schema: wholeNumber(1, 4_096),
  }),
  shutdownSeconds: setting({
    name: 'BELLWETHER_SHUTDOWN_SECONDS',
    fallback: '9',
    write: 'a whole number from 2 to 60',
    schema: wholeNumber(2, 60),
  }),
  keepBodiesDays: setting({
    name: 'BELLWETHER_KEEP_BODIES_DAYS',
    fallback: '365',
    write: 'a whole number of days from 1 to 36500, or 0 to keep them for ever',
    schema: wholeNumber(0, 36_500),
  }),
  metricsToken: setting({
    name: 'BELLWETHER_METRICS_TOKEN',
    fallback: null,
    secret: 'password',
    write: '16 to 200 letters, digits and marks without blanks',
    schema: z.string().regex(/^[\x21-\x7e]{16,200}$/, 'is too short, too long or has blanks in it'),
  }),
  trustedProxies: setting({
    name: 'BELLWETHER_TRUSTED_PROXIES',
    fallback: null,
    write: 'addresses of your reverse proxies, such as 10.0.0.5 or 10.0.0.0/8, with commas between',
    schema: z
      .string()
      .transform((list) => list.split(',').map((address) => address.trim()))
      .refine((list) => list.every(isAddressOrNet), 'names something that is no address'),
  }),
  secretKey: setting({
    name: 'BELLWETHER_SECRET_KEY',
    fallback: null,
    secret: 'password',
    write: '32 to 200 letters, digits and marks without blanks, such as openssl rand -base64 32',
    schema: z.string().regex(/^[\x21-\x7e]{32,200}$/, 'is too short, too long or has blanks in it'),
  }),
  securityContact: setting({
    name: 'BELLWETHER_SECURITY_CONTACT',
    fallback: null,
    write: 'mailto:security@example.com, or the https address of a page',
    schema: z
      .string()
      .regex(/^(mailto:[^\s@]+@[^\s@]+|https:\/\/\S+)$/, 'is neither mailto: nor https:'),
  }),
  smtpUrl: setting({
    name: 'BELLWETHER_SMTP_URL',
    fallback: null,
    secret: 'address',
    write: 'smtp://user:password@host:587 or smtps://user:password@host:465',
    schema: z
      .string()
      .refine((url) => isUrlOf(url, ['smtp:', 'smtps:']), 'is not the address of a mail server'),
  }),
  mailFrom: setting({
    name: 'BELLWETHER_MAIL_FROM',
    fallback: null,
    write: 'Bellwether <bell@example.com>',
    schema: z.string().regex(/^[^<>@]*<?[^\s<>@]+@[^\s<>@]+>?$/, 'holds no e-mail address'),
  }),
  oidcIssuer: setting({
    name: 'BELLWETHER_OIDC_ISSUER',
    fallback: null,
    write: 'the address of your identity provider, such as https://example.okta.com',
    schema: z
      .string()
      .refine((url) => isUrlOf(url, ['http:', 'https:']), 'is not a web address')
      .transform((url) => url.replace(/\/+$/, '')),
  }),
  oidcClientId: setting({
    name: 'BELLWETHER_OIDC_CLIENT_ID',
    fallback: null,
    write: 'what the provider calls this server',
    schema: z.string(),
  }),
  oidcClientSecret: setting({
    name: 'BELLWETHER_OIDC_CLIENT_SECRET',
    fallback: null,
    secret: 'password',
    write: 'the secret that the provider gave for this server',
    schema: z.string(),
  }),
  oidcName: setting({
    name: 'BELLWETHER_OIDC_NAME',
    fallback: 'single sign-on',
    write: 'what people call the provider, such as Okta',
    schema: z.string().max(40, 'is longer than 40 letters'),
  }),
  oidcDomains: setting({
    name: 'BELLWETHER_OIDC_DOMAINS',
    fallback: null,
    write: 'the domains of your e-mail addresses, such as example.com,example.ie',
    schema: z
      .string()
      .transform((list) => list.split(',').map((domain) => domain.trim().toLowerCase()))
      .refine((domains) => domains.every(isHostName), 'names something that is no domain'),
  }),
} as const;

/** Only so that each entry keeps the type of its own value. */
function setting<Value>(one: Setting<Value>): Setting<Value> {
  return one;
}

function wholeNumber(least: number, most: number): z.ZodType<number, string> {
  return z
    .string()
    .regex(/^\d{1,9}$/, 'is not a whole number')
    .transform(Number)
    .refine((number) => number >= least && number <= most, `is not from ${least} to ${most}`);
}

/** `10.0.0.5` or `10.0.0.0/8`. */
function isAddressOrNet(text: string): boolean {
  const [address = '', bits, ...rest] = text.split('/');
  const most = { 0: -1, 4: 32, 6: 128 }[isIP(address)] ?? -1;
  if (most < 0 || rest.length > 0) return false;
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= most);
}

function isHostName(text: string): boolean {
  return /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/i.test(text) && !/^[\d.]+$/.test(text);
}

function isUrlOf(text: string, protocols: readonly string[]): boolean {
  return (
    URL.canParse(text) && protocols.includes(new URL(text).protocol) && new URL(text).host !== ''
  );
}

function hasPath(url: string): boolean {
  return URL.canParse(url) && new URL(url).pathname.length > 1;
}
