import type {
  AuditChange,
  AuditReply,
  MembersReply,
  OwnMetricDraft,
  PairingStarted,
  PositionBody,
  ScreenView,
} from '@bellwether/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { routesOf } from '../../apps/server/src/access/routes.js';
import { ALL_MODULES } from '../../apps/server/src/server.module.js';
import { AccountClient } from '../support/account-client.js';
import { ApiClient } from '../support/api-client.js';
import type { TestDatabase } from '../support/database.js';
import { createTestDatabase } from '../support/database.js';
import { putPhoto, smallPng } from '../support/photos.js';
import { provisioning } from '../support/provisioning.js';
import type { TestServer } from '../support/test-server.js';
import { startTestServer } from '../support/test-server.js';
import { testUrls } from '../support/urls.js';

let server: TestServer;
/** One that scores nothing, on a database of its own: what is asked for there stays to be done. */
let idle: TestServer;
let place: TestDatabase;
beforeAll(async () => {
  server = await startTestServer(await testUrls());
  place = await createTestDatabase();
  const { redisUrl } = await testUrls();
  idle = await startTestServer({ databaseUrl: place.url, redisUrl, roles: ['web'] });
});
afterAll(async () => {
  await server.close();
  await idle.close();
  await place.drop();
});

/** What changes nothing that a manager decides, and why. */
const NOT_NOTED: Readonly<Record<string, string>> = {
  'POST /api/v1/client-errors': 'a line in the log',
  'POST /api/v1/events': 'what happened is kept in the inbox, by its source',
  'POST /hooks/:address': 'what happened is kept in the inbox, by its source',
  'DELETE /api/v1/account/sessions': 'one signs out oneself',
  'DELETE /api/v1/account/sessions/:id': 'one signs out oneself',
  'PATCH /api/v1/account/passkeys/:id': 'how one signs in oneself, like a password',
  'DELETE /api/v1/account/passkeys/:id': 'how one signs in oneself, like a password',
  'POST /api/v1/invitations/read': 'changes nothing',
  'POST /api/v1/scorecards/proposals': 'changes nothing',
  'POST /api/v1/goals/matches': 'changes nothing',
  'POST /api/v1/organisation/preview': 'changes nothing',
  'POST /api/v1/own-metrics/check': 'changes nothing',
  'POST /api/v1/own-metrics/preview': 'changes nothing',
  'POST /api/v1/sources/:id/fields/preview': 'changes nothing',
  'POST /api/v1/sources/:id/replay':
    'what was sent is scored once more; the log of the source tells',
  'POST /api/v1/sources/:id/test': 'a test counts for nothing; the log of the source tells',
  'POST /api/v1/pairings': 'a code that opens nothing until somebody claims it, which is noted',
  'POST /api/v1/screens/:id/calls':
    'a name shown, a test rung or a page loaded anew leaves nothing',
  'POST /api/v1/screens/own/key':
    'a screen replaces its own key by one that opens the same; that a manager asked is noted',
  'POST /api/v1/pairings/poll': 'hands over what the claim, which is noted, has granted',
};

interface Stage {
  readonly floor: ApiClient;
  readonly ada: number;
  readonly screenId: number;
}

type Doing = (stage: Stage) => Promise<unknown>;

const VIEWER = { role: 'viewer', person: null, teams: [] } as const satisfies PositionBody;

const OWN_METRIC = {
  title: 'Twice the calls',
  from: { kind: 'points', terms: [{ metric: 'calls', weight: 2 }] },
  words: null,
  direction: 'higher',
  timing: 'leading',
} satisfies OwnMetricDraft;

/** Somebody who signs in; answers their id. */
async function memberOf(floor: ApiClient): Promise<string> {
  await AccountClient.join(floor, VIEWER);
  const { body } = await floor.own<MembersReply>('/api/v1/members');
  return body.members[0]!.id;
}

const SCORECARD = {
  name: 'SDR',
  for: {},
  lines: [{ metric: 'calls', part: 'activity', period: 'day', target: 45_000, weight: 100 }],
};

/** For one person; answers its id. */
async function scorecardOf(floor: ApiClient, person: number): Promise<number> {
  const json = { ...SCORECARD, for: { people: [person] } };
  return (await floor.own<{ id: number }>('/api/v1/scorecards', { json })).body.id;
}

