import type { LiveToClient, LiveToServer } from '@bellwether/contracts';
import { LIVE_NAMESPACE } from '@bellwether/contracts';
import { PostgresImportFiles, PostgresImports } from '@bellwether/persistence';
import fc from 'fast-check';
import pg from 'pg';
import type { Socket } from 'socket.io-client';
import { io } from 'socket.io-client';
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import type { Role } from '../../apps/server/src/access/grants.js';
import { ROLES } from '../../apps/server/src/access/permissions.js';
import type { Route } from '../../apps/server/src/access/routes.js';
import { routesOf } from '../../apps/server/src/access/routes.js';
import { ALL_MODULES } from '../../apps/server/src/server.module.js';
import type { FullOrganisation, Proof } from '../support/contracts/organisation-with-everything.js';
import {
  deal,
  organisationWithEverything,
} from '../support/contracts/organisation-with-everything.js';
import { digestOf, idsOf, numberFarAway } from '../support/contracts/rows-of.js';
import { isRowId, partsOf, valuesOf } from '../support/contracts/values-of.js';
import type { TestDatabase } from '../support/database.js';
import { createTestDatabase, createTestRedis } from '../support/database.js';
import { provisioning } from '../support/provisioning.js';
import type { TestServer } from '../support/test-server.js';
import { startTestServer } from '../support/test-server.js';

const routes = routesOf(ALL_MODULES);

/** Names in addresses, queries and bodies that sound like somebody's, and are no number of a row. */
const TEXTS: Readonly<Record<string, 'address' | 'board' | 'user' | 'not ours'>> = {
  'GET /api/v1/audit id': 'user',
  'GET /api/v1/audit.csv id': 'user',
  'GET /api/v1/boards/:id id': 'board',
  'POST /hooks/:address address': 'address',
  'POST /api/v1/events source': 'address',
  'DELETE /api/v1/account/sessions/:id id': 'user',
  'PATCH /api/v1/account/passkeys/:id id': 'user',
  'DELETE /api/v1/account/passkeys/:id id': 'user',
  'PATCH /api/v1/members/:id id': 'user',
  'DELETE /api/v1/members/:id id': 'user',
  // As a source knows somebody.
  'POST /api/v1/people identities.id': 'not ours',
  'POST /api/v1/people/:id/identities id': 'not ours',
  'POST /scim/v2/Users externalId': 'not ours',
  'PUT /scim/v2/Users/:id externalId': 'not ours',
};

const SOUNDS_LIKE_AN_ID = /(^|[a-z])(ids?|Ids?)$|^(person|team|source|screen|around|address)$/;

let place: TestDatabase;
let admin: pg.Client;
let server: TestServer;
let ours: FullOrganisation;
let theirs: FullOrganisation;
let theirIds: readonly number[];

beforeAll(async () => {
  place = await createTestDatabase();
  const redis = await createTestRedis();
  server = await startTestServer({ databaseUrl: place.url, redisUrl: redis.url });
  admin = new pg.Client(place.url);
  await admin.connect();
  ours = await organisationWithEverything(server, 'plainword');
  await numberFarAway(admin);
  theirs = await organisationWithEverything(server, 'Zyzzyva');
  await untilAllIsDone();
  theirIds = await idsOf(admin, theirs.floor.founded.organisationId);
});
afterAll(async () => {
  await admin.end();
  await server.close();
  await place.drop();
});

/** Nothing waits to be scored or shown: what changes from now on, somebody has changed. */
async function untilAllIsDone(): Promise<void> {
  await vi.waitFor(
    async () => {
      const { rows } = await admin.query<{ open: string }>(`
        select (select count(*) from inbox_queue)
          + (select count(*) from celebration where shown is null)
          + (select count(*) from rescoring where state = 'running') as open
      `);
      expect(rows[0]?.open).toBe('0');
    },
    { timeout: 20_000, interval: 50 },
  );
}

