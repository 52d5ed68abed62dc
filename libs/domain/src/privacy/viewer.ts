import type { PersonId, TeamId } from '../ids.js';

/** Somebody who looks at a board. */
export interface Viewer {
  /** `runner`: answers for everybody. `onlooker`: a wall, or somebody who competes with nobody. */
  readonly kind: 'runner' | 'manager' | 'rep' | 'onlooker';
  /** Who they are on the boards, whatever else they are. */
  readonly personId: PersonId | null;
  /** The team that they play in today. */
  readonly teamId: TeamId | null;
  /** The teams that they manage. */
  readonly manages: readonly TeamId[];
}
