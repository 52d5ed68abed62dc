import type { BusinessDate, OrganisationId, PersonId, TeamId } from '@bellwether/domain';
import { businessDateOf } from '@bellwether/domain';
import type { Actor } from '../ports/audit.js';
import type { Clock } from '../ports/clock.js';
import type { Directories, Directory } from '../ports/directories.js';
import type { PersonRow } from '../ports/people-reader.js';
import type { Identity, People } from '../ports/people.js';
import type { ProfileChange, Profiles } from '../ports/profiles.js';
import type { AddPerson } from './add-person.js';
import type { KeepProfiles } from './keep-profiles.js';
import type { MoveToTeam } from './move-to-team.js';

export interface PersonVerdict {
  readonly row: number;
  readonly name: string;
  readonly verdict: 'added' | 'changed' | 'unchanged' | 'refused';
  /** What is new, or why not. */
  readonly reason: string;
}

type Row = Extract<PersonRow, { kind: 'person' }>;

/**
 * Brings the directory up to a file of people, row by row. Who is known by an address or id is changed,
 * anybody else added; the same file once more changes nothing. A cell that is empty changes nothing.
 */
export class ImportPeople {
  constructor(
    private readonly people: People,
    private readonly profiles: Profiles,
    private readonly directories: Directories,
    private readonly deeds: {
      readonly addPerson: AddPerson;
      readonly moveToTeam: MoveToTeam;
      readonly keepProfiles: KeepProfiles;
    },
    private readonly clock: Clock,
  ) {}

  /** With `dry`, only says what would happen. */
  async execute(
    organisationId: OrganisationId,
    rows: readonly PersonRow[],
    by: Actor,
    dry: boolean,
  ): Promise<readonly PersonVerdict[]> {
    const emails = new Set(rows.flatMap((row) => (row.kind === 'person' ? [row.email] : [])));
    const verdicts: PersonVerdict[] = [];
    const seen = new Set<string>();
    for (const row of rows) {
      if (row.kind === 'refused') {
        verdicts.push({ row: row.row, name: row.name, verdict: 'refused', reason: row.reason });
        continue;
      }
      const directory = await this.directories.fresh(organisationId);
      const refusal = refusalOf(row, directory, emails, seen);
      for (const identity of identitiesOf(row)) seen.add(textOf(identity));
      verdicts.push(
        refusal === undefined
          ? await this.#bring(organisationId, row, directory, by, dry)
          : { row: row.row, name: row.name, verdict: 'refused', reason: refusal },
      );
    }
    if (!dry) await this.#giveManagers(organisationId, rows, by);
    return verdicts;
  }

