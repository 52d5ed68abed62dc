import { hash } from 'node:crypto';
import { signStandardWebhook } from '@bellwether/connectors';
import type { DeliveryReply, IntakeReply, ParkedReply, RotationReply } from '@bellwether/contracts';
import type { SourceMade } from '@bellwether/contracts';
import { openDatabase } from '@bellwether/persistence';
import type { Database } from '@bellwether/persistence';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { ApiClient } from '../support/api-client.js';
import { SourceDesk } from '../support/source-desk.js';
import type { TestServer } from '../support/test-server.js';
import { startTestServer } from '../support/test-server.js';
import { testUrls } from '../support/urls.js';

let server: TestServer;
let database: Database;
beforeAll(async () => {
  const urls = await testUrls();
  server = await startTestServer(urls);
  database = openDatabase({ url: urls.databaseUrl, connections: 2 });
});
afterAll(() => Promise.all([server.close(), database.destroy()]));

const MONTH = 'revenue_won.month.reps';
const SOON = { timeout: 15_000, interval: 50 };

const deal = (externalId: string, more: object = {}) => ({
  type: 'deal',
  externalId,
  changedAt: new Date().toISOString(),
  owner: 'ada@example.com',
  status: 'won',
  amount: '100.00',
  ...more,
});

async function open(): Promise<{ floor: ApiClient; desk: SourceDesk }> {
  const floor = await ApiClient.found(server);
  await floor.hire('Iberia', 'ada');
  return { floor, desk: new SourceDesk(floor) };
}

/** Everything that an organisation has counted. */
async function ledgerOf({ founded: { organisationId } }: ApiClient): Promise<unknown> {
  const own = database.of(organisationId);
  const [entries, totals, records] = await Promise.all([
    own
      .selectFrom('entry')
      .select(({ fn }) => fn.countAll().as('all'))
      .where('organisation_id', '=', organisationId)
      .execute(),
    own
      .selectFrom('daily_total')
      .selectAll()
      .where('organisation_id', '=', organisationId)
      .orderBy('measure_id')
      .orderBy('person_id')
      .orderBy('date')
      .execute(),
    own
      .selectFrom('record')
      .select(({ fn }) => fn.countAll().as('all'))
      .where('organisation_id', '=', organisationId)
      .execute(),
  ]);
  return { entries, totals, records };
}

describe('a replay', () => {
  it('of one, of some, or of a stretch of time, again and again, changes no total', async () => {
    const { floor, desk } = await open();
    for (let index = 0; index < 5; index += 1) {
      await floor.events([deal(`D-${index}`), deal(`E-${index}`, { owner: 'new@example.com' })]);
      await floor.scored();
    }
    await floor.events(deal('D-0', { changedAt: new Date().toISOString(), amount: '70.00' }));
    await floor.scored();
    const before = await ledgerOf(floor);
    const refs = (await desk.log()).map(({ ref }) => ref);
    const hour = { from: at(-3_600_000), until: at(3_600_000) };
    for (const selection of [{ refs: refs.slice(0, 1) }, { refs }, hour, hour]) {
      const { status, body } = await desk.replay(selection);
      expect(status).toBe(202);
      expect(body).toMatchObject({ notKept: 0, next: null });
      await floor.scored();
      expect(await ledgerOf(floor)).toEqual(before);
    }
    expect((await desk.replay(hour)).body.replayed).toBe(refs.length);
    expect(await floor.standing(MONTH)).toEqual([['ada', 47_000]]);
  });

  it('of what waits for its person counts it once that person is known', async () => {
    const { floor, desk } = await open();
    await floor.events(deal('D-1', { owner: 'new@example.com' }));
    await floor.scored();
    const [line] = await desk.log();
    await desk.replay({ refs: [line!.ref] });
    await floor.scored();
    expect((await desk.log())[0]).toMatchObject({ state: 'parked' });
    await floor.hire('Atlantic', 'new');
    expect(await floor.standing(MONTH)).toEqual([['new', 10_000]]);
    expect((await desk.log())[0]).toMatchObject({ state: 'counted' });
  });

  it('leaves alone what is no longer kept, and says so', async () => {
    const { floor, desk } = await open();
    await floor.events(deal('D-1'));
    await floor.scored();
    await database
      .of(floor.founded.organisationId)
      .updateTable('inbox')
      .set({ body: null })
      .where('source_id', '=', desk.id)
      .execute();
    const [line] = await desk.log();
    expect(line).toMatchObject({ state: 'emptied', size: null });
    expect((await desk.replay({ refs: [line!.ref] })).body).toEqual({
      replayed: 0,
      notKept: 1,
      next: null,
    });
    expect(await floor.standing(MONTH)).toEqual([['ada', 10_000]]);
  });
});