const digest = () => digestOf(admin, theirs.floor.founded.organisationId);

/**
 * An address of theirs keeps a log of what was turned away there, written within a second: that is no
 * change of anything, whichever route is tried by then.
 */
async function digestOfTheirs(): Promise<object> {
  return { ...(await digest()), turned_away: 'theirs', refusal_hour: 'theirs' };
}

function textFor(route: Route, name: string): string | undefined {
  const kind = TEXTS[`${route.method} ${route.path} ${name}`];
  if (kind === 'address') return theirs.addresses[0];
  if (kind === 'user') return theirs.userIds[0];
  return kind === 'board' ? 'revenue_won.all.reps' : undefined;
}

interface Attempt {
  readonly path: string;
  readonly json?: unknown;
  readonly namesTheirs: boolean;
}

/** The route asked for a row of theirs, wherever it takes the number of one. */
function attempts(route: Route, id: number): readonly Attempt[] {
  const { body, query, params } = route.takes;
  const values = { id: fc.constant(id) };
  const some = { numRuns: 2, seed: id };
  const bodies = body ? fc.sample(valuesOf(body, values), some) : [undefined, undefined];
  const queries = query ? fc.sample(valuesOf(query, values), some) : [{}];
  const path = Object.keys(params).reduce(
    (all, name) => all.replace(`:${name}`, textFor(route, name) ?? String(id)),
    route.path,
  );
  return bodies.map((json, index) => {
    const asked = (queries[index % queries.length] ?? {}) as Readonly<Record<string, unknown>>;
    const texts = Object.keys(asked).flatMap((name) => {
      const text = textFor(route, name);
      return text === undefined ? [] : [[name, text] as const];
    });
    const named = { ...asked, ...Object.fromEntries(texts) };
    const search = new URLSearchParams(
      Object.entries(named).map(([name, value]): [string, string] => [name, String(value)]),
    );
    return {
      path: `${path}?${search.toString()}`,
      json: json ?? (route.method === 'GET' ? undefined : {}),
      namesTheirs: Object.entries(params).some(
        ([name, schema]) => isRowId(schema) || textFor(route, name) === theirs.userIds[0],
      ),
    };
  });
}

describe('somebody of another organisation', () => {
  it('has a way to name each row, or it is known that it has none', () => {
    const unknown = routes.flatMap(({ method, path, takes: { body, query, params } }) =>
      [
        ...[body, query].flatMap((schema) => (schema ? partsOf(schema) : [])),
        ...Object.entries(params).map(([name, schema]) => ({ path: [name], schema })),
      ]
        .filter((part) => SOUNDS_LIKE_AN_ID.test(part.path.at(-1) ?? ''))
        .filter((part) => !partsOf(part.schema).some(({ schema }) => isRowId(schema)))
        .map((part) => `${method} ${path} ${part.path.join('.')}`)
        .filter((name) => !(name in TEXTS)),
    );
    expect([...new Set(unknown)]).toEqual([]);
    const unread = routes.filter(({ path, takes }) =>
      [...path.matchAll(/:(\w+)/g)].some(([, name = '']) => !(name in takes.params)),
    );
    expect(unread.map(({ path }) => path)).toEqual([]);
    expect(theirIds.length).toBeGreaterThan(15);
  });

  it.each(routes)(
    'reads and changes nothing by $method $path',
    async (route) => {
      const before = await digestOfTheirs();
      for (const role of ROLES) {
        // Keys for provisioning end all together, which is tried here, too.
        const proof = role === 'provisioner' ? await provisioning(ours.floor) : ours.proofs[role];
        for (const id of theirIds) await expectNothing(route, role, proof, id);
      }
      expect(await digestOfTheirs()).toEqual(before);
    },
    120_000,
  );

  async function expectNothing(route: Route, role: Role, proof: Proof, id: number): Promise<void> {
    // Who may not ask at all is told so whatever the rest says: once is enough.
    const all = attempts(route, id).slice(0, ['owner', 'provisioner'].includes(role) ? 2 : 1);
    await Promise.all(
      all.map(async ({ path, json, namesTheirs }) => {
        const reply = await fetch(server.url + path, {
          method: route.method,
          headers: {
            ...proof,
            ...(json === undefined ? {} : { 'content-type': 'application/json' }),
          },
          ...(json === undefined ? {} : { body: JSON.stringify(json) }),
        });
        // What we said ourselves is no secret that is told.
        const told = `${JSON.stringify([...reply.headers])} ${await reply.text()}`.replaceAll(
          theirs.userIds[0] ?? '',
          '',
        );
        const about = `${role}: ${route.method} ${path} ${JSON.stringify(json)}`;
        expect([about, leaked(told)]).toEqual([about, []]);
        expect([about, reply.status]).toEqual([about, namesTheirs ? refusal : answer]);
      }),
    );
  }
});

