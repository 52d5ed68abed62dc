import { SCIM_ENTERPRISE, SCIM_USER } from '@bellwether/contracts';
import { scimError } from './scim-error.js';

/** What a request says of somebody; null takes away, what is missing stays. */
export interface UserAttributes {
  userName?: string;
  externalId?: string | null;
  displayName?: string | null;
  formatted?: string | null;
  givenName?: string | null;
  familyName?: string | null;
  nickName?: string | null;
  title?: string | null;
  active?: boolean;
  emails?: readonly string[];
  department?: string | null;
  managerId?: number | null;
}

const MOST_ADDRESSES = 20;

type Read = (value: unknown) => UserAttributes;

/** By their paths in small letters, as requests write them: whole, nested, or with dots. */
const READ: Readonly<Record<string, Read>> = {
  username: (value) => ({ userName: needed('userName', value, 254) }),
  externalid: (value) => ({ externalId: text('externalId', value, 200) }),
  displayname: (value) => ({ displayName: text('displayName', value) }),
  name: (value) => within('name.', value),
  'name.formatted': (value) => ({ formatted: text('name.formatted', value) }),
  'name.givenname': (value) => ({ givenName: text('name.givenName', value) }),
  'name.familyname': (value) => ({ familyName: text('name.familyName', value) }),
  nickname: (value) => ({ nickName: text('nickName', value) }),
  title: (value) => ({ title: text('title', value) }),
  active: (value) => (value === null ? {} : { active: truth(value) }),
  emails: (value) => ({ emails: addresses(value) }),
  [SCIM_ENTERPRISE.toLowerCase()]: (value) => within(`${SCIM_ENTERPRISE}:`, value),
  [`${SCIM_ENTERPRISE}:department`.toLowerCase()]: (value) => ({
    department: text('department', value),
  }),
  [`${SCIM_ENTERPRISE}:manager`.toLowerCase()]: (value) => ({ managerId: personId(value) }),
  [`${SCIM_ENTERPRISE}:manager.value`.toLowerCase()]: (value) => ({ managerId: personId(value) }),
};

const EMAIL_VALUE = /^emails(\[[^\]]*\])?(\.value)?$/i;

/**
 * What one path and its value say. Of what we do not keep (telephone numbers, addresses, …) nothing:
 * providers send all that they have.
 * @throws PublicError for a value that cannot be meant.
 */
export function attributesAt(path: string, value: unknown): UserAttributes {
  const plain = path.toLowerCase().replace(`${SCIM_USER.toLowerCase()}:`, '');
  if (EMAIL_VALUE.test(plain)) return { emails: addresses(value) };
  return Object.hasOwn(READ, plain) ? (READ[plain]?.(value) ?? {}) : {};
}

/** What a whole resource says, or the value of a change without a path. */
export function attributesOf(resource: object): UserAttributes {
  return within('', resource);
}

function within(prefix: string, value: unknown): UserAttributes {
  if (value === null || value === undefined) return {};
  if (typeof value !== 'object') throw unmeant(prefix, 'is no group of attributes');
  const all = Object.entries(value).map(([name, one]) => attributesAt(prefix + name, one));
  return mergedAttributes(all);
}

/** What is said later counts, but of addresses all. */
export function mergedAttributes(all: readonly UserAttributes[]): UserAttributes {
  const emails = all.flatMap((one) => one.emails ?? []);
  if (emails.length > MOST_ADDRESSES) throw unmeant('emails', 'are too many');
  const merged = Object.assign({}, ...all) as UserAttributes;
  return emails.length === 0 ? merged : { ...merged, emails };
}

function text(name: string, value: unknown, most = 100): string | null {
  if (value === null || value === undefined) return null;
  if (typeof value !== 'string') throw unmeant(name, 'is no text');
  const trimmed = value.trim();
  if (trimmed.length > most) throw unmeant(name, `has more than ${most} characters`);
  return trimmed === '' ? null : trimmed;
}

function needed(name: string, value: unknown, most: number): string {
  const told = text(name, value, most);
  if (told === null) throw unmeant(name, 'is missing');
  return told;
}

/** Entra ID sends "True" and "False". */
function truth(value: unknown): boolean {
  const told = typeof value === 'string' ? value.toLowerCase() : value;
  if (told === true || told === 'true') return true;
  if (told === false || told === 'false') return false;
  throw unmeant('active', 'is neither true nor false');
}

function addresses(value: unknown): readonly string[] {
  const all: readonly unknown[] = Array.isArray(value) ? value : [value];
  return all.flatMap((one) => {
    const address = text('emails', valueIn(one), 254)?.toLowerCase();
    if (address === undefined) return [];
    if (!isAddress(address)) throw unmeant('emails', `"${address}" is no e-mail address`);
    return [address];
  });
}

/** The id that we gave; some send it in an object, some in a list. */
function personId(value: unknown): number | null {
  const id = text('manager', valueIn(Array.isArray(value) ? value[0] : value), 40);
  if (id === null) return null;
  if (/^[1-9]\d{0,8}$/.test(id)) return Number(id);
  throw unmeant('manager', `"${id}" is no id of a user here`);
}

function valueIn(one: unknown): unknown {
  return typeof one === 'object' && one !== null ? (one as { value?: unknown }).value : one;
}

export function isAddress(text: string): boolean {
  return /^[^\s@"]+@[^\s@"]+\.[^\s@".]+$/.test(text);
}

function unmeant(name: string, problem: string) {
  return scimError('invalidValue', `${name.replace(/[.:]$/, '')} ${problem}`);
}
