import type { Role } from './grants.js';

/** Everybody who can hold a key, as the table of access shows them. */
export const ROLES = ['owner', 'rep', 'screen', 'source'] as const satisfies readonly Role[];

/**
 * What can be done, and who may: the one table of access. Every route and every topic names one line of
 * it, or says that it proves by itself what needs proof. Whose data it is, is not decided here: all of
 * it is the caller's own organisation's. Jobs carry an id and nothing else, and only servers make them.
 */
export const PERMISSIONS = {
  'boards.read': ['owner', 'rep', 'screen'],
  'celebrations.watch': ['owner', 'rep', 'screen'],
  'imports.manage': ['owner'],
  'parked.manage': ['owner'],
  'people.manage': ['owner'],
  'people.read': ['owner', 'rep'],
  'phones.open': ['owner'],
  'scores.explain': ['owner', 'rep'],
  'screens.manage': ['owner'],
  /** Of a screen: itself only. */
  'screens.play': ['owner', 'screen'],
  'session.read': ['owner', 'rep', 'screen'],
  'sources.manage': ['owner'],
  'status.read': ['owner'],
} as const satisfies Readonly<Record<string, readonly Role[]>>;

export type Permission = keyof typeof PERMISSIONS;

export function mayDo(role: Role, permission: Permission): boolean {
  const roles: readonly Role[] = PERMISSIONS[permission];
  return roles.includes(role);
}

/** What may be watched, by the first word of the topic. */
export const TOPICS = {
  board: 'boards.read',
  feed: 'celebrations.watch',
  screen: 'screens.play',
} as const satisfies Readonly<Record<string, Permission>>;

export type TopicKind = keyof typeof TOPICS;
