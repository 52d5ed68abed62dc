import { z } from 'zod';
import { CalendarDay, RowId } from './row-id.js';

const name = z.string().trim().min(1).max(100);

export const IdentityBody = z.union([
  z.strictObject({ email: z.email().max(254) }),
  /** The id that a source knows somebody by, as parked items name it: `source-3:77001`. */
  z.strictObject({ source: RowId, id: z.string().min(1).max(200) }),
]);
export type IdentityBody = z.infer<typeof IdentityBody>;

/** `POST /api/v1/people`. */
export const PersonBody = z.strictObject({
  name,
  shortName: name.optional(),
  photoUrl: z
    .url({ protocol: /^https$/ })
    .max(500)
    .optional(),
  identities: z.array(IdentityBody).max(20).default([]),
  team: RowId.optional(),
  /** First day in the team; default: today. */
  since: CalendarDay.optional(),
});
export type PersonBody = z.infer<typeof PersonBody>;

/** `POST /api/v1/people/:id/team`: from a day on in this team, or in none. */
export const MoveBody = z.strictObject({
  team: RowId.nullable(),
  from: CalendarDay,
});
export type MoveBody = z.infer<typeof MoveBody>;

export const TeamBody = z.strictObject({ name });
export type TeamBody = z.infer<typeof TeamBody>;

export const PeopleReply = z.object({
  people: z.array(
    z.object({
      id: z.int(),
      name: z.string(),
      shortName: z.string(),
      photoUrl: z.string().nullable(),
      team: z.int().nullable(),
    }),
  ),
  teams: z.array(z.object({ id: z.int(), name: z.string(), ribbon: z.int() })),
});
export type PeopleReply = z.infer<typeof PeopleReply>;
