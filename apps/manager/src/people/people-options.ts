import type { Team } from '@bellwether/contracts';
import { folded, type Option } from '@bellwether/ui';
import type { Person } from './people.svelte.js';

/** Everybody as a list to search, with the team as the second word. */
export function peopleOptions(
  people: readonly Person[],
  teamOf: ReadonlyMap<number, Team>,
): readonly Option[] {
  return people
    .map(({ id, name, team }) => ({
      value: String(id),
      label: name,
      detail: (team === null ? undefined : teamOf.get(team)?.name) ?? 'no team',
    }))
    .toSorted((a, b) => a.label.localeCompare(b.label));
}

/** The people in whose name, nickname, role or team every word of a text occurs, by name. */
export function findPeople(
  people: readonly Person[],
  teamOf: ReadonlyMap<number, Team>,
  text: string,
): readonly Person[] {
  const words = folded(text).split(/\s+/).filter(Boolean);
  return people
    .filter(({ name, nickname, jobTitle, team }) => {
      const ofTeam = team === null ? '' : (teamOf.get(team)?.name ?? '');
      const all = folded(`${name} ${nickname ?? ''} ${jobTitle ?? ''} ${ofTeam}`);
      return words.every((word) => all.includes(word));
    })
    .toSorted((a, b) => a.name.localeCompare(b.name));
}

/** A name out of an address, `t.figueiredo@…` → `T. Figueiredo`; an id in a source tells none. */
export function guessName(identity: string): string {
  const [local, host] = identity.split('@');
  if (!local || !host) return '';
  return local
    .replace(/\+.*$/, '')
    .split(/[._-]+/)
    .filter((word) => /\p{L}/u.test(word))
    .map((word) => {
      const capital = word.charAt(0).toLocaleUpperCase() + word.slice(1);
      return word.length === 1 ? `${capital}.` : capital;
    })
    .join(' ');
}
