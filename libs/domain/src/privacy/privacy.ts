export const AUDIENCES = ['everyone', 'team', 'managers', 'person'] as const;
export const DETAILS = ['value', 'progress', 'rank'] as const;

/** Who a metric's boards are for, and how much of them is told. */
export interface Privacy {
  /**
   * `team`: each team sees its own board only. `managers`: nobody but those who manage.
   * `person`: everybody sees their own line, and nobody sees another's, whatever their role.
   */
  readonly audience: (typeof AUDIENCES)[number];
  /** `progress`: each score as a share of the leader's. `rank`: places and nothing else. */
  readonly shows: (typeof DETAILS)[number];
  /** How many places are listed; null is all of them. */
  readonly places: number | null;
}

/** One page of a wall. Whoever stands further down is told where, and nobody else is. */
export const DEFAULT_PRIVACY: Privacy = { audience: 'everyone', shows: 'value', places: 12 };

/** Whether a board looks the same to everybody. */
export function isOpen({ audience, shows, places }: Privacy): boolean {
  return audience === 'everyone' && shows === 'value' && places === null;
}