  async #bring(
    organisationId: OrganisationId,
    row: Row,
    directory: Directory,
    by: Actor,
    dry: boolean,
  ): Promise<PersonVerdict> {
    const about = { row: row.row, name: row.name };
    const [known] = holdersOf(row, directory);
    const today = businessDateOf(this.clock.now(), directory.organisation.timeZone);
    if (known === undefined) {
      if (!dry) await this.#add(organisationId, row, directory, today, by);
      return { ...about, verdict: 'added', reason: row.team === null ? '' : `to ${row.team}` };
    }
    const profile = await this.profiles.read(organisationId, known);
    if (!profile || profile.erased) {
      return { ...about, verdict: 'refused', reason: 'was erased on request' };
    }
    const change = changeOf(row, profile);
    const news: readonly Identity[] = identitiesOf(row).filter(
      (identity) => directory.personOf(textOf(identity)) === undefined,
    );
    const team = teamNamed(row.team, directory);
    const moves = row.team !== null && directory.teamOn(known, today) !== team;
    const managerId = row.managerEmail && directory.personOf(`email:${row.managerEmail}`);
    const led =
      row.managerEmail !== null && (profile.managerId ?? null) !== (managerId ?? undefined);
    const told = [
      ...Object.keys(change).map((field) => WORDS[field] ?? field),
      ...news.map(textOf),
      ...(moves ? [`team ${row.team}`] : []),
      ...(led ? ['manager'] : []),
    ];
    if (told.length === 0) return { ...about, verdict: 'unchanged', reason: '' };
    if (!dry) {
      await this.deeds.keepProfiles.change(organisationId, known, change, by);
      for (const identity of news) {
        await this.deeds.addPerson.addIdentity(organisationId, known, identity, by);
      }
      if (moves && row.team !== null) {
        const id = team ?? (await this.#addTeam(organisationId, row.team, by));
        await this.deeds.moveToTeam.execute(organisationId, known, id, today, by);
      }
    }
    return { ...about, verdict: 'changed', reason: told.join(', ') };
  }

  async #add(
    organisationId: OrganisationId,
    row: Row,
    directory: Directory,
    today: BusinessDate,
    by: Actor,
  ): Promise<void> {
    const known = teamNamed(row.team, directory);
    const id =
      row.team === null ? null : (known ?? (await this.#addTeam(organisationId, row.team, by)));
    const from = (row.hiredOn ?? today) as BusinessDate;
    const newcomer = {
      name: row.name,
      shortName: row.shortName ?? row.name,
      photoUrl: null,
      identities: identitiesOf(row),
      team: id === null ? null : { id, from },
    };
    const added = await this.deeds.addPerson.execute(organisationId, newcomer, by);
    if (added === 'identity-taken') return;
    const profile = await this.profiles.read(organisationId, added);
    const change = profile ? changeOf(row, profile) : {};
    if (Object.keys(change).length > 0) {
      await this.deeds.keepProfiles.change(organisationId, added, change, by);
    }
  }

  async #addTeam(organisationId: OrganisationId, name: string, by: Actor): Promise<TeamId> {
    const id = await this.people.addTeam(organisationId, name, by);
    if (id === 'name-taken') throw new Error(`The team ${name} came from elsewhere; try again`);
    return id;
  }

  /** When everybody is there: a manager may stand below those whom they lead. */
  async #giveManagers(
    organisationId: OrganisationId,
    rows: readonly PersonRow[],
    by: Actor,
  ): Promise<void> {
    const { personOf } = await this.directories.fresh(organisationId);
    for (const row of rows) {
      if (row.kind === 'refused' || row.managerEmail === null) continue;
      const [person] = identitiesOf(row).map((identity) => personOf(textOf(identity)));
      const managerId = personOf(`email:${row.managerEmail}`);
      if (person === undefined || managerId === undefined) continue;
      await this.deeds.keepProfiles.change(organisationId, person, { managerId }, by);
    }
  }
}

const WORDS: Readonly<Record<string, string>> = {
  hiredOn: 'hired',
  jobTitle: 'role',
  shortName: 'short name',
};

function refusalOf(
  row: Row,
  directory: Directory,
  emails: ReadonlySet<string | null>,
  seen: ReadonlySet<string>,
): string | undefined {
  const again = identitiesOf(row)
    .map(textOf)
    .find((identity) => seen.has(identity));
  if (again !== undefined) return `${again} stands in a row above, too`;
  if (new Set(holdersOf(row, directory)).size > 1)
    return 'its address and ids are of several people';
  const { managerEmail } = row;
  if (managerEmail === null || emails.has(managerEmail)) return undefined;
  const isKnown = directory.personOf(`email:${managerEmail}`) !== undefined;
  return isKnown ? undefined : `the manager ${managerEmail} is nobody`;
}

function holdersOf(row: Row, { personOf }: Directory): readonly PersonId[] {
  return identitiesOf(row).flatMap((identity) => personOf(textOf(identity)) ?? []);
}

function identitiesOf({ email, ids }: Row): readonly Identity[] {
  return email === null ? ids : [{ namespace: 'email', value: email }, ...ids];
}

function textOf({ namespace, value }: Identity): string {
  return `${namespace}:${value}`;
}

function teamNamed(name: string | null, { teams }: Directory): TeamId | undefined {
  return [...teams.values()].find((team) => team.name === name)?.id;
}

function changeOf(row: Row, known: object): ProfileChange {
  const { name, nickname, jobTitle, pronunciation, shortName, hiredOn } = row;
  const told = { name, nickname, jobTitle, pronunciation, shortName, hiredOn };
  const before = known as Readonly<Record<string, unknown>>;
  return Object.fromEntries(
    Object.entries(told).filter(([field, value]) => value !== null && before[field] !== value),
  ) as ProfileChange;
}
