import { z } from 'zod';
import { PasskeyMade, PasskeyShown } from './passkeys.js';

const text = (most: number) => z.string().min(1).max(most);
const password = text(128);
const code = text(40);
/** A page of this server, where a browser is sent back to. */
const page = z
  .string()
  .max(200)
  .regex(/^(\/[\w-]+){1,3}\/?$/, 'is no page of this server, e.g. /desk/');

/**
 * What of sign-in is reached from outside, each with what it takes: in the query of a GET, in the body of a
 * POST. All else that the library behind it can do is not there.
 */
export const SIGN_IN_ROUTES = {
  'GET /get-session': z.object({}),
  /** Whatever the link says: the browser comes to the desk. */
  'GET /verify-email': z
    .object({ token: text(2_000) })
    .transform(({ token }) => ({ token, callbackURL: '/desk/' })),
  /** What the identity provider sends along is the library's to judge. */
  'GET /callback/sso': z.record(z.string().max(100), z.string().max(4_000)),
  'POST /sign-in/email': z.object({ email: text(254), password }),
  'POST /sign-in/social': z.object({
    provider: z.literal('sso'),
    callbackURL: page,
    errorCallbackURL: page,
  }),
  'POST /sign-out': z.object({}),
  'POST /request-password-reset': z.object({ email: text(254) }),
  'POST /reset-password': z.object({ token: text(200), newPassword: password }),
  'POST /change-password': z.object({
    currentPassword: password,
    newPassword: password,
    revokeOtherSessions: z.boolean().default(true),
  }),
  'POST /two-factor/enable': z.object({ password }),
  'POST /two-factor/disable': z.object({ password }),
  'POST /two-factor/verify-totp': z.object({ code }),
  'POST /two-factor/verify-backup-code': z.object({ code }),
  'POST /two-factor/generate-backup-codes': z.object({ password }),
  /** What a browser is asked to make a passkey of, for whoever is signed in. */
  'GET /passkey/generate-register-options': z.object({}),
  'POST /passkey/verify-registration': z.object({ response: PasskeyMade }),
  'GET /passkey/generate-authenticate-options': z.object({}),
  'POST /passkey/verify-authentication': z.object({ response: PasskeyShown }),
} as const satisfies Readonly<Record<string, z.ZodType>>;
