import type { DeliveriesReply, SourceMade } from '@bellwether/contracts';
import type { SourceId } from '@bellwether/domain';
import { PostgresSourceNotes, openDatabase } from '@bellwether/persistence';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ApiClient } from '../support/api-client.js';
import { SourceDesk } from '../support/source-desk.js';
import type { TestServer } from '../support/test-server.js';
import { startTestServer } from '../support/test-server.js';
import { testUrls } from '../support/urls.js';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer(await testUrls());
});
afterAll(() => server.close());

const deal = (externalId: string, more: object = {}) => ({
  type: 'deal',
  externalId,
  changedAt: new Date().toISOString(),
  owner: 'ada@example.com',
  name: 'Orsini Logistica',
  status: 'won',
  amount: '100.00',
  createdAt: '2026-01-05T09:00:00Z',
  closedOn: '2026-01-15',
  ...more,
});

async function open(): Promise<{ floor: ApiClient; desk: SourceDesk }> {
  const floor = await ApiClient.found(server);
  await floor.hire('Iberia', 'ada');
  return { floor, desk: new SourceDesk(floor) };
}

describe('the log of a source', () => {
  it('shows a delivery with what was sent, how it was understood, and what it moved', async () => {
    const { floor, desk } = await open();
    const sent = deal('D-1');
    await floor.events(sent);
    await floor.scored();
    const [line] = await desk.log();
    expect(line).toMatchObject({
      state: 'counted',
      records: [{ type: 'deal', externalId: 'D-1', name: 'Orsini Logistica' }],
      entries: 2,
    });
    const shown = await desk.read(line!.ref);
    expect(JSON.parse(shown.body!)).toEqual(sent);
    expect(shown.told).toMatchObject([
      {
        fields: { amount: '100.00', status: 'won' },
        people: [{ identity: 'email:ada@example.com', name: 'ada' }],
        entries: [
          { person: 'ada', date: '2026-01-05', own: true, reverses: null },
          { person: 'ada', date: '2026-01-15', own: true, reverses: null },
        ],
      },
    ]);
    const moved = shown.told[0]!.entries[1]!.movements;
    expect(moved).toContainEqual({ measure: 'revenue_won', quantity: 10_000 });
  });

  it('shows which delivery took back what another had brought', async () => {
    const { floor, desk } = await open();
    await floor.events(deal('D-1'));
    await floor.scored();
    await floor.events({
      type: 'deal',
      externalId: 'D-1',
      changedAt: new Date(Date.now() + 1_000).toISOString(),
      amount: '50.00',
    });
    await floor.scored();
    const [correction, first] = await desk.log();
    const corrected = (await desk.read(correction!.ref)).told[0]!.entries;
    const taken = corrected.find(({ reverses }) => reverses !== null);
    expect(taken).toMatchObject({
      own: true,
      date: '2026-01-15',
      movements: [{ measure: 'revenue_won', quantity: -10_000 }],
    });
    const takenBack = corrected.find(({ seq }) => seq === taken?.reverses);
    expect(takenBack).toMatchObject({ own: false, reversedBy: taken?.seq });
    const before = (await desk.read(first!.ref)).told[0]!.entries;
    expect(before.filter(({ own }) => own)).toEqual(
      corrected.filter(({ own }) => !own).map((entry) => ({ ...entry, own: true })),
    );
  });

  it('says why something waits, and what moves no number', async () => {
    const { floor, desk } = await open();
    await floor.events(deal('D-1', { owner: 'new@example.com' }));
    await floor.scored();
    const gone = { type: 'deal', externalId: 'D-2', changedAt: new Date().toISOString() };
    await floor.events({ ...gone, deleted: true });
    await floor.scored();
    expect((await desk.log()).map(({ state, parkedKind }) => [state, parkedKind])).toEqual([
      ['noted', null],
      ['parked', 'unknown-person'],
    ]);
    const [parked] = await desk.log('?verdict=parked');
    expect((await desk.read(parked!.ref)).parked).toMatchObject([
      { kind: 'unknown-person', subject: 'email:new@example.com', ignored: false },
    ]);
  });

  it('shows what never came in: refused, sent twice, not needed', async () => {
    const { floor, desk } = await open();
    const sent = deal('D-1');
    await floor.events(sent);
    await floor.events(sent);
    await floor.events({ type: 'deal' });
    await floor.events(undefined, { raw: '{"type":' });
    await floor.signedEvents(deal('D-2'), 'msg_1', { signedAt: Date.now() - 600_000 });
    const { address } = floor.founded.source;
    await floor.send(`/api/v1/events?source=${address}`, { json: deal('D-3') });
    const log = await desk.logOf(6);
    expect(log.map(({ state }) => state).sort()).toEqual([
      'counted',
      'duplicate',
      'refused',
      'refused',
      'refused',
      'refused',
    ]);
    expect(await desk.log('?verdict=refused')).toHaveLength(4);
    expect(await desk.log('?verdict=not-needed')).toMatchObject([{ state: 'duplicate' }]);
    expect(await desk.log('?verdict=counted')).toMatchObject([{ state: 'counted' }]);
    const refused = await desk.log('?verdict=refused');
    const reasons = refused.map(({ reason }) => reason ?? '').sort();
    expect(reasons[0]).toMatch('Send an API key');
    expect(reasons[1]).toMatch('The body is no JSON');
    expect(reasons.at(-1)).toMatch('webhook-timestamp is more than five minutes from now');
    expect(await desk.source()).toMatchObject({ refused: 4, state: 'failing' });
  });

  it('keeps nothing of a request that nobody proved, and no secret of one that is', async () => {
    const { floor } = await open();
    const made = await floor.own<SourceMade>('/api/v1/sources', {
      json: { kind: 'aircall', name: 'Dialer', secret: 'the-token-of-aircall' },
    });
    const desk = new SourceDesk(floor, made.body.id);
    const path = new URL(made.body.url).pathname;
    await floor.send(path, { json: { event: 'call.created', token: 'the-token-of-aircall' } });
    await floor.send(path, { json: { event: 'call.ended', token: 'somebody-guessed-this' } });
    const log = await desk.logOf(2);
    const shown = await Promise.all(log.map(({ ref }) => desk.read(ref)));
    const unproven = shown.find(({ state }) => state === 'refused');
    expect(unproven).toMatchObject({ body: null, bodyKept: 'never' });
    const ignored = shown.find(({ state }) => state === 'ignored');
    expect(ignored?.body).toBe('{"event":"call.created","token":"…"}');
  });

  it('is read a page at a time, every line once', async () => {
    const { floor, desk } = await open();
    for (let index = 0; index < 7; index += 1) {
      await floor.events([deal(`D-${index}-a`), deal(`D-${index}-b`)]);
      await floor.events({ type: 'deal' });
    }
    const all = await desk.logOf(21);
    const paged: string[] = [];
    for (let before: string | null = ''; before !== null;) {
      const query: string = `?limit=4${before && `&before=${before}`}`;
      const page = await floor.own<DeliveriesReply>(`${desk.path}/deliveries${query}`);
      paged.push(...page.body.deliveries.map(({ ref }) => ref));
      before = page.body.nextBefore;
    }
    expect(paged).toEqual(all.map(({ ref }) => ref));
    expect(new Set(paged).size).toBe(21);
  });

  it('is not filled by a flood: the newest stay, and all are counted', async () => {
    const { floor, desk } = await open();
    const { databaseUrl } = await testUrls();
    const database = openDatabase({ url: databaseUrl, connections: 2 });
    const failures: unknown[] = [];
    const notes = new PostgresSourceNotes(database, (error) => failures.push(error), 1);
    const { organisationId } = floor.founded;
    const sourceId = desk.id as SourceId;
    const refused = { organisationId, sourceId, kind: 'refused', size: 9, body: null } as const;
    for (let wave = 0; wave < 8; wave += 1) {
      for (let index = 0; index < 1_000; index += 1) {
        const number = wave * 1_000 + index;
        notes.turnedAway({ ...refused, at: Date.now() + number, reason: `request ${number}` });
      }
      await notes.settled();
    }
    await database.destroy();
    expect(failures).toEqual([]);
    const log = await desk.log('?verdict=refused&limit=100');
    expect([log.length, log[0]?.reason, log[99]?.reason]).toEqual([
      100,
      'request 7999',
      'request 3980',
    ]);
    const { body } = await floor.own<DeliveriesReply>(
      `${desk.path}/deliveries?verdict=refused&limit=99`,
    );
    expect(body.nextBefore).not.toBeNull();
    expect((await desk.source()).refused).toBe(8_000);
  });
});

