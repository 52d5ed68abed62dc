import { resolve } from 'node:path';
import { CannotRun } from '../start/cannot-run.js';
import type { LogLevel, Role, Setting } from './settings.js';
import { settings } from './settings.js';
import { unknownNames } from './unknown-names.js';

export interface Config {
  readonly host: string;
  /** 0 for any free port. */
  readonly port: number;
  /** Where people reach the server; no slash at the end. */
  readonly publicUrl: string;
  readonly dataDir: string;
  readonly roles: readonly Role[];
  /** `undefined` for the private PostgreSQL. */
  readonly databaseUrl: string | undefined;
  /** `undefined` for the private Redis. */
  readonly redisUrl: string | undefined;
  readonly logLevel: LogLevel;
  /** The largest file that can be uploaded for import. */
  readonly importMegabytes: number;
  readonly shutdownSeconds: number;
  /** For how long the inbox keeps what was sent, byte for byte; 0 for ever. */
  readonly keepBodiesDays: number;
  /** What Prometheus proves itself by; without it, figures are not told. */
  readonly metricsToken: string | undefined;
  /** Whom to tell of a weakness. */
  readonly securityContact: string | undefined;
  /** Proxies that are believed when they say who asks; empty: whoever is connected asks. */
  readonly trustedProxies: readonly string[];
  /** What is signed and encrypted hangs on it; `undefined` for the one in the data folder. */
  readonly secretKey: string | undefined;
  /** `undefined`: what would be sent is written to the terminal. */
  readonly mail: MailConfig | undefined;
  /** `undefined`: people sign in with their password. */
  readonly oidc: OidcConfig | undefined;
}

export interface MailConfig {
  readonly smtpUrl: string;
  /** Who writes: an address, or a name and an address. */
  readonly from: string;
}

/** An OpenID Connect provider that people may sign in with. */
export interface OidcConfig {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly name: string;
  /** Whose addresses end in one of these needs no invitation. */
  readonly domains: readonly string[];
}

export type Environment = Readonly<Record<string, string | undefined>>;

/** Reads the configuration, or throws all that is wrong with it, one line for each variable. */
export function loadConfig(env: Environment, folder = process.cwd()): Config {
  const problems: string[] = [];
  const read = <Value>(setting: Setting<Value>): Value | undefined => {
    const given = valueOf(env, setting.name) ?? setting.fallback;
    if (given === null) return undefined;
    const { data, error } = setting.schema.safeParse(given);
    if (error) problems.push(explain(setting, given, error.issues[0]?.message ?? ''));
    return data;
  };
  /** Whether settings that mean something only together are set. */
  const isSet = (...group: readonly Setting<unknown>[]): boolean => {
    const [given, missing] = [true, false].map((wanted) =>
      group.map(({ name }) => name).filter((name) => !!valueOf(env, name) === wanted),
    );
    if (given?.length && missing?.length) {
      problems.push(`${missing.join(' and ')} must be set, too, as ${given.join(' and ')} is.`);
    }
    return missing?.length === 0;
  };
  const port = read(settings.port);
  const publicUrl = valueOf(env, settings.publicUrl.name)
    ? read(settings.publicUrl)
    : `http://localhost:${port}`;
  const config = {
    host: read(settings.host),
    port,
    publicUrl,
    dataDir: resolve(folder, read(settings.dataDir) ?? ''),
    roles: read(settings.roles),
    databaseUrl: read(settings.databaseUrl),
    redisUrl: read(settings.redisUrl),
    logLevel: read(settings.logLevel),
    importMegabytes: read(settings.importMegabytes),
    shutdownSeconds: read(settings.shutdownSeconds),
    keepBodiesDays: read(settings.keepBodiesDays),
    metricsToken: read(settings.metricsToken),
    securityContact: read(settings.securityContact),
    trustedProxies: read(settings.trustedProxies) ?? [],
    secretKey: read(settings.secretKey),
    mail: isSet(settings.smtpUrl, settings.mailFrom)
      ? { smtpUrl: read(settings.smtpUrl), from: read(settings.mailFrom) }
      : undefined,
    oidc: isSet(settings.oidcIssuer, settings.oidcClientId, settings.oidcClientSecret)
      ? {
          issuer: read(settings.oidcIssuer),
          clientId: read(settings.oidcClientId),
          clientSecret: read(settings.oidcClientSecret),
          name: read(settings.oidcName),
          domains: read(settings.oidcDomains) ?? [],
        }
      : undefined,
  };
  const known = Object.values(settings).map(({ name }) => name);
  problems.push(...unknownNames(Object.keys(env), known));
  if (problems.length > 0) throw new CannotRun(problems.join('\n'));
  return config as Config;
}

/** A variable that is set to nothing, as in `PORT=`, is not set. */
function valueOf(env: Environment, name: string): string | undefined {
  return env[name]?.trim() || undefined;
}

function explain({ name, secret, write }: Setting<unknown>, given: string, wrong: string): string {
  return `${name} is "${shown(given, secret)}", which ${wrong}. Write ${write}.`;
}

function shown(given: string, secret: Setting<unknown>['secret']): string {
  if (secret === 'password') return '***';
  return secret === 'address' ? masked(given) : given;
}

/** What stands before the last `@` is a name and a password, and there may be one among the options. */
function masked(url: string): string {
  return url.replace(/^([a-z+]+:\/\/)?.*@/i, '$1***@').replace(/(password=)[^&]*/gi, '$1***');
}
