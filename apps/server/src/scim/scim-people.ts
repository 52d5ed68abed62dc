import type { Actor, Clock, NotProvisioned, Profile } from '@bellwether/application';
import type { ProvisionPeople } from '@bellwether/application';
import type { ScimUser, ScimUsersQuery, ScimUsersReply } from '@bellwether/contracts';
import type { OrganisationId, PersonId } from '@bellwether/domain';
import { businessDateOf } from '@bellwether/domain';
import type { PostgresDirectories, PostgresProfiles } from '@bellwether/persistence';
import { PublicError } from '../http/public-error.js';
import { scimError } from './scim-error.js';
import type { UserAttributes } from './user-attributes.js';
import type { UserFilter } from './user-filter.js';
import { parseUserFilter } from './user-filter.js';
import { EXTERNAL_ID, USER_NAME } from './user-names.js';
import { userResource } from './user-resource.js';
import { fitting, wantedPerson } from './wanted-person.js';

const MOST_RESULTS = 200;
const LIST = 'urn:ietf:params:scim:api:messages:2.0:ListResponse';

/** The directory as an identity provider reads and keeps it. */
export class ScimPeople {
  readonly #address: string;

  constructor(
    private readonly provision: ProvisionPeople,
    private readonly profiles: PostgresProfiles,
    private readonly directories: PostgresDirectories,
    private readonly clock: Clock,
    publicUrl: string,
  ) {
    this.#address = `${publicUrl.replace(/\/$/, '')}/scim/v2/Users`;
  }

  async list(
    organisationId: OrganisationId,
    { filter, startIndex, count }: ScimUsersQuery,
  ): Promise<ScimUsersReply> {
    const ids =
      filter === undefined
        ? await this.#everybody(organisationId)
        : await this.#found(organisationId, parseUserFilter(filter));
    const first = Math.max(1, startIndex);
    const most = Math.min(MOST_RESULTS, Math.max(0, count));
    const page: ScimUser[] = [];
    for (const id of ids.slice(first - 1, first - 1 + most)) {
      page.push(await this.read(organisationId, id));
    }
    return {
      schemas: [LIST],
      totalResults: ids.length,
      startIndex: first,
      itemsPerPage: page.length,
      Resources: page,
    };
  }

  async read(organisationId: OrganisationId, id: number): Promise<ScimUser> {
    const profile = await this.#profile(organisationId, id);
    const { teams, teamOn, organisation } = await this.directories.fresh(organisationId);
    const team = teamOn(profile.id, businessDateOf(this.clock.now(), organisation.timeZone));
    const name = team === undefined ? undefined : teams.get(team)?.name;
    return userResource(profile, name, `${this.#address}/${id}`);
  }

  async add(
    organisationId: OrganisationId,
    attributes: UserAttributes,
    by: Actor,
  ): Promise<ScimUser> {
    const { change, ...wanted } = wantedPerson(attributes, undefined);
    const { name = fitting(attributes.userName ?? ''), ...more } = change;
    const person = { ...wanted, change: more };
    const added = await this.provision.add(organisationId, name, person, by);
    if (typeof added === 'string') throw refusalOf(added);
    return this.read(organisationId, added);
  }

  async change(
    organisationId: OrganisationId,
    id: number,
    attributes: UserAttributes,
    by: Actor,
  ): Promise<ScimUser> {
    const profile = await this.#profile(organisationId, id);
    const wanted = wantedPerson(attributes, profile);
    const outcome = await this.provision.change(organisationId, profile.id, wanted, by);
    if (outcome !== 'changed') throw refusalOf(outcome);
    return this.read(organisationId, id);
  }

  async letGo(organisationId: OrganisationId, id: number, by: Actor): Promise<void> {
    const outcome = await this.provision.letGo(organisationId, id as PersonId, by);
    if (outcome !== 'changed') throw refusalOf(outcome);
  }

  async #profile(organisationId: OrganisationId, id: number): Promise<Profile> {
    const profile = await this.profiles.read(organisationId, id as PersonId);
    if (!profile) throw refusalOf('unknown-person');
    return profile;
  }

  async #everybody(organisationId: OrganisationId): Promise<readonly PersonId[]> {
    const { people } = await this.directories.fresh(organisationId);
    return [...people.keys()].sort((a, b) => a - b);
  }

  /** Nobody is found by what they went by before they were erased. */
  async #found(
    organisationId: OrganisationId,
    { by, value }: UserFilter,
  ): Promise<readonly PersonId[]> {
    const { personOf } = await this.directories.fresh(organisationId);
    const small = value.toLowerCase();
    const id =
      by === 'externalId'
        ? personOf(`${EXTERNAL_ID}:${value}`)
        : ((by === 'userName' ? personOf(`${USER_NAME}:${small}`) : undefined) ??
          personOf(`email:${small}`));
    const profile = id && (await this.profiles.read(organisationId, id));
    return profile && !profile.erased ? [profile.id] : [];
  }
}

function refusalOf(outcome: NotProvisioned): PublicError {
  switch (outcome) {
    case 'identity-taken':
      return scimError('uniqueness', 'Somebody else has this userName, externalId or address');
    case 'unknown-person':
      return new PublicError('not-found', 'There is no such user');
    case 'unknown-manager':
      return scimError('invalidValue', 'There is no such manager');
    case 'manager-in-circle':
      return scimError('invalidValue', 'They would be their own manager');
    case 'last-owner':
      return scimError('mutability', 'Somebody must be the owner; make somebody else one first');
    case 'erased':
      return scimError('mutability', 'They were erased on request and are not named again');
  }
}
