import type { OrganisationId, PersonId, Photo } from '@bellwether/domain';
import type { Actor } from '../ports/audit.js';
import type { BoardStore } from '../ports/board-store.js';
import type { Identity } from '../ports/people.js';
import type { ProfileChange, ProfileChanged, Profiles } from '../ports/profiles.js';
import type { Secrets } from '../ports/secrets.js';
import type { Signals } from '../ports/signals.js';
import { renewBoards } from './renew-boards.js';

/** Changes what people are called and look like. Every screen follows at once. */
export class KeepProfiles {
  constructor(
    private readonly profiles: Profiles,
    private readonly store: BoardStore,
    private readonly signals: Signals,
    private readonly secrets: Secrets,
  ) {}

  async change(
    organisationId: OrganisationId,
    personId: PersonId,
    change: ProfileChange,
    by: Actor,
  ): Promise<ProfileChanged> {
    const outcome = await this.profiles.change(organisationId, personId, change, by);
    if (outcome === 'changed') await this.#tell(organisationId, change.name !== undefined);
    return outcome;
  }

  async removeIdentity(
    organisationId: OrganisationId,
    personId: PersonId,
    identity: Identity,
    by: Actor,
  ): Promise<'removed' | 'unknown-person' | 'unknown-identity'> {
    const outcome = await this.profiles.removeIdentity(organisationId, personId, identity, by);
    if (outcome === 'removed') await this.#tell(organisationId, false);
    return outcome;
  }

  /** Null takes the photo away. */
  async setPhoto(
    organisationId: OrganisationId,
    personId: PersonId,
    photo: Photo | null,
    by: Actor,
  ): Promise<'changed' | 'unknown-person' | 'erased'> {
    const named = photo && { photo, name: this.secrets.photo() };
    const outcome = await this.profiles.setPhoto(organisationId, personId, named, by);
    if (outcome === 'changed') await this.#tell(organisationId, false);
    return outcome;
  }

  /** Names decide between those who reached a score together, so a new one can move its row. */
  async #tell(organisationId: OrganisationId, renamed: boolean): Promise<void> {
    await this.signals.send({ kind: 'directory-changed', organisationId });
    if (!renamed) return;
    await renewBoards(
      this.store,
      this.signals,
      organisationId,
      ({ competitors }) => competitors === 'reps',
    );
  }
}