describe('a test delivery', () => {
  it.each(['canonical', 'hubspot', 'pipedrive', 'aircall'] as const)(
    'of %s goes all the way, is marked, and counts nowhere',
    async (kind) => {
      const { floor } = await open();
      const secret = kind === 'pipedrive' ? 'lark:test-password' : undefined;
      const made = await floor.own<SourceMade>('/api/v1/sources', {
        json: { kind, name: 'Ours', ...(secret && { secret }) },
      });
      const desk = new SourceDesk(floor, made.body.id);
      const before = await ledgerOf(floor);
      for (let times = 0; times < 2; times += 1) {
        const sent = await floor.own<IntakeReply>(`${desk.path}/test`, { json: {} });
        expect([sent.status, sent.body.accepted]).toEqual([202, 1]);
      }
      await floor.scored();
      expect(await ledgerOf(floor)).toEqual(before);
      const log = await desk.log();
      expect(log.map(({ state }) => state)).toEqual(['test', 'test']);
      expect(log[0]!.records).toHaveLength(1);
      const { body } = await floor.own<ParkedReply>('/api/v1/parked');
      expect(body.items).toEqual([]);
      // It is no event of the vendor's: the desk still waits for the first.
      expect(await desk.source()).toMatchObject({ hasSent: false, state: 'waiting' });
    },
  );
});

describe('a paused source', () => {
  it('keeps what it is sent, and counts it when it goes on', async () => {
    const { floor, desk } = await open();
    await floor.own(desk.path, { method: 'PATCH', json: { paused: true } });
    const reply = await floor.events([deal('D-1'), deal('D-2')]);
    expect([reply.status, reply.body.accepted]).toEqual([202, 2]);
    await floor.events(deal('D-3'));
    await floor.scored();
    expect(await floor.standing(MONTH)).toEqual([]);
    expect(await desk.source()).toMatchObject({ state: 'paused', held: 3 });
    expect((await desk.log()).map(({ state }) => state)).toEqual(['held', 'held', 'held']);

    await floor.own(desk.path, { method: 'PATCH', json: { paused: false } });
    expect(await floor.standing(MONTH)).toEqual([['ada', 30_000]]);
    expect(await desk.source()).toMatchObject({ state: 'fresh', held: 0 });
    expect((await desk.log()).map(({ state }) => state)).toEqual(['counted', 'counted', 'counted']);
  });

  it('loses nothing that another node kept because it had not heard that it goes on', async () => {
    const { floor, desk } = await open();
    const late = await startTestServer({
      ...(await testUrls()),
      prefix: server.prefix,
      roles: ['web'],
    });
    try {
      await floor.own(desk.path, { method: 'PATCH', json: { paused: true } });
      const there = new ApiClient(late.url, floor.founded);
      await there.events(deal('D-1'));
      await floor.own(desk.path, { method: 'PATCH', json: { paused: false } });
      await there.events(deal('D-2'));
      await vi.waitFor(
        async () => expect(await floor.standing(MONTH)).toEqual([['ada', 20_000]]),
        SOON,
      );
    } finally {
      await late.close();
    }
  });

  it('still refuses what is not from it', async () => {
    const { floor, desk } = await open();
    await floor.own(desk.path, { method: 'PATCH', json: { paused: true } });
    const { address } = floor.founded.source;
    const guessed = await floor.send(`/api/v1/events?source=${address}`, { json: deal('D-1') });
    expect(guessed.status).toBe(401);
    expect(await desk.source()).toMatchObject({ held: 0 });
  });
});

