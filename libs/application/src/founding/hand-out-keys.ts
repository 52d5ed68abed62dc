import type { OrganisationId, PersonId } from '@bellwether/domain';
import type { Organisations } from '../ports/organisations.js';
import type { Secrets } from '../ports/secrets.js';
import { DEFAULT_SLIDES } from './default-slides.js';

/** Makes keys for more walls and for phones. A key is shown once; earlier ones stay valid. */
export class HandOutKeys {
  constructor(
    private readonly organisations: Organisations,
    private readonly secrets: Secrets,
  ) {}

  /** A wall that plays what a first wall does, and the key that opens it. */
  async forNewScreen(
    organisationId: OrganisationId,
    name: string,
  ): Promise<{ readonly screenId: number; readonly key: string }> {
    const screenId = await this.organisations.addScreen(organisationId, {
      name,
      slides: DEFAULT_SLIDES,
    });
    return { screenId, key: await this.forScreen(organisationId, screenId, name) };
  }

  /** The screen must be one of the organisation's. */
  async forScreen(organisationId: OrganisationId, screenId: number, name: string): Promise<string> {
    const key = this.secrets.key('screen');
    await this.organisations.addKey(organisationId, key, name, { role: 'screen', screenId });
    return key;
  }

  /** The person must be one of the organisation's. */
  async forPerson(
    organisationId: OrganisationId,
    personId: PersonId,
    name: string,
  ): Promise<string> {
    const key = this.secrets.key('rep');
    await this.organisations.addKey(organisationId, key, name, { role: 'rep', personId });
    return key;
  }
}
