import { z } from 'zod';

/** `GET /api/v1/session`: who the key in the `Authorization: Bearer` header, or the signed-in account, is. */
export const Session = z.object({
  role: z.enum(['owner', 'admin', 'manager', 'rep', 'viewer', 'screen']),
  organisation: z.object({
    name: z.string(),
    timeZone: z.string(),
    currency: z.string(),
    /** BCP 47, e.g. `en-IE`. */
    locale: z.string(),
  }),
  /** The screen that this key pairs; null for people. */
  screenId: z.int().nullable(),
  /** The person whose key or account this is; null for screens, and for who does not compete. */
  personId: z.int().nullable(),
  /** The teams that a manager manages; empty for everybody else. */
  teamIds: z.array(z.int()),
  /** What whoever asks may do, by the names of the table of access: `screens.manage`, … */
  may: z.array(z.string()),
  /** Who signed in; null for keys. */
  account: z.object({ name: z.string(), email: z.string() }).nullable(),
});
export type Session = z.infer<typeof Session>;
