import { scimError } from './scim-error.js';

/** Who is looked for: by a name that is theirs alone. */
export interface UserFilter {
  readonly by: 'userName' | 'externalId' | 'email';
  readonly value: string;
}

const BY: readonly (readonly [RegExp, UserFilter['by']])[] = [
  [/^userName$/i, 'userName'],
  [/^externalId$/i, 'externalId'],
  [/^emails(\.value)?$/i, 'email'],
  [/^emails\[\s*type\s+eq\s+"work"\s*\]\.value$/i, 'email'],
];
const CORE = /^urn:ietf:params:scim:schemas:core:2\.0:User:/i;

/** @throws PublicError for what is more than one attribute that equals a text. */
export function parseUserFilter(filter: string): UserFilter {
  const [, path = '', text = ''] = /^\s*(.+?)\s+eq\s+("(?:[^"\\]|\\.)*")\s*$/i.exec(filter) ?? [];
  const by = BY.find(([pattern]) => pattern.test(path.replace(CORE, '')))?.[1];
  const value = by && textIn(text);
  if (by === undefined || value === undefined) {
    throw scimError(
      'invalidFilter',
      'Filter by userName, externalId or emails.value, e.g. userName eq "ada@example.com"',
    );
  }
  return { by, value };
}

function textIn(quoted: string): string | undefined {
  try {
    return JSON.parse(quoted) as string;
  } catch {
    return undefined;
  }
}
