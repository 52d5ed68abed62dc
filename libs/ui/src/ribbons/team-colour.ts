import type { Team } from '@bellwether/contracts';
import { ribbonLook } from './ribbon.js';

export interface TeamColour {
  readonly fill: string;
  /** Night or white, whichever reads on the fill. */
  readonly text: string;
}

/** The colour of a team's people, as tokens of the surface they stand on. Who has no team is grey. */
export function teamColour(team: Pick<Team, 'ribbon'> | null): TeamColour {
  const name = team ? String(ribbonLook(team.ribbon).colour) : 'none';
  return { fill: `var(--team-${name})`, text: `var(--on-team-${name})` };
}
