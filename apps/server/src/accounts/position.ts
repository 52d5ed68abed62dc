import type { Misplaced, Position } from '@bellwether/application';
import type { PositionBody } from '@bellwether/contracts';
import type { PersonId, TeamId } from '@bellwether/domain';
import type { z } from 'zod';
import { PublicError } from '../http/public-error.js';

/** A position as it was asked for. Teams mean something for managers only. */
export function positionOf({ role, person, teams }: z.output<typeof PositionBody>): Position {
  return {
    role,
    personId: person as PersonId | null,
    teamIds: role === 'manager' ? (teams as TeamId[]) : [],
  };
}

export function presentPosition({ role, personId, teamIds }: Position): {
  role: Position['role'];
  person: number | null;
  teams: number[];
} {
  return { role, person: personId, teams: [...teamIds] };
}

export function misplacedError(wrong: Misplaced): PublicError {
  return wrong === 'unknown-person'
    ? new PublicError('impossible', 'There is no such person', '/position/person')
    : new PublicError('impossible', 'There is no such team', '/position/teams');
}
