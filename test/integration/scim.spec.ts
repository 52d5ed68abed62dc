import type {
  AuditReply,
  PeopleReply,
  ProfileReply,
  ProvisioningKeyMade,
  ScimUser,
  ScimUsersReply,
} from '@bellwether/contracts';
import { SCIM_ENTERPRISE, SCIM_USER } from '@bellwether/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Reply } from '../support/api-client.js';
import { ApiClient } from '../support/api-client.js';
import type { TestServer } from '../support/test-server.js';
import { startTestServer } from '../support/test-server.js';
import { testUrls } from '../support/urls.js';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer(await testUrls());
});
afterAll(() => server.close());

const PATCH = 'urn:ietf:params:scim:api:messages:2.0:PatchOp';
const ERROR = 'urn:ietf:params:scim:api:messages:2.0:Error';

interface ScimErrorBody {
  readonly schemas: readonly string[];
  readonly status: string;
  readonly scimType?: string;
}

async function connect(name = 'Okta') {
  const floor = await ApiClient.found(server, { timeZone: 'UTC' });
  const { status, body } = await floor.own<ProvisioningKeyMade>('/api/v1/provisioning/keys', {
    json: { name },
  });
  expect(status).toBe(201);
  const ask = <Body = ScimUser>(method: string, path: string, json?: object) =>
    floor.send<Body>(`/scim/v2${path}`, {
      key: body.key,
      method,
      ...(json && { json, headers: { 'content-type': 'application/scim+json' } }),
    });
  const find = async (filter: string) =>
    (await ask<ScimUsersReply>('GET', `/Users?filter=${encodeURIComponent(filter)}`)).body;
  const profile = async (id: string | number) =>
    (await floor.own<ProfileReply>(`/api/v1/people/${id}`)).body;
  const patch = (id: string | number, ...Operations: object[]) =>
    ask('PATCH', `/Users/${id}`, { schemas: [PATCH], Operations });
  return { floor, key: body.key, url: body.url, ask, find, profile, patch };
}

/** How a request was refused: its status, by head and by body, and the kind of mistake. */
function refusalIn({ status, body, headers }: Reply<unknown>) {
  const told = body as ScimErrorBody;
  const type = headers.get('content-type');
  return [status, told.status, told.scimType, type, told.schemas];
}

const refused = (status: number, scimType?: string) => [
  status,
  String(status),
  scimType,
  'application/scim+json; charset=utf-8',
  [ERROR],
];

const oktaUser = (more: object = {}) => ({
  schemas: [SCIM_USER],
  userName: 'Grace@example.com',
  name: { givenName: 'Grace', familyName: 'Hopper' },
  emails: [{ primary: true, value: 'grace@example.com', type: 'work' }],
  displayName: 'Grace Hopper',
  locale: 'en-US',
  externalId: '00ujl29u0le5T6Aj10h7',
  groups: [],
  password: 'not kept',
  active: true,
  ...more,
});

