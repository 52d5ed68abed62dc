import type { Profile, ProfileChange, ProvisionedPerson } from '@bellwether/application';
import type { PersonId } from '@bellwether/domain';
import { EXTERNAL_ID, USER_NAME } from './user-names.js';
import type { UserAttributes } from './user-attributes.js';
import { isAddress } from './user-attributes.js';

/** What the attributes ask of the directory, beside the name that somebody has until now. */
export function wantedPerson(
  attributes: UserAttributes,
  known: Pick<Profile, 'name'> | undefined,
): ProvisionedPerson {
  const { externalId, emails = [], nickName, title, department, managerId, active } = attributes;
  const userName = attributes.userName?.toLowerCase();
  const name = nameIn(attributes, known?.name ?? '');
  const change: ProfileChange = {
    ...(name !== undefined && name !== known?.name && { name }),
    ...(nickName !== undefined && { nickname: nickName }),
    ...(title !== undefined && { jobTitle: title }),
    ...(managerId !== undefined && { managerId: managerId as PersonId | null }),
  };
  const addresses = new Set(emails);
  if (userName !== undefined && isAddress(userName)) addresses.add(userName);
  return {
    change,
    addresses: [...addresses].map((value) => ({ namespace: 'email', value })),
    names: {
      ...(userName !== undefined && { [USER_NAME]: userName }),
      ...(externalId !== undefined && { [EXTERNAL_ID]: externalId }),
    },
    ...(department !== undefined && { team: department }),
    ...(active !== undefined && { active }),
  };
}

/** What somebody is to be called: as it is shown, else as a whole, else of its parts. */
function nameIn(
  { displayName, formatted, givenName, familyName }: UserAttributes,
  known: string,
): string | undefined {
  const whole = displayName ?? formatted;
  if (typeof whole === 'string') return whole;
  if (givenName === undefined && familyName === undefined) return undefined;
  const before = partsOfName(known);
  const given = givenName === undefined ? before.givenName : givenName;
  const family = familyName === undefined ? before.familyName : familyName;
  const name = [given, family].filter((part) => part !== null && part !== '').join(' ');
  return name === '' ? undefined : fitting(name);
}

/** No more than a name may have; no letter is cut in two. */
export function fitting(name: string): string {
  return Array.from(name).slice(0, 100).join('').trim();
}

/** We keep names whole: what stands before the first blank is taken for the given one. */
export function partsOfName(name: string): {
  readonly givenName: string;
  readonly familyName: string;
} {
  const [givenName = '', ...rest] = name.split(' ');
  return { givenName, familyName: rest.join(' ') };
}
