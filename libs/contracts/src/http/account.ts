import { z } from 'zod';

/** `GET /api/v1/sign-in`: by which ways people get in. */
export const SignInWays = z.object({
  /** What the button says; null without an identity provider. */
  provider: z.string().nullable(),
  /** Whether forgotten passwords are answered by mail; otherwise on the terminal of the server. */
  mails: z.boolean(),
  /** The only origin that passkeys are good for, `https://…`; null where browsers make none. */
  passkeysAt: z.string().nullable(),
});
export type SignInWays = z.infer<typeof SignInWays>;

/** `GET /api/v1/account`: one's own. Moments are milliseconds since 1970. */
export const AccountReply = z.object({
  name: z.string(),
  email: z.string(),
  hasPassword: z.boolean(),
  hasTwoFactor: z.boolean(),
  passkeys: z.array(z.object({ id: z.string(), name: z.string(), addedAt: z.number() })),
  sessions: z.array(
    z.object({
      id: z.string(),
      /** `Firefox on Linux`, as far as the browser says. */
      browser: z.string(),
      address: z.string().nullable(),
      signedInAt: z.number(),
      seenAt: z.number(),
      isThis: z.boolean(),
    }),
  ),
});
export type AccountReply = z.infer<typeof AccountReply>;