describe('Okta', () => {
  it('looks for somebody, adds them, and reads them again', async () => {
    const { ask, find, profile, url } = await connect();
    expect(await find('userName eq "grace@example.com"')).toMatchObject({ totalResults: 0 });
    const added = await ask('POST', '/Users', oktaUser());
    expect([added.status, added.headers.get('content-type')]).toEqual([
      201,
      'application/scim+json; charset=utf-8',
    ]);
    const { id, meta } = added.body;
    expect(meta).toEqual({ resourceType: 'User', location: `${url}/Users/${id}` });
    expect(added.headers.get('location')).toBe(meta.location);
    expect(added.body).toMatchObject({
      userName: 'grace@example.com',
      externalId: '00ujl29u0le5T6Aj10h7',
      displayName: 'Grace Hopper',
      active: true,
    });
    expect((await ask('GET', `/Users/${id}`)).body).toEqual(added.body);
    for (const filter of [
      'userName eq "GRACE@example.com"',
      'externalId eq "00ujl29u0le5T6Aj10h7"',
      'emails.value eq "grace@example.com"',
    ]) {
      expect((await find(filter)).Resources).toEqual([added.body]);
    }
    expect(await profile(id)).toMatchObject({ name: 'Grace Hopper', active: true });
  });

  it('finds those who are there already, and takes them over', async () => {
    const { floor, ask, find, profile } = await connect();
    const people = await floor.hire('Iberia', 'grace');
    const { Resources } = await find('userName eq "grace@example.com"');
    const { id } = Resources[0]!;
    expect(id).toBe(String(people.get('grace')));
    const { status, body } = await ask('PUT', `/Users/${id}`, oktaUser());
    expect([status, body.displayName, body[SCIM_ENTERPRISE]?.department]).toEqual([
      200,
      'Grace Hopper',
      'Iberia',
    ]);
    expect((await profile(id)).identities).toEqual([
      { namespace: 'email', value: 'grace@example.com' },
      { namespace: 'scim', value: '00ujl29u0le5T6Aj10h7' },
      { namespace: 'scim-user', value: 'grace@example.com' },
    ]);
  });

  it('lets somebody go and come back, and their totals stay', async () => {
    const { floor, ask, profile } = await connect();
    const people = await floor.hire('Iberia', 'grace');
    const id = people.get('grace')!;
    await floor.events({
      type: 'deal',
      externalId: 'D-1',
      changedAt: '2026-01-05T10:00:00Z',
      closedOn: '2026-01-05',
      owner: 'grace@example.com',
      status: 'won',
      amount: '100.00',
    });
    const board = 'revenue_won.all.reps';
    expect(await floor.standing(board)).toEqual([['grace', 10_000]]);
    const put = (active: boolean) => ask('PUT', `/Users/${id}`, oktaUser({ active }));
    expect((await put(false)).body.active).toBe(false);
    expect(await profile(id)).toMatchObject({
      active: false,
      leftOn: expect.any(String) as string,
    });
    expect(await floor.standing(board)).toEqual([['Grace Hopper', 10_000]]);
    expect((await put(true)).body.active).toBe(true);
    expect(await profile(id)).toMatchObject({ active: true, leftOn: null });
    const { status } = await ask('DELETE', `/Users/${id}`);
    expect(status).toBe(204);
    expect((await ask('GET', `/Users/${id}`)).body.active).toBe(false);
    expect(await floor.standing(board)).toEqual([['Grace Hopper', 10_000]]);
  });
});

