import type { Role } from './grants.js';

/** Everybody who can hold a key or an account, as the table of access shows them. */
export const ROLES = [
  'owner',
  'admin',
  'manager',
  'rep',
  'viewer',
  'screen',
  'source',
  'provisioner',
] as const satisfies readonly Role[];

const RUNNERS = ['owner', 'admin'] as const satisfies readonly Role[];
const LEADERS = [...RUNNERS, 'manager'] as const satisfies readonly Role[];
const PEOPLE = [...LEADERS, 'rep', 'viewer'] as const satisfies readonly Role[];

/**
 * What can be done, and who may: the one table of access. Every route and every topic names one line of
 * it, or says that it proves by itself what needs proof. Whose data it is, is not decided here: all of
 * it is the caller's own organisation's. Jobs carry an id and nothing else, and only servers make them.
 */
export const PERMISSIONS = {
  /** One's own, of whoever signed in. */
  'account.own': PEOPLE,
  'audit.read': RUNNERS,
  'boards.read': [...PEOPLE, 'screen'],
  'celebrations.watch': [...PEOPLE, 'screen'],
  'goals.manage': RUNNERS,
  /** A manager's: of their own teams. */
  'goals.read': LEADERS,
  'imports.manage': RUNNERS,
  'members.manage': RUNNERS,
  'metrics.manage': RUNNERS,
  /** Its name, zone, calendar and holidays. */
  'organisation.manage': RUNNERS,
  'parked.manage': RUNNERS,
  /** A manager's: of their own teams. */
  'people.lead': LEADERS,
  'people.manage': RUNNERS,
  /** Of an identity provider: to bring people in and let them go. */
  'people.provision': ['provisioner'],
  'people.read': PEOPLE,
  /** A manager's: of their own teams. */
  'phones.open': LEADERS,
  /** A manager's: of their own teams. */
  'scorecards.lead': LEADERS,
  'scorecards.manage': RUNNERS,
  /** One's own, of whoever competes. */
  'scorecards.own': PEOPLE,
  /** A manager's: of their own teams. A rep's: their own. */
  'scorecards.read': [...LEADERS, 'rep'],
  /** Not for those who look on: entries name customers. */
  'scores.explain': [...LEADERS, 'rep'],
  'screens.manage': LEADERS,
  /** A screen's about itself. */
  'screens.own': ['screen'],
  /** Of a screen: itself only. */
  'screens.play': [...LEADERS, 'screen'],
  'session.read': [...PEOPLE, 'screen'],
  'sources.manage': RUNNERS,
  'status.read': LEADERS,
} as const satisfies Readonly<Record<string, readonly Role[]>>;

export type Permission = keyof typeof PERMISSIONS;

/** What managers do for the people of their own teams and for nobody else, as `OwnTeams` sees to. */
export const FOR_OWN_TEAMS: readonly Permission[] = [
  'people.lead',
  'phones.open',
  'scorecards.read',
];

/** All that a role may do. */
export function permissionsOf(role: Role): Permission[] {
  const all = Object.keys(PERMISSIONS) as Permission[];
  return all.filter((permission) => mayDo(role, permission));
}

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