function goalOfAda({ floor, ada }: Stage) {
  const json = { goals: [{ person: ada, period: '2098-02', value: 100_00 }] };
  return floor.own('/api/v1/goals', { method: 'PUT', json });
}

async function ownTarget({ floor, ada }: Stage): Promise<void> {
  await scorecardOf(floor, ada);
  await floor.own(`/api/v1/people/${ada}/scorecard/targets`, {
    method: 'PUT',
    json: { targets: [{ metric: 'calls', target: 30_000 }] },
  });
}

/** How each thing that can be changed is changed, and what the audit then tells. */
const NOTED: Readonly<
  Record<
    string,
    { readonly deed: string; readonly by?: string; readonly idle?: true; readonly how: Doing }
  >
> = {
  'PUT /api/v1/metrics/:key/privacy': {
    deed: 'metric-privacy-changed',
    how: ({ floor }) =>
      floor.own('/api/v1/metrics/calls/privacy', {
        method: 'PUT',
        json: { audience: 'managers', shows: 'value', places: null },
      }),
  },
  'POST /api/v1/scorecards': {
    deed: 'scorecard-added',
    how: ({ floor, ada }) => scorecardOf(floor, ada),
  },
  'PUT /api/v1/scorecards/:id': {
    deed: 'scorecard-changed',
    how: async ({ floor, ada }) => {
      const id = await scorecardOf(floor, ada);
      const json = { ...SCORECARD, name: 'Callers' };
      await floor.own(`/api/v1/scorecards/${id}`, { method: 'PUT', json });
    },
  },
  'DELETE /api/v1/scorecards/:id': {
    deed: 'scorecard-removed',
    how: async ({ floor, ada }) => {
      const id = await scorecardOf(floor, ada);
      await floor.own(`/api/v1/scorecards/${id}`, { method: 'DELETE' });
    },
  },
  'PUT /api/v1/people/:id/scorecard/targets': {
    deed: 'own-targets-changed',
    how: ownTarget,
  },
  'DELETE /api/v1/people/:id/scorecard/targets': {
    deed: 'own-targets-changed',
    how: async (stage) => {
      await ownTarget(stage);
      const path = `/api/v1/people/${stage.ada}/scorecard/targets`;
      await stage.floor.own(path, { method: 'DELETE' });
    },
  },
  'PUT /api/v1/goals': {
    deed: 'goals-changed',
    how: goalOfAda,
  },
  'PUT /api/v1/goals/relief': {
    deed: 'relief-given',
    how: async (stage) => {
      await goalOfAda(stage);
      const [from, until] = ['2098-02-03', '2098-02-04'];
      const json = { person: stage.ada, from, until, reason: 'leave', amount: 1_00 };
      await stage.floor.own('/api/v1/goals/relief', { method: 'PUT', json });
    },
  },
  'PATCH /api/v1/exchange-rates': {
    deed: 'exchange-rates-changed',
    how: ({ floor }) =>
      floor.own('/api/v1/exchange-rates', {
        method: 'PATCH',
        json: { rates: [{ currency: 'USD', from: '2026-01-01', rate: '0.92' }] },
      }),
  },
  'PATCH /api/v1/organisation': {
    deed: 'organisation-changed',
    how: ({ floor }) =>
      floor.own('/api/v1/organisation', {
        method: 'PATCH',
        json: { name: 'Northwind Partners' },
      }),
  },
  'PUT /api/v1/holidays': {
    deed: 'holidays-changed',
    how: ({ floor }) =>
      floor.own('/api/v1/holidays', {
        method: 'PUT',
        json: { holidays: [{ date: '2026-12-25', name: 'Christmas' }] },
      }),
  },
  'PUT /api/v1/library/:key/use': {
    deed: 'metric-added',
    how: ({ floor }) => floor.own('/api/v1/library/mqls_created/use', { method: 'PUT' }),
  },
  'DELETE /api/v1/library/:key/use': {
    deed: 'metric-removed',
    how: async ({ floor }) => {
      await floor.own('/api/v1/library/mqls_created/use', { method: 'PUT' });
      await floor.own('/api/v1/library/mqls_created/use', { method: 'DELETE' });
    },
  },
  'POST /api/v1/own-metrics': {
    deed: 'metric-added',
    how: ({ floor }) => floor.own('/api/v1/own-metrics', { json: OWN_METRIC }),
  },
  'PUT /api/v1/own-metrics/:key': {
    deed: 'metric-changed',
    how: async ({ floor }) => {
      await floor.own('/api/v1/own-metrics', { json: OWN_METRIC });
      const json = { ...OWN_METRIC, title: 'Double calls' };
      await floor.own('/api/v1/own-metrics/own_twice_the_calls', { method: 'PUT', json });
    },
  },
  'DELETE /api/v1/own-metrics/:key': {
    deed: 'metric-removed',
    how: async ({ floor }) => {
      await floor.own('/api/v1/own-metrics', { json: OWN_METRIC });
      await floor.own('/api/v1/own-metrics/own_twice_the_calls', { method: 'DELETE' });
    },
  },
  'POST /api/v1/rescoring': {
    deed: 'rescoring-begun',
    how: ({ floor }) => floor.own('/api/v1/rescoring', { json: {} }),
  },
  'DELETE /api/v1/rescoring': {
    deed: 'rescoring-cancelled',
    idle: true,
    how: async ({ floor }) => {
      await floor.own('/api/v1/rescoring', { json: {} });
      await floor.own('/api/v1/rescoring', { method: 'DELETE' });
    },
  },
  'POST /api/v1/invitations': {
    deed: 'member-invited',
    how: ({ floor }) => AccountClient.join(floor, VIEWER),
  },
  'POST /api/v1/invitations/accept': {
    deed: 'member-joined',
    by: 'The viewer',
    how: ({ floor }) => AccountClient.join(floor, VIEWER),
  },
  'DELETE /api/v1/invitations/:id': {
    deed: 'invitation-withdrawn',
    how: async ({ floor }) => {
      const json = { email: `${crypto.randomUUID()}@example.com`, position: VIEWER };
      const { body } = await floor.own<{ id: number }>('/api/v1/invitations', { json });
      await floor.own(`/api/v1/invitations/${body.id}`, { method: 'DELETE' });
    },
  },
  'PATCH /api/v1/members/:id': {
    deed: 'member-changed',
    how: async ({ floor }) =>
      floor.own(`/api/v1/members/${await memberOf(floor)}`, {
        method: 'PATCH',
        json: { ...VIEWER, role: 'admin' },
      }),
  },
  'DELETE /api/v1/members/:id': {
    deed: 'member-removed',
    how: async ({ floor }) =>
      floor.own(`/api/v1/members/${await memberOf(floor)}`, { method: 'DELETE' }),
  },
  'POST /api/v1/imports': {
    deed: 'import-started',
    how: ({ floor }) =>
      floor.own('/api/v1/imports?name=deals.csv', {
        raw: 'Deal ID,Owner email,Status,Value,Close date\nD-1,ada@example.com,won,1.00,2026-01-02\n',
        headers: { 'content-type': 'text/csv' },
      }),
  },
  'POST /api/v1/pairings/claim': {
    deed: 'screen-paired',
    how: async ({ floor }) => {
      const { body } = await floor.send<PairingStarted>('/api/v1/pairings', { json: {} });
      return floor.own('/api/v1/pairings/claim', { json: { code: body.userCode, name: 'Hall' } });
    },
  },
  'POST /api/v1/parked/replay': {
    deed: 'parked-replayed',
    how: async ({ floor }) => {
      await floor.events({
        type: 'deal',
        externalId: 'P-1',
        changedAt: '2026-01-02T10:00:00Z',
        owner: 'nobody@example.com',
        status: 'won',
        amount: '1.00',
      });
      await floor.scored();
      return floor.own('/api/v1/parked/replay', { json: { kind: 'unknown-person' } });
    },
  },
  'POST /api/v1/parked/ignore': {
    deed: 'parked-set-aside',
    how: ({ floor }) =>
      floor.own('/api/v1/parked/ignore', {
        json: { kind: 'unknown-person', subject: 'email:x@y.z' },
      }),
  },
  'POST /api/v1/parked/notice': {
    deed: 'parked-noticed',
    how: async ({ floor }) => {
      const json = { kind: 'unknown-person', subject: 'email:nobody@example.com' };
      await floor.events({
        type: 'deal',
        externalId: 'P-2',
        changedAt: '2026-01-02T10:00:00Z',
        owner: 'nobody@example.com',
        status: 'won',
        amount: '1.00',
      });
      await floor.scored();
      await floor.own('/api/v1/parked/ignore', { json });
      await floor.own('/api/v1/parked/notice', { json });
    },
  },
  'POST /api/v1/people': {
    deed: 'person-added',
    how: ({ floor }) => floor.own('/api/v1/people', { json: { name: 'Bea' } }),
  },
  'POST /api/v1/people/:id/identities': {
    deed: 'identity-added',
    how: ({ floor, ada }) =>
      floor.own(`/api/v1/people/${ada}/identities`, { json: { email: 'a@example.com' } }),
  },
  'POST /api/v1/people/:id/links': {
    deed: 'key-made',
    how: ({ floor, ada }) => floor.own(`/api/v1/people/${ada}/links`, { json: {} }),
  },
  'POST /api/v1/people/:id/team': {
    deed: 'person-moved',
    how: ({ floor, ada }) =>
      floor.own(`/api/v1/people/${ada}/team`, { json: { team: null, from: '2026-01-01' } }),
  },
  'POST /api/v1/people/import': {
    deed: 'person-added',
    how: ({ floor }) =>
      floor.own('/api/v1/people/import', {
        raw: 'name,email\nBea,bea@example.com\n',
        headers: { 'content-type': 'text/csv' },
      }),
  },
  'PATCH /api/v1/people/:id': {
    deed: 'person-changed',
    how: ({ floor, ada }) =>
      floor.own(`/api/v1/people/${ada}`, { method: 'PATCH', json: { name: 'Ada L.' } }),
  },
  'DELETE /api/v1/people/:id/identities': {
    deed: 'identity-removed',
    how: ({ floor, ada }) =>
      floor.own(`/api/v1/people/${ada}/identities?namespace=email&value=ada@example.com`, {
        method: 'DELETE',
      }),
  },
  'PUT /api/v1/people/:id/photo': {
    deed: 'photo-changed',
    how: ({ floor, ada }) => putPhoto(floor, ada, smallPng()),
  },
  'DELETE /api/v1/people/:id/photo': {
    deed: 'photo-removed',
    how: async ({ floor, ada }) => {
      await putPhoto(floor, ada, smallPng());
      await floor.own(`/api/v1/people/${ada}/photo`, { method: 'DELETE' });
    },
  },
  'POST /api/v1/people/:id/deactivate': {
    deed: 'person-deactivated',
    how: ({ floor, ada }) => floor.own(`/api/v1/people/${ada}/deactivate`, { json: {} }),
  },
  'POST /api/v1/people/:id/reactivate': {
    deed: 'person-reactivated',
    how: async ({ floor, ada }) => {
      await floor.own(`/api/v1/people/${ada}/deactivate`, { json: {} });
      await floor.own(`/api/v1/people/${ada}/reactivate`, { json: {} });
    },
  },
  'POST /api/v1/people/:id/erase': {
    deed: 'person-erased',
    how: ({ floor, ada }) => floor.own(`/api/v1/people/${ada}/erase`, { json: { name: 'ada' } }),
  },
  'POST /api/v1/provisioning/keys': {
    deed: 'key-made',
    how: ({ floor }) => floor.own('/api/v1/provisioning/keys', { json: {} }),
  },
  'DELETE /api/v1/provisioning/keys': {
    deed: 'keys-ended',
    how: async ({ floor }) => {
      await provisioning(floor);
      await floor.own('/api/v1/provisioning/keys', { method: 'DELETE' });
    },
  },
  'POST /scim/v2/Users': {
    deed: 'person-added',
    by: 'Okta (provisioner)',
    how: async ({ floor }) =>
      floor.send('/scim/v2/Users', {
        headers: await provisioning(floor),
        json: { userName: 'bea@example.com' },
      }),
  },
  'PUT /scim/v2/Users/:id': {
    deed: 'person-changed',
    by: 'Okta (provisioner)',
    how: async ({ floor, ada }) =>
      floor.send(`/scim/v2/Users/${ada}`, {
        method: 'PUT',
        headers: await provisioning(floor),
        json: { userName: 'ada@example.com', displayName: 'Ada L.' },
      }),
  },
  'PATCH /scim/v2/Users/:id': {
    deed: 'person-deactivated',
    by: 'Okta (provisioner)',
    how: async ({ floor, ada }) =>
      floor.send(`/scim/v2/Users/${ada}`, {
        method: 'PATCH',
        headers: await provisioning(floor),
        json: { Operations: [{ op: 'replace', value: { active: false } }] },
      }),
  },
  'DELETE /scim/v2/Users/:id': {
    deed: 'person-deactivated',
    by: 'Okta (provisioner)',
    how: async ({ floor, ada }) =>
      floor.send(`/scim/v2/Users/${ada}`, {
        method: 'DELETE',
        headers: await provisioning(floor),
      }),
  },
  'POST /api/v1/screens': {
    deed: 'screen-added',
    how: ({ floor }) => floor.own('/api/v1/screens', { json: { name: 'Lisbon' } }),
  },
  'DELETE /api/v1/screens/:id/links': {
    deed: 'screen-shut-out',
    how: ({ floor, screenId }) =>
      floor.own(`/api/v1/screens/${screenId}/links`, { method: 'DELETE' }),
  },
  'POST /api/v1/screens/:id/links': {
    deed: 'key-made',
    how: ({ floor, screenId }) => floor.own(`/api/v1/screens/${screenId}/links`, { json: {} }),
  },
  'POST /api/v1/screens/:id/keys': {
    deed: 'screen-keys-asked',
    how: ({ floor, screenId }) => floor.own(`/api/v1/screens/${screenId}/keys`, { json: {} }),
  },
  'PATCH /api/v1/screens/:id': {
    deed: 'screen-renamed',
    how: ({ floor, screenId }) =>
      floor.own(`/api/v1/screens/${screenId}`, { method: 'PATCH', json: { name: 'Porto' } }),
  },
  'POST /api/v1/setup': {
    deed: 'organisation-founded',
    // Every floor of these tests is founded by the use case behind it.
    how: () => Promise.resolve(),
  },
  'POST /api/v1/sources': {
    deed: 'source-added',
    how: ({ floor }) =>
      floor.own('/api/v1/sources', { json: { kind: 'canonical', name: 'Own CRM' } }),
  },
  'PATCH /api/v1/sources/:id': {
    deed: 'source-paused',
    how: ({ floor }) =>
      floor.own(`/api/v1/sources/${floor.founded.source.id}`, {
        method: 'PATCH',
        json: { paused: true },
      }),
  },
  'PUT /api/v1/sources/:id/fields': {
    deed: 'source-fields-mapped',
    how: ({ floor }) => {
      const rule = { record: 'deal', field: 'name', from: 'account', read: { as: 'text' } };
      return floor.own(`/api/v1/sources/${floor.founded.source.id}/fields`, {
        method: 'PUT',
        json: { rules: [rule] },
      });
    },
  },
  'POST /api/v1/sources/:id/rotation': {
    deed: 'source-secret-added',
    how: ({ floor }) =>
      floor.own(`/api/v1/sources/${floor.founded.source.id}/rotation`, { json: {} }),
  },
  'DELETE /api/v1/sources/:id/rotation': {
    deed: 'source-secrets-ended',
    how: async ({ floor }) => {
      const rotation = `/api/v1/sources/${floor.founded.source.id}/rotation`;
      await floor.own(rotation, { json: {} });
      await floor.own(rotation, { method: 'DELETE' });
    },
  },
  'POST /api/v1/teams': {
    deed: 'team-added',
    how: ({ floor }) => floor.own('/api/v1/teams', { json: { name: 'Nordics' } }),
  },
};