describe('Entra ID', () => {
  it('brings somebody up to date in its own way of writing', async () => {
    const { floor, ask, patch, profile } = await connect('Entra ID');
    const { id: boss } = (await ask('POST', '/Users', { userName: 'boss@example.com' })).body;
    const added = await ask('POST', '/Users', {
      schemas: [SCIM_USER, SCIM_ENTERPRISE],
      externalId: '0a21f0f2-8d2a-4f8e-bf98-7363c4aed4ef',
      userName: 'ada@example.com',
      active: true,
      displayName: 'Ada',
      emails: [{ primary: true, type: 'work', value: 'a.lovelace@example.com' }],
      meta: { resourceType: 'User' },
      name: { formatted: 'Ada', familyName: 'Lovelace', givenName: 'Ada' },
      title: 'Rep',
      [SCIM_ENTERPRISE]: { department: 'North' },
    });
    const { id } = added.body;
    const { status, body } = await patch(
      id,
      { op: 'Replace', path: 'displayName', value: 'Ada Lovelace' },
      { op: 'Add', path: `${SCIM_ENTERPRISE}:department`, value: 'South' },
      { op: 'Add', path: `${SCIM_ENTERPRISE}:manager`, value: boss },
      { op: 'Replace', value: { title: 'Lead', 'name.familyName': 'Lovelace' } },
      { op: 'Add', path: 'phoneNumbers[type eq "mobile"].value', value: '+1 555' },
    );
    expect(status).toBe(200);
    expect(body).toMatchObject({
      displayName: 'Ada Lovelace',
      title: 'Lead',
      [SCIM_ENTERPRISE]: { department: 'South', manager: { value: boss } },
    });
    expect(await profile(id)).toMatchObject({ jobTitle: 'Lead', manager: Number(boss) });
    const { teams } = (await floor.own<PeopleReply>('/api/v1/people')).body;
    expect(teams.map(({ name }) => name)).toEqual(['North', 'South']);

    await patch(id, { op: 'Replace', path: 'active', value: 'False' });
    expect(await profile(id)).toMatchObject({ active: false });
    await patch(
      id,
      { op: 'Replace', path: 'active', value: 'True' },
      { op: 'Remove', path: 'title' },
    );
    expect(await profile(id)).toMatchObject({ active: true, jobTitle: null });
    const { changes } = (await floor.own<AuditReply>('/api/v1/audit?limit=200')).body;
    const made = changes.filter(({ subject }) => subject.kind === 'person');
    expect(new Set(made.map(({ by }) => by.name))).toEqual(new Set(['Entra ID (provisioner)']));
  });

  it('gives somebody another name to sign in by; the old address stays theirs', async () => {
    const { ask, patch, find } = await connect();
    const { id } = (await ask('POST', '/Users', oktaUser())).body;
    const { body } = await patch(id, {
      op: 'replace',
      path: 'userName',
      value: 'g.murray@example.com',
    });
    expect(body.userName).toBe('g.murray@example.com');
    expect(body.emails.map(({ value }) => value)).toEqual([
      'g.murray@example.com',
      'grace@example.com',
    ]);
    expect((await find('emails[type eq "work"].value eq "grace@example.com"')).totalResults).toBe(
      1,
    );
  });

  it.each([
    [{ op: 'move', path: 'title' }, 'invalidSyntax'],
    [{ op: 'replace', path: 'active', value: 'perhaps' }, 'invalidValue'],
    [{ op: 'add', path: `${SCIM_ENTERPRISE}:manager`, value: '999999' }, 'invalidValue'],
    [{ op: 'remove' }, 'noTarget'],
  ])('is told what is wrong with %j', async (operation, scimType) => {
    const { ask, patch } = await connect();
    const { id } = (await ask('POST', '/Users', oktaUser())).body;
    expect(refusalIn(await patch(id, operation))).toEqual(refused(400, scimType));
  });
});

describe('the list of users', () => {
  it('comes in pages', async () => {
    const { floor, ask } = await connect();
    await floor.hire('Iberia', 'ada', 'bea', 'cem', 'dan', 'eve');
    const page = async (query: string) => {
      const { body } = await ask<ScimUsersReply>('GET', `/Users?${query}`);
      expect(body.itemsPerPage).toBe(body.Resources.length);
      return [body.totalResults, body.startIndex, body.Resources.map((user) => user.displayName)];
    };
    expect(await page('startIndex=1&count=2')).toEqual([5, 1, ['ada', 'bea']]);
    expect(await page('startIndex=5&count=2')).toEqual([5, 5, ['eve']]);
    expect(await page('startIndex=9')).toEqual([5, 9, []]);
    expect(await page('startIndex=-3&count=0')).toEqual([5, 1, []]);
    expect(await page('')).toEqual([5, 1, ['ada', 'bea', 'cem', 'dan', 'eve']]);
  });

  it.each(['active eq true', 'userName co "a"', 'userName eq "a" and title eq "b"'])(
    'refuses the filter %s',
    async (filter) => {
      const { ask } = await connect();
      const reply = await ask('GET', `/Users?filter=${encodeURIComponent(filter)}`);
      expect(refusalIn(reply)).toEqual(refused(400, 'invalidFilter'));
    },
  );

  it('finds nobody by what they went by before they were erased', async () => {
    const { floor, ask, find } = await connect();
    const { id } = (await ask('POST', '/Users', oktaUser())).body;
    await floor.own(`/api/v1/people/${id}/erase`, { json: { name: 'Grace Hopper' } });
    expect(await find('userName eq "grace@example.com"')).toMatchObject({ totalResults: 0 });
    expect(JSON.stringify((await ask('GET', '/Users')).body)).not.toMatch(/grace|00ujl/i);
    expect(refusalIn(await ask('POST', '/Users', oktaUser()))).toEqual(refused(409, 'uniqueness'));
    expect(refusalIn(await ask('PUT', `/Users/${id}`, oktaUser()))).toEqual(
      refused(400, 'mutability'),
    );
  });
});