const between = (least: number, most: number) =>
  expect.toSatisfy((status: number) => status >= least && status < most, `${least} to ${most}`);
const refusal = between(400, 500) as number;
const answer = between(200, 500) as number;

function leaked(told: string): readonly string[] {
  return theirs.secrets.filter((secret) => told.includes(secret));
}

describe('a socket of another organisation', () => {
  it.each(['owner', 'rep', 'screen'] as const)('is told nothing, as %s', async (role) => {
    const heard: string[] = [];
    const socket: Socket<LiveToClient, LiveToServer> = io(server.url + LIVE_NAMESPACE, {
      transports: ['websocket'],
      auth: { token: ours.keys[role] },
      forceNew: true,
    });
    onTestFinished(() => void socket.disconnect());
    socket.onAny((...message: unknown[]) => void heard.push(JSON.stringify(message)));
    const watch = async (topic: string): Promise<string> =>
      JSON.stringify(await socket.timeout(10_000).emitWithAck('watch', { topic }));
    for (const id of theirIds) {
      const reply = await watch(`screen:${id}`);
      expect(reply).toMatch(/unknown-topic|forbidden/);
      heard.push(reply);
    }
    heard.push(await watch('board:revenue_won.all.reps'), await watch('feed'));
    await theirs.floor.events(deal('Zyzzyva', 'Zyzzyva@example.com'));
    await theirs.floor.own(`/api/v1/screens/${theirs.screenId}`, {
      method: 'PATCH',
      json: { name: 'Zyzzyva again' },
    });
    await theirs.floor.scored();
    // What they did is told before what we do.
    await ours.floor.events(deal('ours', 'plainword@example.com'));
    await vi.waitFor(() => expect(heard.join()).toContain('Deal ours'), { timeout: 20_000 });
    expect(heard.filter((message) => leaked(message).length > 0)).toEqual([]);
  });
});

describe('a job of another organisation', () => {
  it('scores, and leaves everything of the others as it is', async () => {
    await untilAllIsDone();
    const before = await digest();
    await ours.floor.events(deal('ours', 'plainword@example.com'));
    await ours.floor.scored();
    expect(await digest()).toEqual(before);
  });

  it('takes no file of theirs in', async () => {
    const { rows } = await admin.query<{ id: number }>(
      'select id from import where organisation_id = $1',
      [theirs.floor.founded.organisationId],
    );
    const id = rows[0]?.id ?? 0;
    const { organisationId } = ours.floor.founded;
    const before = await digest();
    const imports = server.app.get(PostgresImports);
    expect(await imports.claim(organisationId, id, () => Promise.resolve('ours'))).toBe(undefined);
    await imports.finish(organisationId, id, 'Ended by others');
    const files = server.app.get(PostgresImportFiles);
    await files.discard(organisationId, id);
    const { done } = await files.read(organisationId, id).next();
    expect(done).toBe(true);
    expect(await digest()).toEqual(before);
  });
});
