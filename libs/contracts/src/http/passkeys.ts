import { z } from 'zod';

/** Bytes as browsers write them: base64 with `-` and `_`, and nothing at the end. */
const bytes = (most: number) =>
  z
    .string()
    .min(1)
    .max(most)
    .regex(/^[\w-]+$/, 'is no base64url');

const credential = {
  id: bytes(1_400),
  rawId: bytes(1_400),
  type: z.literal('public-key'),
  authenticatorAttachment: z.enum(['platform', 'cross-platform']).optional(),
  clientExtensionResults: z.object({}).default({}),
};

/** What a browser answers once it has made a passkey: a `RegistrationResponseJSON` of WebAuthn. */
export const PasskeyMade = z.object({
  ...credential,
  response: z.object({
    clientDataJSON: bytes(8_000),
    attestationObject: bytes(40_000),
    transports: z
      .array(z.string().regex(/^[a-z-]{1,32}$/, 'is no way that a browser names'))
      .max(10)
      .optional(),
  }),
});

/** What a browser answers once somebody has shown theirs: an `AuthenticationResponseJSON` of WebAuthn. */
export const PasskeyShown = z.object({
  ...credential,
  response: z.object({
    clientDataJSON: bytes(8_000),
    authenticatorData: bytes(8_000),
    signature: bytes(2_000),
    userHandle: bytes(200).optional(),
  }),
});

/** `PATCH /api/v1/account/passkeys/:id`: what its holder calls it. */
export const PasskeyName = z.strictObject({ name: z.string().trim().min(1).max(60) });
export type PasskeyName = z.infer<typeof PasskeyName>;
