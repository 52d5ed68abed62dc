import type { OrganisationId, PersonId } from '@bellwether/domain';
import type { Actor } from '../ports/audit.js';
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
    by: Actor,
  ): Promise<{ readonly screenId: number; readonly key: string }> {
    const screen = { name, slides: DEFAULT_SLIDES };
    const screenId = await this.organisations.addScreen(organisationId, screen, by);
    return { screenId, key: await this.forScreen(organisationId, screenId, name, by) };
  }

  /** The screen must be one of the organisation's. */
  async forScreen(
    organisationId: OrganisationId,
    screenId: number,
    name: string,
    by: Actor,
  ): Promise<string> {
    const key = this.secrets.key('screen');
    await this.organisations.addKey(organisationId, key, name, { role: 'screen', screenId }, by);
    return key;
  }

  /** The person must be one of the organisation's. */
  async forPerson(
    organisationId: OrganisationId,
    personId: PersonId,
    name: string,
    by: Actor,
  ): Promise<string> {
    const key = this.secrets.key('rep');
    await this.organisations.addKey(organisationId, key, name, { role: 'rep', personId }, by);
    return key;
  }

  /** For an identity provider, by its name. */
  async forProvisioning(organisationId: OrganisationId, name: string, by: Actor): Promise<string> {
    const key = this.secrets.key('provisioner');
    await this.organisations.addKey(organisationId, key, name, { role: 'provisioner' }, by);
    return key;
  }
}
