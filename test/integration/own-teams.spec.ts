import type { AuditReply, LinkMade, PeopleReply, ProfileReply } from '@bellwether/contracts';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FOR_OWN_TEAMS } from '../../apps/server/src/access/permissions.js';
import type { Route } from '../../apps/server/src/access/routes.js';
import { routesOf } from '../../apps/server/src/access/routes.js';
import { ALL_MODULES } from '../../apps/server/src/server.module.js';
import { AccountClient } from '../support/account-client.js';
import { ApiClient } from '../support/api-client.js';
import { isRowId, partsOf, valuesOf } from '../support/contracts/values-of.js';
import { smallPng } from '../support/photos.js';
import type { TestServer } from '../support/test-server.js';
import { startTestServer } from '../support/test-server.js';
import { testUrls } from '../support/urls.js';

const all = routesOf(ALL_MODULES);
const routes = all.filter(
  ({ needs }) => needs !== undefined && needs !== 'nothing' && FOR_OWN_TEAMS.includes(needs),
);

let server: TestServer;
let floor: ApiClient;
let manager: AccountClient;
/** Teams and people: North and South are the manager's, East is somebody else's. */
const teams = { north: 0, south: 0, east: 0 };
let people: ReadonlyMap<string, number>;
beforeAll(async () => {
  server = await startTestServer(await testUrls());
  floor = await ApiClient.found(server, { timeZone: 'UTC' });
  people = new Map([
    ...(await floor.hire('North', 'ada', 'boss')),
    ...(await floor.hire('South', 'sam')),
    ...(await floor.hire('East', 'eve')),
  ]);
  const { body } = await floor.own<PeopleReply>('/api/v1/people');
  for (const { id, name } of body.teams) teams[name.toLowerCase() as keyof typeof teams] = id;
  await AccountClient.join(floor, { role: 'admin', person: idOf('boss') });
  manager = await AccountClient.join(floor, {
    role: 'manager',
    teams: [teams.north, teams.south],
  });
});
afterAll(() => server.close());

const idOf = (name: string): number => people.get(name) ?? 0;
const post = (path: string, json: object, method = 'POST') =>
  manager.send<Record<string, unknown>>(`/api/v1/people${path}`, { method, json });
const read = async (name: string) =>
  (await floor.own<ProfileReply>(`/api/v1/people/${idOf(name)}`)).body;
const listed = async () => (await manager.send<PeopleReply>('/api/v1/people')).body.people;

/** A request that the route takes, about this person, which names teams of others wherever it can. */
async function ask({ method, path, takes: { body, query } }: Route, person: number, team: number) {
  const values = { id: fc.constant(team) };
  const [json] = body ? fc.sample(valuesOf(body, values), { numRuns: 1, seed: 7 }) : [{}];
  const [search] = query ? fc.sample(valuesOf(query, values), { numRuns: 1, seed: 7 }) : [{}];
  const text = new URLSearchParams(search as Record<string, string>).toString();
  const address = `${path.replace(':id', String(person))}?${text}`;
  const sent = path.endsWith('/photo')
    ? { raw: smallPng(8, 8), headers: { 'content-type': 'image/png' } }
    : { json };
  return manager.send(address, { method, ...(['GET', 'DELETE'].includes(method) ? {} : sent) });
}