async function openStage(on = server): Promise<Stage> {
  const floor = await ApiClient.found(on);
  const people = await floor.hire('Iberia', 'ada');
  const { body } = await floor.own<{ screens: ScreenView[] }>('/api/v1/screens');
  return { floor, ada: people.get('ada')!, screenId: body.screens[0]!.screenId };
}

async function changes(floor: ApiClient, query = ''): Promise<readonly AuditChange[]> {
  return (await floor.own<AuditReply>(`/api/v1/audit?limit=200${query}`)).body.changes;
}

describe('the audit', () => {
  const changing = routesOf(ALL_MODULES)
    .filter(({ method }) => method !== 'GET')
    .map(({ method, path }) => `${method} ${path}`);

  it('knows every route that changes something, or why it is not told', () => {
    const known = [...Object.keys(NOTED), ...Object.keys(NOT_NOTED)];
    expect(changing.filter((route) => !known.includes(route))).toEqual([]);
    expect(known.filter((route) => !changing.includes(route))).toEqual([]);
  });

  it.each(Object.entries(NOTED))('tells of %s', async (route, { deed, by, idle: isIdle, how }) => {
    const stage = await openStage(isIdle && idle);
    const before = await changes(stage.floor);
    await how(stage);
    const founded = route === 'POST /api/v1/setup';
    const after = await changes(stage.floor);
    const told = founded ? after : after.slice(0, after.length - before.length);
    expect(told.map((change) => [change.deed, change.by.name])).toContainEqual([
      deed,
      by ?? (founded ? 'Set-up' : 'Owner'),
    ]);
    const text = JSON.stringify(after);
    const { ownerKey, screenKey, source } = stage.floor.founded;
    for (const secret of [ownerKey, screenKey, source.apiKey, source.webhookSecret]) {
      expect(text).not.toContain(secret);
    }
    expect(text).not.toMatch(/bw_|whsec_/);
  });

  it('keeps what was there before and after, by the names of then', async () => {
    const { floor, ada } = await openStage();
    const made = await floor.own<{ id: number }>('/api/v1/teams', { json: { name: 'Nordics' } });
    const move = { team: made.body.id, from: '2026-01-01' };
    await floor.own(`/api/v1/people/${ada}/team`, { json: move });
    const [moved] = await changes(floor);
    expect(moved).toMatchObject({
      deed: 'person-moved',
      by: { kind: 'key', id: null, name: 'Owner' },
      subject: { kind: 'person', id: String(ada), name: 'ada' },
      before: { team: 'Iberia' },
      after: { team: 'Nordics', from: '2026-01-01' },
    });
    expect(Math.abs(Date.parse(moved!.at) - Date.now())).toBeLessThan(60_000);
  });

  it('is read in pages, and by deed, subject, actor and time', async () => {
    const { floor, ada } = await openStage();
    for (const email of ['a@example.com', 'b@example.com', 'c@example.com']) {
      await floor.own(`/api/v1/people/${ada}/identities`, { json: { email } });
    }
    const all = await changes(floor);
    const pages: AuditChange[] = [];
    let query = 'limit=4';
    for (;;) {
      const { body } = await floor.own<AuditReply>(`/api/v1/audit?${query}`);
      pages.push(...body.changes);
      if (body.nextBefore === null) break;
      query = `limit=4&before=${body.nextBefore}`;
    }
    expect(pages.map(({ id }) => id)).toEqual(all.map(({ id }) => id));
    expect(all.map(({ id }) => id)).toEqual(all.map(({ id }) => id).toSorted((a, b) => b - a));

    expect(await changes(floor, '&deed=identity-added')).toHaveLength(3);
    expect(await changes(floor, `&subject=person&id=${ada}`)).toHaveLength(4);
    const byOwner = await changes(floor, '&actor=Owner');
    expect(new Set(byOwner.map(({ by }) => by.name))).toEqual(new Set(['Owner']));
    const second = all[1]!.at;
    expect(await changes(floor, `&from=${second}`)).toHaveLength(2);
    expect(await changes(floor, `&to=${second}`)).toHaveLength(all.length - 2);
    const { body } = await floor.own<AuditReply>('/api/v1/audit');
    expect(body.actors).toEqual(['Owner', 'Set-up']);
  });

  it("shows nothing of another organisation's", async () => {
    const [mine, other] = [await openStage(), await openStage()];
    const seen = (await changes(other.floor)).map(({ id }) => id);
    const own = (await changes(mine.floor)).map(({ id }) => id);
    expect(own.filter((id) => seen.includes(id))).toEqual([]);
  });

  it('is exported whole, with nothing that a spreadsheet would run', async () => {
    const { floor } = await openStage();
    await floor.own('/api/v1/teams', { json: { name: '=HYPERLINK("http://x")' } });
    const reply = await fetch(`${floor.url}/api/v1/audit.csv?subject=team`, {
      headers: { authorization: `Bearer ${floor.founded.ownerKey}` },
    });
    expect(reply.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(reply.headers.get('content-disposition')).toContain('attachment');
    const lines = (await reply.text()).trimEnd().split('\n');
    expect(lines).toHaveLength(3);
    expect(lines[0]).toBe('at,by,by kind,deed,subject,subject id,subject name,before,after');
    expect(lines[1]).toContain(`"team-added","team",`);
    expect(lines[1]).toContain(`"'=HYPERLINK(""http://x"")"`);
  });
});
