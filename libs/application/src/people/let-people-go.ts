import type { BusinessDate, OrganisationId, PersonId } from '@bellwether/domain';
import type { Actor } from '../ports/audit.js';
import type { BoardStore } from '../ports/board-store.js';
import type { Profiles } from '../ports/profiles.js';
import type { Signals } from '../ports/signals.js';
import { renewBoards } from './renew-boards.js';

/** Lets people go and come back. What they did stays, and so do their numbers. */
export class LetPeopleGo {
  constructor(
    private readonly profiles: Profiles,
    private readonly store: BoardStore,
    private readonly signals: Signals,
  ) {}

  async deactivate(
    organisationId: OrganisationId,
    personId: PersonId,
    leftOn: BusinessDate,
    by: Actor,
  ): Promise<'changed' | 'unknown-person' | 'last-owner'> {
    const outcome = await this.profiles.deactivate(organisationId, personId, leftOn, by);
    if (outcome === 'changed') await this.#shutOut(organisationId, personId);
    return outcome;
  }

  async reactivate(
    organisationId: OrganisationId,
    personId: PersonId,
    by: Actor,
  ): Promise<'changed' | 'unknown-person' | 'erased'> {
    const outcome = await this.profiles.reactivate(organisationId, personId, by);
    if (outcome === 'changed') {
      await this.signals.send({ kind: 'directory-changed', organisationId });
    }
    return outcome;
  }

  /** Forgets on request whatever names them. */
  async erase(
    organisationId: OrganisationId,
    personId: PersonId,
    by: Actor,
  ): Promise<{ readonly pseudonym: string } | 'unknown-person' | 'last-owner'> {
    const outcome = await this.profiles.erase(organisationId, personId, by);
    if (typeof outcome === 'string') return outcome;
    await this.#shutOut(organisationId, personId);
    await renewBoards(
      this.store,
      this.signals,
      organisationId,
      ({ competitors }) => competitors === 'reps',
    );
    return outcome;
  }

  async #shutOut(organisationId: OrganisationId, personId: PersonId): Promise<void> {
    await this.signals.send({ kind: 'person-shut-out', organisationId, personId });
    await this.signals.send({ kind: 'directory-changed', organisationId });
  }
}
