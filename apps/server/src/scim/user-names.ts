import type { Profile } from '@bellwether/application';

/** Namespaces of what an identity provider calls somebody. */
export const EXTERNAL_ID = 'scim';
export const USER_NAME = 'scim-user';

/** Whoever was never provisioned goes by an address, or by their number. */
export function userNameOf({ id, erased, identities }: Profile): string {
  const valueIn = (namespace: string) =>
    identities.find((identity) => identity.namespace === namespace)?.value;
  return (erased ? undefined : (valueIn(USER_NAME) ?? valueIn('email'))) ?? `person-${id}`;
}