describe('a new secret', () => {
  const signed = (floor: ApiClient, secret: string, id: string) => {
    const raw = Buffer.from(JSON.stringify(deal(id)));
    const timestamp = String(Math.floor(Date.now() / 1_000));
    return floor.send(`/api/v1/events?source=${floor.founded.source.address}`, {
      raw,
      headers: {
        'webhook-id': id,
        'webhook-timestamp': timestamp,
        'webhook-signature': signStandardWebhook(secret, id, timestamp, raw),
      },
    });
  };

  it('is valid beside the old one, and the desk shows which was used last', async () => {
    const { floor, desk } = await open();
    const { webhookSecret, apiKey } = floor.founded.source;
    const made = await floor.own<RotationReply>(`${desk.path}/rotation`, { json: {} });
    expect(made.status).toBe(201);
    const inHours = (Date.parse(made.body.oldUntil) - Date.now()) / 3_600_000;
    expect(inHours).toBeCloseTo(24, 1);
    expect(await desk.source()).toMatchObject({
      secrets: 2,
      rotation: { oldUsedAt: null, newUsedAt: null },
    });

    expect((await signed(floor, webhookSecret, 'S-1')).status).toBe(202);
    await vi.waitFor(async () => {
      const { rotation } = await desk.source();
      expect(rotation).toMatchObject({ oldUsedAt: expect.any(String) as string, newUsedAt: null });
    }, SOON);
    expect((await signed(floor, made.body.secret, 'S-2')).status).toBe(202);
    expect((await floor.events(deal('K-1'), { key: apiKey })).status).toBe(202);
    expect((await floor.events(deal('K-2'), { key: made.body.apiKey! })).status).toBe(202);
    await vi.waitFor(
      async () => expect((await desk.source()).rotation?.newUsedAt).not.toBeNull(),
      SOON,
    );
    expect(JSON.stringify(await desk.source())).not.toContain(made.body.secret);
  });

  it('is the only one as soon as the rotation is ended', async () => {
    const { floor, desk } = await open();
    const { webhookSecret, apiKey } = floor.founded.source;
    const { body: made } = await floor.own<RotationReply>(`${desk.path}/rotation`, { json: {} });
    const ended = await floor.own(`${desk.path}/rotation`, { method: 'DELETE' });
    expect(ended.status).toBe(204);
    expect(await desk.source()).toMatchObject({ secrets: 1, rotation: null });
    expect((await signed(floor, webhookSecret, 'S-1')).status).toBe(401);
    expect((await signed(floor, made.secret, 'S-2')).status).toBe(202);
    const old = await floor.events(deal('K-1'), { key: apiKey });
    expect([old.status, old.body]).toMatchObject([
      401,
      { detail: expect.stringMatching('replaced') as string },
    ]);
    expect((await floor.events(deal('K-2'), { key: made.apiKey! })).status).toBe(202);
    const log = await desk.logOf(4);
    expect(log.filter(({ state }) => state === 'refused')).toHaveLength(2);
  });

  it('is the only one when the time of the old one is over, without anybody doing anything', async () => {
    const { floor, desk } = await open();
    const { webhookSecret, apiKey } = floor.founded.source;
    const { body: made } = await floor.own<RotationReply>(`${desk.path}/rotation`, { json: {} });
    const over = new Date(Date.now() - 1).toISOString();
    await database
      .of(floor.founded.organisationId)
      .updateTable('source')
      .set({ old_secrets_until: over })
      .where('id', '=', desk.id)
      .execute();
    await database
      .of(floor.founded.organisationId)
      .updateTable('access_key')
      .set({ revoked_at: over })
      .where('hash', '=', hashOf(apiKey))
      .execute();
    const node = await startTestServer({
      ...(await testUrls()),
      prefix: server.prefix,
      roles: ['web'],
    });
    try {
      const there = new ApiClient(node.url, floor.founded);
      expect((await signed(there, webhookSecret, 'S-1')).status).toBe(401);
      expect((await signed(there, made.secret, 'S-2')).status).toBe(202);
      expect((await there.events(deal('K-1'), { key: apiKey })).status).toBe(401);
      expect(await desk.source()).toMatchObject({ secrets: 1, rotation: null });
    } finally {
      await node.close();
    }
  });

  it('may be the vendor’s own', async () => {
    const { floor } = await open();
    const source = await floor.own<SourceMade>('/api/v1/sources', {
      json: { kind: 'hubspot', name: 'HubSpot', secret: 'the-old-secret' },
    });
    const path = `/api/v1/sources/${source.body.id}/rotation`;
    const { body } = await floor.own<RotationReply>(path, { json: { secret: 'the-new-secret' } });
    expect(body).toMatchObject({ secret: 'the-new-secret', apiKey: null });
    const hook = {
      path: new URL(source.body.url).pathname,
      publicUrl: 'https://sales.example.com',
    };
    for (const secret of ['the-old-secret', 'the-new-secret']) {
      expect((await floor.hubspot({ ...hook, secret }, [])).status).toBe(202);
    }
  });
});

