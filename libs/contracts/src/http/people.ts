import { z } from 'zod';
import { CalendarDay, RowId } from './row-id.js';
import { TimeZone } from './time-zone.js';
import { Absences, WorkingDays } from './working-calendar.js';

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

/** `POST /api/v1/people/import`. */
export const PeopleImportQuery = z.object({
  dryRun: z.stringbool({ error: 'is neither true nor false' }).default(false),
});
export type PeopleImportQuery = z.output<typeof PeopleImportQuery>;

/** What became of each row, or would; the header is row 1. */
export const PeopleImported = z.object({
  rows: z.array(
    z.object({
      row: z.int(),
      name: z.string(),
      verdict: z.enum(['added', 'changed', 'unchanged', 'refused']),
      /** What is new, or why not. */
      reason: z.string(),
    }),
  ),
});
export type PeopleImported = z.infer<typeof PeopleImported>;

/** Short texts about somebody; null takes them away. */
const told = z.string().trim().min(1).max(100).nullable();

/** `PATCH /api/v1/people/:id`: what is not named stays as it is. */
export const ProfileBody = z
  .strictObject({
    name,
    shortName: name,
    nickname: told,
    /** How the name is said, e.g. `ah-MAH-ra`. */
    pronunciation: told,
    jobTitle: told,
    /** The id of another person. */
    manager: RowId.nullable(),
    hiredOn: CalendarDay.nullable(),
    /** An IANA zone, when it is not the organisation's. */
    timeZone: TimeZone.nullable(),
    /** Null: as the organisation, Monday to Friday. */
    workingDays: WorkingDays.nullable(),
    /** All of them: what is left out is taken away. */
    absences: Absences,
  })
  .partial();
export type ProfileBody = z.infer<typeof ProfileBody>;

/** `POST /api/v1/people/:id/deactivate`. */
export const DeactivateBody = z.strictObject({
  /** Their last day; default: today. */
  leftOn: CalendarDay.optional(),
});
export type DeactivateBody = z.infer<typeof DeactivateBody>;

/** `POST /api/v1/people/:id/erase`: the name once more, as it cannot be undone. */
export const EraseBody = z.strictObject({ name });
export type EraseBody = z.infer<typeof EraseBody>;

/** `DELETE /api/v1/people/:id/identities`: as the profile names it. */
export const IdentityQuery = z.object({
  namespace: z.string().min(1).max(100),
  value: z.string().min(1).max(254),
});
export type IdentityQuery = z.infer<typeof IdentityQuery>;

/** `GET /api/v1/people/:id`. */
export const ProfileReply = z.object({
  id: z.int(),
  name: z.string(),
  shortName: z.string(),
  photoUrl: z.string().nullable(),
  nickname: z.string().nullable(),
  pronunciation: z.string().nullable(),
  jobTitle: z.string().nullable(),
  manager: z.int().nullable(),
  hiredOn: z.string().nullable(),
  leftOn: z.string().nullable(),
  timeZone: z.string().nullable(),
  workingDays: z.array(z.int()).nullable(),
  /** The earliest first. */
  absences: z.array(
    z.object({
      kind: z.enum(['holiday', 'sick', 'parental', 'other']),
      from: z.string(),
      until: z.string(),
    }),
  ),
  active: z.boolean(),
  /** Forgotten on request: the name is a pseudonym. */
  erased: z.boolean(),
  /** How sources call them: `email` or `source-3`, and by what. */
  identities: z.array(z.object({ namespace: z.string(), value: z.string() })),
});
export type ProfileReply = z.infer<typeof ProfileReply>;

export const PeopleReply = z.object({
  people: z.array(
    z.object({
      id: z.int(),
      name: z.string(),
      shortName: z.string(),
      nickname: z.string().nullable(),
      jobTitle: z.string().nullable(),
      /** False once they have left. */
      active: z.boolean(),
      photoUrl: z.string().nullable(),
      team: z.int().nullable(),
      /** Whether whoever asks may change something about them. */
      mayChange: z.boolean(),
    }),
  ),
  teams: z.array(z.object({ id: z.int(), name: z.string(), ribbon: z.int() })),
});
export type PeopleReply = z.infer<typeof PeopleReply>;
