import type { OrganisationId, PersonId, TeamId } from '@bellwether/domain';
import { businessDateOf } from '@bellwether/domain';
import type { Actor } from '../ports/audit.js';
import type { Clock } from '../ports/clock.js';
import type { Directories } from '../ports/directories.js';
import type { Identity, People } from '../ports/people.js';
import type { Profile, ProfileChange, Profiles } from '../ports/profiles.js';
import type { AddPerson } from './add-person.js';
import type { KeepProfiles } from './keep-profiles.js';
import type { LetPeopleGo } from './let-people-go.js';
import type { MoveToTeam } from './move-to-team.js';

/** What an identity provider says of somebody. What it leaves out stays as it is. */
export interface ProvisionedPerson {
  readonly change: ProfileChange;
  /** They go by these, too: an address that was theirs stays theirs. */
  readonly addresses: readonly Identity[];
  /** They go by these and by no others of the same namespaces; null: by none. */
  readonly names: Readonly<Record<string, string | null>>;
  /** By its name; null: in none. */
  readonly team?: string | null;
  readonly active?: boolean;
}

export type NotProvisioned =
  | 'identity-taken'
  | 'unknown-person'
  | 'unknown-manager'
  | 'manager-in-circle'
  | 'erased'
  | 'last-owner';

/** Keeps the directory as an identity provider has it: people come, change, leave and come back. */
export class ProvisionPeople {
  constructor(
    private readonly people: People,
    private readonly profiles: Profiles,
    private readonly directories: Directories,
    private readonly deeds: {
      readonly addPerson: AddPerson;
      readonly moveToTeam: MoveToTeam;
      readonly keepProfiles: KeepProfiles;
      readonly letPeopleGo: LetPeopleGo;
    },
    private readonly clock: Clock,
  ) {}

  async add(
    organisationId: OrganisationId,
    name: string,
    wanted: ProvisionedPerson,
    by: Actor,
  ): Promise<PersonId | NotProvisioned> {
    const { people } = await this.directories.fresh(organisationId);
    const { managerId } = wanted.change;
    // Before anything is done: nobody is to be added by halves.
    if (typeof managerId === 'number' && !people.has(managerId)) return 'unknown-manager';
    const added = await this.deeds.addPerson.execute(
      organisationId,
      {
        name,
        shortName: name,
        photoUrl: null,
        identities: identitiesOf(wanted),
        team: null,
      },
      by,
    );
    if (added === 'identity-taken') return added;
    const outcome = await this.change(organisationId, added, wanted, by);
    return outcome === 'changed' ? added : outcome;
  }

  async change(
    organisationId: OrganisationId,
    personId: PersonId,
    wanted: ProvisionedPerson,
    by: Actor,
  ): Promise<'changed' | NotProvisioned> {
    const profile = await this.profiles.read(organisationId, personId);
    if (!profile) return 'unknown-person';
    if (profile.erased) return 'erased';
    const { personOf } = await this.directories.fresh(organisationId);
    const isTaken = identitiesOf(wanted).some(({ namespace, value }) => {
      const holder = personOf(`${namespace}:${value}`);
      return holder !== undefined && holder !== personId;
    });
    if (isTaken) return 'identity-taken';
    const { team, active } = wanted;
    const change = newsOf(wanted.change, profile);
    if (Object.keys(change).length > 0) {
      const outcome = await this.deeds.keepProfiles.change(organisationId, personId, change, by);
      if (outcome !== 'changed') return outcome;
    }
    const named = await this.#name(organisationId, profile, wanted, by);
    if (named !== 'changed') return named;
    if (team !== undefined) await this.#move(organisationId, personId, team, by);
    if (active === false) return this.letGo(organisationId, personId, by);
    if (active === undefined || profile.active) return 'changed';
    return this.deeds.letPeopleGo.reactivate(organisationId, personId, by);
  }

  /** From today on; whoever has left already keeps their day. */
  async letGo(
    organisationId: OrganisationId,
    personId: PersonId,
    by: Actor,
  ): Promise<'changed' | 'unknown-person' | 'last-owner'> {
    const profile = await this.profiles.read(organisationId, personId);
    if (!profile) return 'unknown-person';
    if (!profile.active) return 'changed';
    const { organisation } = await this.directories.read(organisationId);
    const today = businessDateOf(this.clock.now(), organisation.timeZone);
    return this.deeds.letPeopleGo.deactivate(organisationId, personId, today, by);
  }

  async #name(
    organisationId: OrganisationId,
    { id, identities }: Profile,
    wanted: ProvisionedPerson,
    by: Actor,
  ): Promise<'changed' | 'identity-taken' | 'unknown-person'> {
    const isKnown = (one: Identity): boolean =>
      identities.some(({ namespace, value }) => namespace === one.namespace && value === one.value);
    for (const identity of identitiesOf(wanted)) {
      if (isKnown(identity)) continue;
      const outcome = await this.deeds.addPerson.addIdentity(organisationId, id, identity, by);
      if (outcome !== 'added') return outcome;
    }
    for (const identity of identities) {
      const name = wanted.names[identity.namespace];
      if (name === undefined || name === identity.value) continue;
      await this.deeds.keepProfiles.removeIdentity(organisationId, id, identity, by);
    }
    return 'changed';
  }

  async #move(
    organisationId: OrganisationId,
    personId: PersonId,
    name: string | null,
    by: Actor,
  ): Promise<void> {
    const { teams, teamOn, organisation } = await this.directories.fresh(organisationId);
    const today = businessDateOf(this.clock.now(), organisation.timeZone);
    const known = [...teams.values()].find((team) => team.name === name)?.id;
    const team = name === null ? null : (known ?? (await this.#addTeam(organisationId, name, by)));
    if (team === (teamOn(personId, today) ?? null)) return;
    await this.deeds.moveToTeam.execute(organisationId, personId, team, today, by);
  }

  /** Two of its first people may come at the same moment. */
  async #addTeam(organisationId: OrganisationId, name: string, by: Actor): Promise<TeamId> {
    const id = await this.people.addTeam(organisationId, name, by);
    if (id !== 'name-taken') return id;
    const { teams } = await this.directories.fresh(organisationId);
    const team = [...teams.values()].find((one) => one.name === name);
    if (!team) throw new Error(`The team ${name} is there and is not; try again`);
    return team.id;
  }
}

function newsOf(change: ProfileChange, profile: Profile): ProfileChange {
  const before: Readonly<Record<string, unknown>> = { ...profile };
  return Object.fromEntries(
    Object.entries(change).filter(([field, value]) => before[field] !== value),
  ) as ProfileChange;
}

function identitiesOf({ addresses, names }: ProvisionedPerson): readonly Identity[] {
  const named = Object.entries(names).flatMap(([namespace, value]) =>
    value === null ? [] : [{ namespace, value }],
  );
  return [...addresses, ...named];
}
