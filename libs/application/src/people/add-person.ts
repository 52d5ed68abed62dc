import type { OrganisationId, PersonId } from '@bellwether/domain';
import type { Parked } from '../ports/parked.js';
import type { Identity, NewPerson, People } from '../ports/people.js';
import type { ScoringRequests } from '../ports/scoring-requests.js';
import type { Signals } from '../ports/signals.js';

/** Makes somebody known. What was parked because nobody knew them counts from now on. */
export class AddPerson {
  constructor(
    private readonly people: People,
    private readonly parked: Parked,
    private readonly scoring: ScoringRequests,
    private readonly signals: Signals,
  ) {}

  async execute(
    organisationId: OrganisationId,
    person: NewPerson,
  ): Promise<PersonId | 'identity-taken'> {
    const personId = await this.people.addPerson(organisationId, person);
    if (personId !== 'identity-taken') await this.#welcome(organisationId, person.identities);
    return personId;
  }

  async addIdentity(
    organisationId: OrganisationId,
    personId: PersonId,
    identity: Identity,
  ): Promise<'added' | 'identity-taken' | 'unknown-person'> {
    const outcome = await this.people.addIdentity(organisationId, personId, identity);
    if (outcome === 'added') await this.#welcome(organisationId, [identity]);
    return outcome;
  }

  async #welcome(organisationId: OrganisationId, identities: readonly Identity[]): Promise<void> {
    await this.signals.send({ kind: 'directory-changed', organisationId });
    let waiting = 0;
    for (const { namespace, value } of identities) {
      const subject = `${namespace}:${value}`;
      // Whoever is somebody now is not set aside any more.
      await this.parked.notice(organisationId, { kind: 'unknown-person', subject });
      waiting += await this.parked.requeue(organisationId, { kind: 'unknown-person', subject });
    }
    if (waiting > 0) await this.scoring.request(organisationId);
  }
}
