import type { Profile } from '@bellwether/application';
import { SCIM_ENTERPRISE } from '@bellwether/contracts';
import type { BusinessDate, PersonId } from '@bellwether/domain';
import { describe, expect, it } from 'vitest';
import { patchedAttributes } from './patched-attributes.js';
import { attributesOf } from './user-attributes.js';
import { parseUserFilter } from './user-filter.js';
import { userResource } from './user-resource.js';
import { wantedPerson } from './wanted-person.js';

const ADA: Profile = {
  id: 7 as PersonId,
  name: 'Ada King Lovelace',
  shortName: 'Ada',
  photoUrl: null,
  nickname: null,
  pronunciation: null,
  jobTitle: 'Lead',
  managerId: 3 as PersonId,
  hiredOn: '2024-02-01' as BusinessDate,
  leftOn: null,
  timeZone: null,
  workingDays: null,
  absences: [],
  active: true,
  erased: false,
  identities: [
    { namespace: 'email', value: 'a@example.com' },
    { namespace: 'email', value: 'ada@example.com' },
    { namespace: 'scim', value: '00u1' },
    { namespace: 'scim-user', value: 'ada@example.com' },
  ],
};

describe('a filter', () => {
  it.each([
    ['userName eq "Ada@example.com"', { by: 'userName', value: 'Ada@example.com' }],
    ['USERNAME EQ "ada"', { by: 'userName', value: 'ada' }],
    ['externalId eq "a\\"b"', { by: 'externalId', value: 'a"b' }],
    ['emails.value eq "a@b.c"', { by: 'email', value: 'a@b.c' }],
    ['emails[type eq "work"].value eq "a@b.c"', { by: 'email', value: 'a@b.c' }],
    [
      'urn:ietf:params:scim:schemas:core:2.0:User:userName eq "ada"',
      { by: 'userName', value: 'ada' },
    ],
  ])('%s is understood', (filter, told) => expect(parseUserFilter(filter)).toEqual(told));

  it.each([
    'userName',
    'userName eq ada',
    'userName co "ada"',
    'userName eq "a" and active eq true',
    'userName eq "a" or userName eq "b"',
    'displayName eq "Ada"',
    'userName eq "a\\x"',
    '',
  ])('%s is not', (filter) =>
    expect(() => parseUserFilter(filter)).toThrow(
      expect.objectContaining({ code: 'malformed', extra: { scimType: 'invalidFilter' } }),
    ),
  );
});

