import type { ScimPatchBody } from '@bellwether/contracts';
import { scimError } from './scim-error.js';
import type { UserAttributes } from './user-attributes.js';
import { attributesAt, attributesOf, mergedAttributes } from './user-attributes.js';

/** E.g. `active`, `name.givenName`, `emails[type eq "work"].value`. */
const PATH = /^[a-z][\w.:$-]*(\[[^\]]*\])?(\.[\w$]+)?$/i;

/**
 * What a change asks for, as Okta and Entra ID send it: the names of operations in any case, with a
 * path or a resource of only what differs.
 * @throws PublicError for an operation that cannot be meant.
 */
export function patchedAttributes({ Operations }: ScimPatchBody): UserAttributes {
  return mergedAttributes(Operations.map(attributesOfOperation));
}

function attributesOfOperation(operation: ScimPatchBody['Operations'][number]): UserAttributes {
  const { path, value } = operation;
  const op = operation.op.toLowerCase();
  if (!['add', 'replace', 'remove'].includes(op)) {
    throw scimError('invalidSyntax', `There is no operation "${operation.op}"`);
  }
  if (path !== undefined && !PATH.test(path)) {
    throw scimError('invalidPath', `The path "${path}" cannot be read`);
  }
  if (op === 'remove') {
    if (path === undefined) throw scimError('noTarget', 'Say by a path what is to be removed');
    return attributesAt(path, null);
  }
  if (path !== undefined) return attributesAt(path, value);
  if (typeof value !== 'object' || value === null) {
    throw scimError('invalidSyntax', 'Without a path the value must be a resource');
  }
  return attributesOf(value);
}
