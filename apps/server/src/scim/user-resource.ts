import type { Profile } from '@bellwether/application';
import type { ScimUser } from '@bellwether/contracts';
import { SCIM_ENTERPRISE, SCIM_USER } from '@bellwether/contracts';
import { EXTERNAL_ID, userNameOf } from './user-names.js';
import { partsOfName } from './wanted-person.js';

/** Somebody as SCIM tells of them. Of whoever was erased, only that they were there. */
export function userResource(
  profile: Profile,
  teamName: string | undefined,
  location: string,
): ScimUser {
  const { id, name, nickname, jobTitle, managerId, active, erased } = profile;
  const identities = erased ? [] : profile.identities;
  const externalId = identities.find(({ namespace }) => namespace === EXTERNAL_ID)?.value;
  const userName = userNameOf(profile);
  const emails = identities.flatMap((one) => (one.namespace === 'email' ? [one.value] : []));
  const first = emails.includes(userName) ? userName : emails[0];
  const others = emails.filter((email) => email !== first);
  return {
    schemas: [SCIM_USER, SCIM_ENTERPRISE],
    id: String(id),
    ...(externalId !== undefined && { externalId }),
    userName,
    displayName: name,
    name: { formatted: name, ...partsOfName(name) },
    ...(nickname !== null && { nickName: nickname }),
    ...(jobTitle !== null && { title: jobTitle }),
    active,
    emails: [
      ...(first === undefined ? [] : [{ value: first, type: 'work', primary: true }]),
      ...others.map((value) => ({ value, type: 'other', primary: false })),
    ],
    [SCIM_ENTERPRISE]: {
      ...(teamName !== undefined && { department: teamName }),
      ...(managerId !== null && { manager: { value: String(managerId) } }),
    },
    meta: { resourceType: 'User', location },
  };
}
