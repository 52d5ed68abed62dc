import type { MemberRole } from '@bellwether/contracts';
import { roleLabel } from './roles.js';

interface Named {
  readonly id: number;
  readonly name: string;
}

/** `Manager of North and South`, `Rep, as Ada Lark`: what somebody is here, in a few words. */
export function placeText(
  {
    role,
    person,
    teams,
  }: {
    readonly role: MemberRole;
    readonly person: number | null;
    readonly teams: readonly number[];
  },
  known: { readonly people: readonly Named[]; readonly teams: readonly Named[] },
): string {
  const nameOf = (list: readonly Named[], id: number) => list.find((one) => one.id === id)?.name;
  const names = teams.flatMap((id) => nameOf(known.teams, id) ?? []);
  const of = names.length > 0 ? ` of ${listed(names)}` : '';
  const who = person === null ? undefined : nameOf(known.people, person);
  return `${roleLabel(role)}${of}${who === undefined ? '' : `, as ${who}`}`;
}

function listed(names: readonly string[]): string {
  if (names.length > 3) return `${names.length} teams`;
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