describe('how a source is doing', () => {
  it('is told with its last event, how old events are, and what went wrong', async () => {
    const { floor, desk } = await open();
    expect(await desk.source()).toMatchObject({ state: 'waiting', lastAt: null, eventAgeMs: null });
    await floor.events(deal('D-1', { changedAt: new Date(Date.now() - 90_000).toISOString() }));
    await floor.events(deal('D-2', { owner: 'new@example.com', changedAt: at(-90_000) }));
    await floor.scored();
    const source = await desk.source();
    expect(source).toMatchObject({ state: 'fresh', refused: 0, parked: 1 });
    expect(source.eventAgeMs! / 1_000).toBeCloseTo(90, -1);
    expect(Date.now() - Date.parse(source.lastAt!)).toBeLessThan(10_000);
  });

  it('is silent when it has not sent for longer than is usual, or than was asked for', async () => {
    const { floor, desk } = await open();
    await floor.events(deal('D-1'));
    const longAgo = new Date(Date.now() - 10 * 86_400_000).toISOString();
    await database
      .of(floor.founded.organisationId)
      .updateTable('inbox')
      .set({ received_at: longAgo })
      .where('source_id', '=', desk.id)
      .execute();
    expect(await desk.source()).toMatchObject({ state: 'silent', unusualAfterMs: 36_000_000 });
    await floor.own(desk.path, { method: 'PATCH', json: { silentAfterMinutes: 0 } });
    expect(await desk.source()).toMatchObject({ state: 'quiet', unusualAfterMs: null });
    await floor.own(desk.path, { method: 'PATCH', json: { silentAfterMinutes: 60 } });
    expect(await desk.source()).toMatchObject({ state: 'silent', unusualAfterMs: 3_600_000 });
    await floor.own(desk.path, { method: 'PATCH', json: { paused: true } });
    expect(await desk.source()).toMatchObject({ state: 'paused' });
  });
});

describe('the inbox', () => {
  const parked = async (floor: ApiClient, query = '') =>
    (await floor.own<ParkedReply>(`/api/v1/parked${query}`)).body;
  const stranger = { kind: 'unknown-person', subject: 'email:new@example.com' };

  it('forgets a person who is not to count, also for what is still to come, until that is undone', async () => {
    const { floor, desk } = await open();
    await floor.events(deal('D-1', { owner: 'new@example.com' }));
    await floor.scored();
    const ignored = await floor.own('/api/v1/parked/ignore', { json: stranger });
    expect(ignored.body).toEqual({ ignored: 1 });
    await floor.events(deal('D-2', { owner: 'new@example.com' }));
    expect((await floor.scored()).parked).toBe(0);
    expect((await parked(floor)).counts).toEqual([]);
    expect((await parked(floor, '?ignored=true')).counts).toEqual([{ ...stranger, items: 2 }]);
    expect((await desk.log()).map(({ state }) => state)).toEqual(['set-aside', 'set-aside']);

    await floor.own('/api/v1/parked/notice', { json: stranger });
    expect((await parked(floor)).counts).toEqual([{ ...stranger, items: 2 }]);
  });

  it('sets aside single deliveries, and tries them again when asked', async () => {
    const { floor } = await open();
    await floor.events([deal('D-1', { currency: 'USD' }), deal('D-2', { currency: 'USD' })]);
    await floor.scored();
    const [first] = (await parked(floor)).items;
    await floor.own('/api/v1/parked/ignore', { json: { ids: [first!.id] } });
    expect((await parked(floor)).items).toHaveLength(1);
    const back = await floor.own('/api/v1/parked/notice', { json: { ids: [first!.id] } });
    expect(back.body).toEqual({ noticed: 1 });
    expect((await parked(floor)).items).toHaveLength(2);
  });

  it('attributes history to whoever turns out to be meant, also what was set aside', async () => {
    const { floor, desk } = await open();
    await floor.events([
      deal('D-1', { owner: 'new@example.com', closedOn: '2026-03-02' }),
      deal('D-2', { owner: 'new@example.com', closedOn: '2026-11-18' }),
    ]);
    await floor.scored();
    await floor.own('/api/v1/parked/ignore', { json: stranger });
    await floor.hire('Atlantic', 'new');
    await floor.scored();
    expect(await floor.standing('revenue_won.month@2026-03.reps')).toEqual([['new', 10_000]]);
    expect(await floor.standing('revenue_won.year@2026.reps')).toEqual([['new', 20_000]]);
    expect((await parked(floor)).counts).toEqual([]);
    expect((await parked(floor, '?ignored=true')).counts).toEqual([]);
    const [line] = await desk.log();
    const told = (await floor.own<DeliveryReply>(`${desk.path}/deliveries/${line!.ref}`)).body.told;
    expect(told[0]!.entries).toContainEqual(
      expect.objectContaining({ person: 'new', date: '2026-11-18', own: true }),
    );
  });

  it("of another organisation cannot be emptied, not even by a number's guess", async () => {
    const { floor } = await open();
    await floor.events(deal('D-1', { owner: 'new@example.com' }));
    await floor.scored();
    const other = await ApiClient.found(server);
    const [item] = (await parked(floor)).items;
    const tried = await other.own('/api/v1/parked/ignore', { json: { ids: [item!.id] } });
    expect(tried.body).toEqual({ ignored: 0 });
    await other.own('/api/v1/parked/ignore', { json: stranger });
    expect((await parked(floor)).counts).toEqual([{ ...stranger, items: 1 }]);
  });
});

function at(later: number): string {
  return new Date(Date.now() + later).toISOString();
}

function hashOf(key: string): Buffer {
  return Buffer.from(hash('sha256', key), 'hex');
}
