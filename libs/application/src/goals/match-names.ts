import type { NameMatch, OrganisationId } from '@bellwether/domain';
import { matchName } from '@bellwether/domain';
import type { Directories, Directory } from '../ports/directories.js';

/** Who is meant by a written name. */
export interface MatchedName extends NameMatch<number> {
  readonly written: string;
  /** Of everybody who is named here. */
  readonly names: Readonly<Record<number, string>>;
}

/** Finds people or teams by names or e-mail addresses as they stand in somebody's spreadsheet. */
export class MatchNames {
  constructor(private readonly directories: Directories) {}

  async execute(
    organisationId: OrganisationId,
    of: 'people' | 'teams',
    written: readonly string[],
  ): Promise<readonly MatchedName[]> {
    const directory = await this.directories.read(organisationId);
    const nameable = of === 'people' ? peopleOf(directory) : teamsOf(directory);
    const nameOf = new Map(nameable.map(({ id, names }) => [id, names[0] ?? '']));
    return written.map((text) => {
      const byAddress =
        of === 'people' ? directory.personOf(`email:${text.trim().toLowerCase()}`) : undefined;
      const match =
        byAddress === undefined
          ? matchName<number>(text, nameable)
          : { id: byAddress, suggestions: [] };
      const named = match.id === null ? match.suggestions : [match.id];
      const names = Object.fromEntries(named.map((id) => [id, nameOf.get(id) ?? '']));
      return { ...match, written: text, names };
    });
  }
}

function peopleOf({ people }: Directory) {
  return [...people.values()]
    .filter(({ active }) => active)
    .map(({ id, name, shortName, nickname }) => ({
      id: id as number,
      names: [name, shortName, ...(nickname === null ? [] : [nickname])],
    }));
}

function teamsOf({ teams }: Directory) {
  return [...teams.values()].map(({ id, name }) => ({ id: id as number, names: [name] }));
}