describe("another organisation's source", () => {
  it('is one that does not exist, whatever is asked of it', async () => {
    const { floor, desk } = await open();
    await floor.events(deal('D-1'));
    await floor.scored();
    const [line] = await desk.log();
    const stranger = await ApiClient.found(server);
    const own = new SourceDesk(stranger);
    const json = {};
    const asked = [
      stranger.own(`${desk.path}/deliveries`),
      stranger.own(`${desk.path}/deliveries/${line!.ref}`),
      stranger.own(`${own.path}/deliveries/${line!.ref}`),
      stranger.own(`${desk.path}/replay`, { json: { refs: [line!.ref] } }),
      stranger.own(`${desk.path}/test`, { json }),
      stranger.own(`${desk.path}/rotation`, { json }),
      stranger.own(`${desk.path}/rotation`, { method: 'DELETE' }),
      stranger.own(desk.path, { method: 'PATCH', json: { paused: true } }),
    ];
    expect((await Promise.all(asked)).map(({ status }) => status)).toEqual(asked.map(() => 404));
    const replayed = await own.replay({ refs: [line!.ref] });
    expect(replayed.body).toEqual({ replayed: 0, notKept: 0, next: null });
    expect(await desk.source()).toMatchObject({ paused: false, rotation: null });
  });
});
