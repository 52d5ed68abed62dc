import type { BusinessDate, OrganisationId, PersonId, TeamId } from '@bellwether/domain';
import type { Actor } from '../ports/audit.js';
import type { BoardStore } from '../ports/board-store.js';
import type { People } from '../ports/people.js';
import type { Signals } from '../ports/signals.js';
import { renewBoards } from './renew-boards.js';

/** Moves somebody to a team from a day on. What they did since then counts for that team. */
export class MoveToTeam {
  constructor(
    private readonly people: People,
    private readonly store: BoardStore,
    private readonly signals: Signals,
  ) {}

  async execute(
    organisationId: OrganisationId,
    personId: PersonId,
    teamId: TeamId | null,
    from: BusinessDate,
    by: Actor,
  ): Promise<'moved' | 'unknown-person' | 'unknown-team'> {
    const outcome = await this.people.moveTo(organisationId, personId, teamId, from, by);
    if (outcome !== 'moved') return outcome;
    await this.signals.send({ kind: 'directory-changed', organisationId });
    await renewBoards(
      this.store,
      this.signals,
      organisationId,
      ({ competitors, teamId: ofTeam }) => competitors === 'teams' || ofTeam !== null,
    );
    return outcome;
  }
}