describe('a change', () => {
  const patched = (...Operations: { op: string; path?: string; value?: unknown }[]) =>
    patchedAttributes({ Operations });

  it.each([
    ['active as text', { op: 'Replace', path: 'active', value: 'False' }, { active: false }],
    ['active without a path', { op: 'replace', value: { active: true } }, { active: true }],
    [
      'parts of a name',
      { op: 'Add', path: 'name.givenName', value: 'Augusta' },
      { givenName: 'Augusta' },
    ],
    [
      'parts of a name without a path',
      { op: 'replace', value: { 'name.familyName': 'King', title: 'CEO' } },
      { familyName: 'King', title: 'CEO' },
    ],
    [
      'an address',
      { op: 'Replace', path: 'emails[type eq "work"].value', value: 'ADA@example.com' },
      { emails: ['ada@example.com'] },
    ],
    [
      'a department',
      { op: 'Add', path: `${SCIM_ENTERPRISE}:department`, value: 'North' },
      { department: 'North' },
    ],
    [
      'a department without a path',
      { op: 'Add', value: { [SCIM_ENTERPRISE]: { department: 'North', manager: { value: '7' } } } },
      { department: 'North', managerId: 7 },
    ],
    [
      'a manager in a list',
      { op: 'Add', path: `${SCIM_ENTERPRISE}:manager`, value: [{ value: '7' }] },
      { managerId: 7 },
    ],
    ['that a title is gone', { op: 'Remove', path: 'title' }, { title: null }],
    [
      'what we do not keep',
      { op: 'Add', path: 'phoneNumbers[type eq "work"].value', value: '1' },
      {},
    ],
  ])('may tell %s', (_, operation, told) => expect(patched(operation)).toEqual(told));

  it('may tell several things, and the last word on each counts', () => {
    const title = (value: string) => ({ op: 'replace', path: 'title', value });
    const email = (value: string) => ({ op: 'add', path: 'emails', value: [{ value }] });
    expect(patched(title('A'), email('a@b.c'), title('B'), email('d@e.f'))).toEqual({
      title: 'B',
      emails: ['a@b.c', 'd@e.f'],
    });
  });

  it.each([
    ['an unknown operation', { op: 'move', path: 'title' }, 'invalidSyntax'],
    ['no path to remove', { op: 'remove' }, 'noTarget'],
    ['a broken path', { op: 'replace', path: 'emails[', value: 1 }, 'invalidPath'],
    ['no resource without a path', { op: 'replace', value: 'x' }, 'invalidSyntax'],
    ['no user name', { op: 'remove', path: 'userName' }, 'invalidValue'],
    ['active as anything', { op: 'replace', path: 'active', value: 'maybe' }, 'invalidValue'],
    [
      'a manager by name',
      { op: 'add', path: `${SCIM_ENTERPRISE}:manager`, value: 'Bea' },
      'invalidValue',
    ],
    ['no address', { op: 'add', path: 'emails', value: [{ value: 'ada' }] }, 'invalidValue'],
    [
      'addresses without end',
      {
        op: 'add',
        path: 'emails',
        value: Array.from({ length: 21 }, (_, n) => ({ value: `a${n}@b.c` })),
      },
      'invalidValue',
    ],
    ['a number as a title', { op: 'add', path: 'title', value: 7 }, 'invalidValue'],
  ])('may not tell %s', (_, operation, scimType) =>
    expect(() => patched(operation)).toThrow(expect.objectContaining({ extra: { scimType } })),
  );
});

describe('a person', () => {
  it('is told as a user', () => {
    expect(userResource(ADA, 'North', 'https://x/scim/v2/Users/7')).toMatchObject({
      id: '7',
      externalId: '00u1',
      userName: 'ada@example.com',
      displayName: 'Ada King Lovelace',
      name: { givenName: 'Ada', familyName: 'King Lovelace' },
      emails: [
        { value: 'ada@example.com', type: 'work', primary: true },
        { value: 'a@example.com', type: 'other', primary: false },
      ],
      [SCIM_ENTERPRISE]: { department: 'North', manager: { value: '3' } },
    });
  });

  it('is told without what named them, once erased', () => {
    const erased = userResource(
      { ...ADA, name: 'Person 1', erased: true, active: false },
      undefined,
      '',
    );
    expect(erased).toMatchObject({ userName: 'person-7', emails: [], active: false });
    expect(JSON.stringify(erased)).not.toMatch(/example\.com|00u1/);
  });

  it.each([
    ['as shown', { displayName: 'Ada L.', name: { givenName: 'X' } }, { name: 'Ada L.' }],
    ['by a new given name', { name: { givenName: 'Augusta' } }, { name: 'Augusta King Lovelace' }],
    ['by a new family name', { name: { familyName: 'Byron' } }, { name: 'Ada Byron' }],
    ['as before', { displayName: 'Ada King Lovelace' }, {}],
    ['not at all', { displayName: '' }, {}],
    [
      'no longer than there is room',
      { name: { givenName: 'A'.repeat(99), familyName: '😀😀' } },
      { name: `${'A'.repeat(99)}` },
    ],
  ])('is called %s', (_, resource, change) =>
    expect(wantedPerson(attributesOf(resource), ADA).change).toEqual(change),
  );

  it('goes by the user name, and by it as an address when it is one', () => {
    const { addresses, names } = wantedPerson(
      attributesOf({ userName: 'ADA@example.com', emails: [{ value: 'a@b.c' }], externalId: 'X1' }),
      undefined,
    );
    expect(addresses.map(({ value }) => value)).toEqual(['a@b.c', 'ada@example.com']);
    expect(names).toEqual({ 'scim-user': 'ada@example.com', scim: 'X1' });
    expect(wantedPerson(attributesOf({ userName: 'ada' }), undefined).addresses).toEqual([]);
  });
});
