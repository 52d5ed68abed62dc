import { z } from 'zod';
import { RowId } from './row-id.js';

export const MemberRole = z.enum(['owner', 'admin', 'manager', 'rep', 'viewer']);
export type MemberRole = z.infer<typeof MemberRole>;

const personName = z.string().trim().min(1).max(100);
const email = z
  .email()
  .max(254)
  .transform((address) => address.toLowerCase());
export const Password = z
  .string()
  .min(10, 'has ten characters or more')
  .max(128, 'has 128 characters at the most');

/** As what somebody belongs to an organisation. */
export const PositionBody = z
  .strictObject({
    role: MemberRole,
    /** Who they are on the boards; a rep is always somebody. */
    person: RowId.nullable().default(null),
    /** Whom a manager manages. */
    teams: z.array(RowId).max(200).default([]),
  })
  .refine(({ role, person }) => role !== 'rep' || person !== null, {
    message: 'is needed for a rep: whose scores are theirs?',
    path: ['person'],
  });
export type PositionBody = z.input<typeof PositionBody>;

/** `POST /api/v1/invitations`. */
export const InvitationBody = z.strictObject({ email, position: PositionBody });
export type InvitationBody = z.input<typeof InvitationBody>;

export const InvitationMade = z.object({
  id: z.int(),
  /** To be handed over, and shown once; null when it was sent to the address. */
  url: z.string().nullable(),
});
export type InvitationMade = z.infer<typeof InvitationMade>;

const Position = z.object({
  role: MemberRole,
  person: z.int().nullable(),
  teams: z.array(z.int()),
});

/** `GET /api/v1/members`: who signs in, and who was asked to. Moments are milliseconds since 1970. */
export const MembersReply = z.object({
  members: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      email: z.string(),
      position: Position,
      joinedAt: z.number(),
      hasTwoFactor: z.boolean(),
      seenAt: z.number().nullable(),
      /** Whether whoever asks may change or remove them. */
      mayChange: z.boolean(),
      isYou: z.boolean(),
    }),
  ),
  invitations: z.array(
    z.object({
      id: z.int(),
      email: z.string(),
      position: Position,
      invitedBy: z.string(),
      invitedAt: z.number(),
      expiresAt: z.number(),
    }),
  ),
});
export type MembersReply = z.infer<typeof MembersReply>;

/** `POST /api/v1/invitations/read`, by whoever has the link. */
export const InvitationToken = z.strictObject({ token: z.string().min(10).max(200) });
export type InvitationToken = z.infer<typeof InvitationToken>;

export const InvitationShown = z.object({
  organisation: z.string(),
  invitedBy: z.string(),
  email: z.string(),
  role: MemberRole,
});
export type InvitationShown = z.infer<typeof InvitationShown>;

/** `POST /api/v1/invitations/accept`: makes the account and signs it in. */
export const InvitationAccepted = z.strictObject({
  token: z.string().min(10).max(200),
  name: personName,
  password: Password,
});
export type InvitationAccepted = z.infer<typeof InvitationAccepted>;

/** The account of whoever founds an organisation. */
export const OwnerBody = z.strictObject({ name: personName, email, password: Password });
export type OwnerBody = z.infer<typeof OwnerBody>;
