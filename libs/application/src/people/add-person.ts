import type { OrganisationId, PersonId } from '@bellwether/domain';
import type { Actor } from '../ports/audit.js';
import { asSystem } from '../ports/audit.js';
import type { Parked } from '../ports/parked.js';
import type { Identity, NewPerson, People } from '../ports/people.js';
import type { ScoringRequests } from '../ports/scoring-requests.js';
import type { Signals } from '../ports/signals.js';

/** What follows from somebody being known is nobody's decision. */
const BELLWETHER = asSystem('Bellwether');

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
    by: Actor,
  ): Promise<PersonId | 'identity-taken'> {
    const personId = await this.people.addPerson(organisationId, person, by);
    if (personId !== 'identity-taken') await this.#welcome(organisationId, person.identities);
    return personId;
  }

  async addIdentity(
    organisationId: OrganisationId,
    personId: PersonId,
    identity: Identity,
    by: Actor,
  ): Promise<'added' | 'identity-taken' | 'unknown-person'> {
    const outcome = await this.people.addIdentity(organisationId, personId, identity, by);
    if (outcome === 'added') await this.#welcome(organisationId, [identity]);
    return outcome;
  }

  async #welcome(organisationId: OrganisationId, identities: readonly Identity[]): Promise<void> {
    await this.signals.send({ kind: 'directory-changed', organisationId });
    let waiting = 0;
    for (const { namespace, value } of identities) {
      const subject = `${namespace}:${value}`;
      const filter = { kind: 'unknown-person', subject };
      // Whoever is somebody now is not set aside any more.
      await this.parked.notice(organisationId, filter, BELLWETHER);
      waiting += await this.parked.requeue(organisationId, filter, BELLWETHER);
    }
    if (waiting > 0) await this.scoring.request(organisationId);
  }
}