describe('a manager', () => {
  it('has routes for their own people, and each names those it is about', () => {
    expect(routes.length).toBeGreaterThan(9);
    const strange = routes.flatMap(({ method, path, takes: { body, query, params } }) => [
      ...Object.keys(params).filter((name) => name !== 'id'),
      ...[body, query]
        .flatMap((schema) => (schema ? partsOf(schema) : []))
        .filter(({ schema }) => isRowId(schema))
        .map((part) => part.path.join('.'))
        .filter((name) => !KNOWN.includes(name))
        .map((name) => `${method} ${path} ${name}`),
    ]);
    expect(strange).toEqual([]);
  });

  it('changes people by no route that is held to nothing', () => {
    const others = all.filter(
      ({ method, path, needs }) =>
        path.startsWith('/api/v1/people') && method !== 'GET' && needs !== 'people.manage',
    );
    expect(others.filter((route) => !routes.includes(route))).toEqual([]);
  });

  it.each(routes)("is refused by $method $path for people of others' teams", async (route) => {
    const before = await read('eve');
    const reply = await ask(route, idOf('eve'), teams.east);
    expect([reply.status, reply.body['code']]).toEqual([403, 'forbidden']);
    expect(await read('eve')).toEqual(before);
  });

  it.each(routes.filter(({ method }) => method !== 'GET' && method !== 'POST'))(
    'is refused by $method $path for somebody who runs the floor',
    async (route) => {
      const reply = await ask(route, idOf('boss'), teams.north);
      expect(reply.status).toBe(403);
    },
  );

  it('does not end the account of somebody above them', async () => {
    const reply = await post(`/${idOf('boss')}/deactivate`, {});
    expect(reply.status).toBe(403);
    expect((await read('boss')).active).toBe(true);
  });

  it('changes what their people are called and do, in their own name', async () => {
    const told = { nickname: 'Addie', pronunciation: 'AY-da', jobTitle: 'Closer' };
    const ada = `/${idOf('ada')}`;
    expect((await post(ada, told, 'PATCH')).status).toBe(200);
    const identity = { email: 'ada.other@example.com' };
    expect((await post(`${ada}/identities`, identity)).status).toBe(200);
    const photo = await manager.send(`/api/v1/people${ada}/photo`, {
      method: 'PUT',
      raw: smallPng(8, 8),
      headers: { 'content-type': 'image/png' },
    });
    expect(photo.status).toBe(204);
    expect(await read('ada')).toMatchObject(told);
    const audit = await floor.own<AuditReply>(`/api/v1/audit?kind=person&id=${idOf('ada')}`);
    const byManager = audit.body.changes.filter(({ by }) => by.name === 'The manager');
    expect(byManager.map(({ deed, by }) => [deed, by.kind])).toEqual([
      ['photo-changed', 'account'],
      ['identity-added', 'account'],
      ['person-changed', 'account'],
    ]);
  });

  it.each([[{ manager: 1 }], [{ hiredOn: '2020-01-01' }]])(
    'does not say %j of somebody: owners and admins do',
    async (said) => {
      const change = 'manager' in said ? { manager: idOf('sam') } : said;
      expect((await post(`/${idOf('ada')}`, change, 'PATCH')).status).toBe(403);
    },
  );

  it('brings people into their own teams, and into no other and none', async () => {
    const join = (more: object) => post('', { name: crypto.randomUUID(), ...more });
    expect((await join({ team: teams.south })).status).toBe(201);
    expect((await join({ team: teams.east })).status).toBe(403);
    const nowhere = await join({});
    expect([nowhere.status, nowhere.body['field']]).toEqual([422, '/team']);
  });

  it('moves people between their own teams only', async () => {
    const { body } = await post('', { name: 'Mona', team: teams.north, since: '2026-01-01' });
    const move = (team: number | null, from = '2026-06-01') =>
      post(`/${Number(body['id'])}/team`, { team, from });
    expect((await move(teams.east)).status).toBe(403);
    expect((await move(null)).status).toBe(403);
    expect((await move(teams.south)).status).toBe(200);
    const mona = (await listed()).find(({ name }) => name === 'Mona');
    expect(mona).toMatchObject({ team: teams.south, mayChange: true });
    // Nobody comes over to them from a team of others either.
    expect(
      (await post(`/${idOf('eve')}/team`, { team: teams.north, from: '2026-06-01' })).status,
    ).toBe(403);
  });

  it('does not take days that somebody was in a team of others', async () => {
    const { body } = await floor.own<{ id: number }>('/api/v1/people', {
      json: { name: 'Nora', team: teams.east, since: '2026-01-01' },
    });
    await floor.own(`/api/v1/people/${body.id}/team`, {
      json: { team: teams.north, from: '2026-07-01' },
    });
    const move = (from: string) => post(`/${body.id}/team`, { team: teams.south, from });
    expect((await move('2026-03-01')).status).toBe(403);
    expect((await move('2026-08-01')).status).toBe(200);
  });

  it('lets their people go and back, and opens their phones', async () => {
    const { body } = await post('', { name: 'Pia', team: teams.north });
    const pia = `/${Number(body['id'])}`;
    expect((await post(`${pia}/deactivate`, {})).status).toBe(200);
    expect((await post(`${pia}/reactivate`, {})).status).toBe(200);
    const link = await manager.send<LinkMade>(`/api/v1/people${pia}/links`, { json: {} });
    expect(link.status).toBe(201);
  });

  it.each([
    ['erase', () => post(`/${idOf('ada')}/erase`, { name: 'ada' })],
    ['import', () => manager.send('/api/v1/people/import', CSV)],
    ['add a team', () => manager.send('/api/v1/teams', { json: { name: 'Mine' } })],
  ])('may not %s', async (_, doing) => expect((await doing()).status).toBe(403));

  it('is told of whom they may change something', async () => {
    const mine = (await listed()).filter(({ mayChange }) => mayChange).map(({ name }) => name);
    expect(mine).toEqual(expect.arrayContaining(['ada', 'sam']));
    expect(mine).not.toContain('eve');
    expect(mine).not.toContain('boss');
  });

  it('of no team may change nobody', async () => {
    const nobodys = await AccountClient.join(floor, { role: 'manager' });
    const { body } = await nobodys.send<PeopleReply>('/api/v1/people');
    expect(body.people.filter(({ mayChange }) => mayChange)).toEqual([]);
    const change = { method: 'PATCH', json: { nickname: 'Addie' } };
    expect((await nobodys.send(`/api/v1/people/${idOf('ada')}`, change)).status).toBe(403);
  });
});

const CSV = { raw: 'name,email\n', headers: { 'content-type': 'text/csv' } };

/** Where routes for own teams take the numbers of rows: held to, or nobody's to hold. */
const KNOWN = [
  'team',
  // Refused to managers as a whole.
  'manager',
  // A source, not somebody.
  'source',
  'identities.source',
];
