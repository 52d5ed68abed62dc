import { z } from 'zod';
import { ScreenView } from '../live/screen.js';
import { RowId } from './row-id.js';
import { ScreenName } from './screens.js';

/** No two of them are mistaken for each other across a room, and no word comes of them. */
export const PAIRING_ALPHABET = 'CDFHJKMNPQRTVWXY34679';

/** A code as somebody types it: `hk7p rm4x` is `HK7P-RM4X`. */
export const PairingCode = z
  .string()
  .max(40)
  .transform((typed) => typed.toUpperCase().replaceAll(/[\s-]/g, ''))
  .pipe(z.string().regex(new RegExp(`^[${PAIRING_ALPHABET}]{8}$`), 'is eight letters and digits'))
  .transform((code) => `${code.slice(0, 4)}-${code.slice(4)}`);

/**
 * `POST /api/v1/pairings`, by a screen that has no key: the names are those of RFC 8628, times are in
 * seconds.
 */
export const PairingStarted = z.object({
  /** Known to the screen only. */
  deviceCode: z.string(),
  /** `HK7P-RM4X`: shown for somebody to type. */
  userCode: z.string(),
  /** Where it is typed. */
  verificationUri: z.string(),
  /** The same with the code in it. */
  verificationUriComplete: z.string(),
  expiresIn: z.number(),
  /** How long to wait between two questions whether it is paired. */
  interval: z.number(),
  /** `verificationUriComplete` as a QR code: dark modules as a path on a square of `size` modules. */
  qr: z.object({ size: z.number(), path: z.string() }),
});
export type PairingStarted = z.infer<typeof PairingStarted>;

/** `POST /api/v1/pairings/poll`, by the same screen. */
export const PairingPoll = z.strictObject({ deviceCode: z.string().max(200) });
export type PairingPoll = z.infer<typeof PairingPoll>;

export const PairingState = z.discriminatedUnion('state', [
  z.object({ state: z.literal('waiting') }),
  /** The key is the screen's from now on; asked again, another one is made and this one ends. */
  z.object({ state: z.literal('paired'), key: z.string() }),
  /** The code is no longer taken; begin anew. */
  z.object({ state: z.literal('expired') }),
]);
export type PairingState = z.infer<typeof PairingState>;

/** `POST /api/v1/pairings/claim`, at the desk: a new screen by its name, or one that is there. */
export const PairingClaim = z
  .strictObject({
    code: PairingCode,
    name: ScreenName.optional(),
    screenId: RowId.optional(),
  })
  .transform(({ code, name, screenId }, context) => {
    if (name !== undefined && screenId === undefined) return { code, as: { name } };
    if (screenId !== undefined && name === undefined) return { code, as: { screenId } };
    const message =
      'is needed for a new screen, and left out with the screenId of one that is there';
    context.addIssue({ code: 'custom', path: ['name'], message });
    return z.NEVER;
  });
/** As it is sent. */
export type PairingClaim = z.input<typeof PairingClaim>;

export const PairingClaimed = z.object({ screen: ScreenView });
export type PairingClaimed = z.infer<typeof PairingClaimed>;
