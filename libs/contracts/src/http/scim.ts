import { z } from 'zod';

export const SCIM_USER = 'urn:ietf:params:scim:schemas:core:2.0:User';
export const SCIM_ENTERPRISE = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';

const text = z.string().nullish();

/** `POST` and `PUT /scim/v2/Users`; what we do not keep is no mistake. */
export const ScimUserBody = z.looseObject({
  userName: z.string().trim().min(1),
  externalId: text,
  displayName: text,
  name: z.looseObject({ formatted: text, givenName: text, familyName: text }).nullish(),
  nickName: text,
  title: text,
  /** Some send it as text. */
  active: z.union([z.boolean(), z.string()]).nullish(),
  emails: z.array(z.looseObject({ value: text })).nullish(),
  [SCIM_ENTERPRISE]: z
    .looseObject({
      department: text,
      manager: z.union([z.string(), z.looseObject({ value: text })]).nullish(),
    })
    .nullish(),
});
export type ScimUserBody = z.infer<typeof ScimUserBody>;

/** `PATCH /scim/v2/Users/:id`. */
export const ScimPatchBody = z.looseObject({
  Operations: z
    .array(
      z.looseObject({
        op: z.string(),
        path: z.string().max(300).optional(),
        value: z.unknown().optional(),
      }),
    )
    .min(1)
    .max(100),
});
export type ScimPatchBody = z.infer<typeof ScimPatchBody>;

/** `GET /scim/v2/Users`. */
export const ScimUsersQuery = z.object({
  filter: z.string().max(500).optional(),
  /** From 1 on; what is less means 1. */
  startIndex: z.coerce.number().int().default(1),
  /** What is less than 0 means 0. */
  count: z.coerce.number().int().default(100),
});
export type ScimUsersQuery = z.infer<typeof ScimUsersQuery>;

/** A person as SCIM tells of them. */
export interface ScimUser {
  readonly schemas: readonly string[];
  readonly id: string;
  readonly externalId?: string;
  readonly userName: string;
  readonly displayName: string;
  readonly name: {
    readonly formatted: string;
    readonly givenName: string;
    readonly familyName: string;
  };
  readonly nickName?: string;
  readonly title?: string;
  readonly active: boolean;
  readonly emails: readonly {
    readonly value: string;
    readonly type: string;
    readonly primary: boolean;
  }[];
  readonly [SCIM_ENTERPRISE]?: {
    readonly department?: string;
    readonly manager?: { readonly value: string };
  };
  readonly meta: { readonly resourceType: 'User'; readonly location: string };
}

export interface ScimUsersReply {
  readonly schemas: readonly string[];
  readonly totalResults: number;
  readonly startIndex: number;
  readonly itemsPerPage: number;
  readonly Resources: readonly ScimUser[];
}
