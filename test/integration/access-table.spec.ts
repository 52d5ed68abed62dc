import type { LinkMade, ScreenView } from '@bellwether/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accessLines } from '../../apps/server/src/access/access-table.js';
import type { Role } from '../../apps/server/src/access/grants.js';
import { ROLES, TOPICS, mayDo } from '../../apps/server/src/access/permissions.js';
import { routesOf } from '../../apps/server/src/access/routes.js';
import { ALL_MODULES } from '../../apps/server/src/server.module.js';
import { AccountClient } from '../support/account-client.js';
import { ApiClient } from '../support/api-client.js';
import { provisioning } from '../support/provisioning.js';
import { ScreenClient } from '../support/screen-client.js';
import type { TestServer } from '../support/test-server.js';
import { startTestServer } from '../support/test-server.js';
import { testUrls } from '../support/urls.js';

const routes = routesOf(ALL_MODULES);

/** Open on purpose: each proves by itself what needs proof, and a new one is thought about here. */
const OPEN = [
  'GET /.well-known/security.txt',
  'POST /api/v1/client-errors',
  'POST /api/v1/events',
  'POST /api/v1/invitations/accept',
  'POST /api/v1/invitations/read',
  'POST /api/v1/pairings',
  'POST /api/v1/pairings/poll',
  'POST /api/v1/setup',
  'GET /api/v1/sign-in',
  'GET /health/live',
  'GET /health/ready',
  'POST /hooks/:address',
  'GET /metrics',
  'GET /photos/:name',
];

let server: TestServer;
let floor: ApiClient;
/** What each role proves itself by: keys, and the cookies of those who sign in. */
let proofs: Readonly<Record<Role, Readonly<Record<string, string>>>>;
let keys: Readonly<Record<'owner' | 'rep' | 'screen' | 'source', string>>;
let screenId: number;
beforeAll(async () => {
  server = await startTestServer(await testUrls());
  floor = await ApiClient.found(server);
  const { ownerKey, screenKey, source } = floor.founded;
  const people = await floor.hire('Iberia', 'ada');
  const link = `/api/v1/people/${people.get('ada')}/links`;
  const phone = await floor.own<LinkMade>(link, { json: {} });
  const { body } = await floor.own<{ screens: ScreenView[] }>('/api/v1/screens');
  screenId = body.screens[0]!.screenId;
  keys = {
    owner: ownerKey,
    rep: phone.body.url.split('#key=')[1]!,
    screen: screenKey,
    source: source.apiKey,
  };
  const bearer = (key: string) => ({ authorization: `Bearer ${key}` });
  const signedIn = async (role: 'admin' | 'manager' | 'viewer') => {
    const { cookie } = await AccountClient.join(floor, { role });
    return { cookie, origin: server.url };
  };
  proofs = {
    owner: bearer(keys.owner),
    admin: await signedIn('admin'),
    manager: await signedIn('manager'),
    rep: bearer(keys.rep),
    viewer: await signedIn('viewer'),
    screen: bearer(keys.screen),
    source: bearer(keys.source),
    provisioner: await provisioning(floor),
  };
});
afterAll(() => server.close());

/** Keys for provisioning end all together, which is tried here, too. */
async function proofOf(role: Role): Promise<Readonly<Record<string, string>>> {
  return role === 'provisioner' ? provisioning(floor) : proofs[role];
}

async function statusOf(
  what: { method: string; path: string },
  proof: Readonly<Record<string, string>> = {},
): Promise<number> {
  // Nobody's: whoever may ask is told so, or that there is more to say.
  const path = what.path.replaceAll(/:\w+/g, '999999');
  const isUpload = ['/api/v1/imports', '/api/v1/people/import'].includes(what.path);
  const body = isUpload
    ? { raw: 'nothing', headers: { ...proof, 'content-type': 'text/csv' } }
    : { json: {}, headers: proof };
  const sent = ['GET', 'DELETE'].includes(what.method) ? { headers: proof } : body;
  return (await floor.send(path, { method: what.method, ...sent })).status;
}

describe('the table of access', () => {
  it('has a line for every route, and every route says what it needs', () => {
    expect(routes.length).toBeGreaterThan(30);
    expect(routes.filter(({ needs }) => needs === undefined)).toEqual([]);
    const open = routes.filter(({ needs }) => needs === 'nothing');
    expect(open.map(({ method, path }) => `${method} ${path}`)).toEqual(OPEN);
  });

  it('knows the routes that the server documents', async () => {
    const { body } = await floor.send<{ paths: Record<string, Record<string, unknown>> }>(
      '/api/openapi.json',
    );
    const documented = Object.entries(body.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map(
        (method) => `${method.toUpperCase()} ${path.replaceAll(/\{(\w+)\}/g, ':$1')}`,
      ),
    );
    const known = new Set(accessLines(routes).map(({ what }) => what));
    expect(documented.filter((route) => !known.has(route))).toEqual([]);
  });

  it.each(routes.filter(({ needs }) => needs !== 'nothing'))(
    'is kept at $method $path',
    async (route) => {
      const { needs } = route;
      if (needs === undefined || needs === 'nothing') throw new Error('It declares nothing');
      const guessed = { authorization: 'Bearer bw_owner_guessed' };
      const forged = { cookie: '__Secure-bellwether.session_token=guessed.too' };
      expect([
        await statusOf(route),
        await statusOf(route, guessed),
        await statusOf(route, forged),
      ]).toEqual([401, 401, 401]);
      for (const role of ROLES) {
        const status = await statusOf(route, await proofOf(role));
        const seen =
          status === 403 ? 'refused' : status < 500 && status !== 401 ? 'let in' : status;
        expect([role, seen]).toEqual([role, mayDo(role, needs) ? 'let in' : 'refused']);
      }
    },
  );

  it.each(['owner', 'rep', 'screen'] as const)('is kept by what a %s watches', async (role) => {
    const client = new ScreenClient(server.url, keys[role], 'board:calls.all.reps');
    const ids = { board: 'board:calls.all.reps', feed: 'feed', screen: `screen:${screenId}` };
    for (const [kind, topic] of Object.entries(ids)) {
      const answer = await client.ask({ topic });
      const seen = 'error' in answer ? answer.error.code : 'shown';
      const may = mayDo(role, TOPICS[kind as keyof typeof TOPICS]);
      expect([kind, seen]).toEqual([kind, may ? 'shown' : 'forbidden']);
    }
  });

  it.each(['source', 'provisioner'] as const)('lets no %s watch anything', async (role) => {
    const { authorization = '' } = await proofOf(role);
    const client = new ScreenClient(server.url, authorization.replace('Bearer ', ''));
    const refused = await new Promise<string>((resolve) =>
      client.socket.on('connect_error', ({ message }) => resolve(message)),
    );
    expect(refused).toBe('unsigned');
  });

  it('knows no other topic', async () => {
    const client = new ScreenClient(server.url, keys.owner, 'board:calls.all.reps');
    const answer = await client.ask({ topic: 'secrets:1' });
    expect(answer).toMatchObject({ error: { code: 'malformed' } });
  });
});