describe('a user name', () => {
  it('is of one person', async () => {
    const { ask, patch } = await connect();
    await ask('POST', '/Users', oktaUser());
    expect(refusalIn(await ask('POST', '/Users', oktaUser({ externalId: 'x' })))).toEqual(
      refused(409, 'uniqueness'),
    );
    const { body } = await ask('POST', '/Users', { userName: 'bea@example.com' });
    const rename = { op: 'replace', path: 'userName', value: 'grace@example.com' };
    expect(refusalIn(await patch(body.id, rename))).toEqual(refused(409, 'uniqueness'));
  });

  it('must be there', async () => {
    const { ask } = await connect();
    expect(refusalIn(await ask('POST', '/Users', { displayName: 'Ada' }))).toEqual(
      refused(400, 'invalidSyntax'),
    );
  });
});

describe('a key for provisioning', () => {
  it('opens nothing of another organisation', async () => {
    const [mine, other] = [await connect(), await connect()];
    const { id } = (await other.ask('POST', '/Users', oktaUser())).body;
    expect(refusalIn(await mine.ask('GET', `/Users/${id}`))).toEqual(refused(404));
    expect(refusalIn(await mine.ask('PUT', `/Users/${id}`, oktaUser()))).toEqual(refused(404));
    expect(refusalIn(await mine.patch(id, { op: 'replace', value: { active: false } }))).toEqual(
      refused(404),
    );
    expect(refusalIn(await mine.ask('DELETE', `/Users/${id}`))).toEqual(refused(404));
    expect(await mine.find('userName eq "grace@example.com"')).toMatchObject({ totalResults: 0 });
    const manager = { [SCIM_ENTERPRISE]: { manager: { value: id } } };
    const added = await mine.ask('POST', '/Users', oktaUser(manager));
    expect(refusalIn(added)).toEqual(refused(400, 'invalidValue'));
    expect(await other.profile(id)).toMatchObject({ active: true });
  });

  it('is needed, opens nothing else, and ends with all of its kind', async () => {
    const { floor, key, ask } = await connect();
    expect(refusalIn(await floor.send('/scim/v2/Users', { key: 'bw_guessed' }))).toEqual(
      refused(401),
    );
    expect(refusalIn(await floor.own('/scim/v2/Users'))).toEqual(refused(403));
    expect((await floor.send('/api/v1/people', { key })).status).toBe(403);
    const raw = { key, raw: '{', headers: { 'content-type': 'application/scim+json' } };
    expect(refusalIn(await floor.send('/scim/v2/Users', raw))).toEqual(
      refused(400, 'invalidSyntax'),
    );
    expect(refusalIn(await ask('GET', '/Groups'))).toEqual(refused(404));
    await floor.own('/api/v1/provisioning/keys', { method: 'DELETE' });
    expect(refusalIn(await ask('GET', '/Users'))).toEqual(refused(401));
  });

  it('reads what of SCIM is understood', async () => {
    const { ask } = await connect();
    const read = async (path: string) => (await ask<Record<string, unknown>>('GET', path)).body;
    expect(await read('/ServiceProviderConfig')).toMatchObject({ patch: { supported: true } });
    expect(await read('/ResourceTypes')).toMatchObject({ Resources: [{ endpoint: '/Users' }] });
    expect(await read('/Schemas')).toMatchObject({
      Resources: [{ id: SCIM_USER }, { id: SCIM_ENTERPRISE }],
    });
  });
});
