import type { AdmitAccount } from '@bellwether/application';
import { betterAuth } from 'better-auth';
import { APIError } from 'better-auth/api';
import { genericOAuth } from 'better-auth/plugins/generic-oauth';
import { twoFactor } from 'better-auth/plugins/two-factor';
import { Kysely, PostgresDialect } from 'kysely';
import type { Pool } from 'pg';
import { Links } from '../access/links.js';
import type { Config } from '../config/load-config.js';
import type { Log } from '../engines/log.js';
import { accountMaker } from './account-maker.js';
import { passkeyPlugin } from './passkey-plugin.js';
import { resetLetter, verificationLetter } from '../mail/letters.js';
import type { Mailer } from '../mail/mailer.js';
import type { SecretKey } from '../secret-key/secret-key.js';
import type { RedisRateLimits } from '../stores/redis-rate-limits.js';

/** Where Better Auth answers. */
export const SIGN_IN_PATH = '/api/auth';
/** What the identity provider of the configuration is called there. */
const PROVIDER = 'sso';
/** Set by us from the connection; what a client sends under this name is dropped. */
export const ADDRESS_HEADER = 'x-bellwether-client-address';
const LEAST_PASSWORD = 10;
const MOST_PASSWORD = 128;
const HOUR_SECONDS = 3_600;
const DAY_SECONDS = 86_400;
/** A passkey that does not fit, or a page elsewhere, is nothing that has failed here; who asks is told. */
const WRONG_TRY = /^(Failed to verify (registration|authentication)$|Invalid \w+: )/;

export interface SignInParts {
  readonly pool: Pool;
  readonly config: Pick<Config, 'publicUrl' | 'oidc'>;
  readonly key: SecretKey;
  readonly mailer: Mailer;
  readonly limits: RedisRateLimits;
  readonly admit: AdmitAccount;
  /** A session of this account has ended. */
  readonly onEnd: (userId: string) => Promise<void>;
  readonly log: Log;
}

export type SignIn = ReturnType<typeof openSignIn>;

/** Sign-in with password, second factor and identity provider: Better Auth on our PostgreSQL. */
export function openSignIn(parts: SignInParts) {
  const { pool, config, key, mailer, limits, admit, onEnd, log } = parts;
  const links = new Links(config.publicUrl);
  return betterAuth({
    appName: 'Bellwether',
    baseURL: config.publicUrl,
    basePath: SIGN_IN_PATH,
    secret: key.forPurpose('sign-in').toString('base64url'),
    database: {
      db: new Kysely({ dialect: new PostgresDialect({ pool }) }),
      type: 'postgres' as const,
      transaction: true,
    },
    telemetry: { enabled: false },
    logger: {
      log: (level, message) => {
        if (level === 'error' && !WRONG_TRY.test(message)) log.error(message);
      },
    },
    // A page of this very server, by whatever name it was reached.
    trustedOrigins: (request) => {
      const host = request?.headers.get('host');
      return host ? [`http://${host}`, `https://${host}`] : [];
    },
    advanced: {
      cookiePrefix: 'bellwether',
      // Left to itself, the library looks away where NODE_ENV says that it is tested.
      disableOriginCheck: false,
      useSecureCookies: config.publicUrl.startsWith('https:'),
      ipAddress: { ipAddressHeaders: [ADDRESS_HEADER] },
    },
    rateLimit: {
      enabled: true,
      window: 60,
      max: 120,
      // A whole office may sign in from one address; passwords are guessed by the thousand.
      customRules: {
        '/sign-in/*': { window: 60, max: 20 },
        '/request-password-reset': { window: 600, max: 20 },
        '/reset-password': { window: 600, max: 20 },
        '/two-factor/*': { window: 60, max: 10 },
        // Signing in with one asks twice, and none can be guessed.
        '/passkey/*': { window: 60, max: 40 },
        '/get-session': false,
      },
      customStorage: { consume: (what, rule) => limits.consume(what, rule) },
    },
    user: {
      modelName: 'account_user',
      validateUserInfo: async ({ user, source }) => {
        if (source.method !== 'oauth' || source.action === 'sign-in') return;
        if (await admit.mayJoin(vouchedFor(user))) return;
        return {
          error: 'not_invited',
          errorDescription: 'Ask whoever runs Bellwether to invite you',
        };
      },
    },
    session: {
      modelName: 'account_session',
      expiresIn: 30 * DAY_SECONDS,
      updateAge: DAY_SECONDS,
    },
    account: {
      modelName: 'account_login',
      // Who signs in is all that we ask the provider.
      updateAccountOnSignIn: false,
      encryptOAuthTokens: true,
      accountLinking: { enabled: true, trustedProviders: [] },
    },
    verification: { modelName: 'account_verification', storeIdentifier: 'hashed' },
    emailAndPassword: {
      enabled: true,
      autoSignIn: false,
      minPasswordLength: LEAST_PASSWORD,
      maxPasswordLength: MOST_PASSWORD,
      resetPasswordTokenExpiresIn: HOUR_SECONDS,
      revokeSessionsOnPasswordReset: true,
      sendResetPassword: ({ user, token }) => {
        mailer.send(resetLetter(user.email, links.reset(token)));
        return Promise.resolve();
      },
    },
    emailVerification: {
      expiresIn: HOUR_SECONDS,
      sendVerificationEmail: ({ user, url }) => {
        mailer.send(verificationLetter(user.email, url));
        return Promise.resolve();
      },
    },
    databaseHooks: {
      session: {
        create: {
          before: async (session, context) => {
            const user = await context?.context.internalAdapter.findUserById(session.userId);
            if (user && (await admit.execute(user.id, vouchedFor(user)))) return;
            throw new APIError('FORBIDDEN', {
              code: 'NOT_A_MEMBER',
              message: 'This account belongs to no organisation any more',
            });
          },
        },
        delete: {
          after: (session) => onEnd(session.userId),
        },
      },
    },
    plugins: [
      accountMaker(),
      twoFactor({
        issuer: 'Bellwether',
        schema: { twoFactor: { modelName: 'account_two_factor' } },
      }),
      passkeyPlugin(config.publicUrl),
      ...(config.oidc ? [providerPlugin(config.oidc)] : []),
    ],
  });
}

function providerPlugin({ issuer, clientId, clientSecret, name }: NonNullable<Config['oidc']>) {
  return genericOAuth({
    config: [
      {
        providerId: PROVIDER,
        name,
        discoveryUrl: `${issuer}/.well-known/openid-configuration`,
        requireIdTokenVerification: true,
        clientId,
        clientSecret,
        scopes: ['openid', 'profile', 'email'],
        pkce: true,
      },
    ],
  });
}

function vouchedFor({ email, emailVerified }: { email?: string; emailVerified?: boolean }) {
  return { email: email ?? '', isProven: emailVerified === true };
}
