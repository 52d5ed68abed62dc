import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ApiClient } from '../support/api-client.js';
import type { TestServer } from '../support/test-server.js';
import { startTestServer } from '../support/test-server.js';
import { testUrls } from '../support/urls.js';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer(await testUrls());
});
afterAll(() => server.close());

const now = () => new Date().toISOString();
const deal = (externalId: string, more: object = {}) => ({
  type: 'deal',
  externalId,
  changedAt: now(),
  owner: 'ada@example.com',
  status: 'won',
  amount: '100.00',
  ...more,
});

describe('POST /api/v1/events', () => {
  it('takes one record, an array and lines, and says what became of each', async () => {
    const floor = await ApiClient.found(server);
    const one = deal('D-1');
    expect((await floor.events(one)).body).toMatchObject({ accepted: 1, duplicates: 0 });
    const many = await floor.events([one, deal('D-2'), { type: 'deal' }]);
    expect(many.status).toBe(202);
    expect(many.body.items.map(({ verdict }) => verdict)).toEqual([
      'duplicate',
      'accepted',
      'refused',
    ]);
    const lines = `${JSON.stringify(deal('D-3'))}\n{broken\n${JSON.stringify(deal('D-4'))}\n`;
    const ndjson = await floor.events(undefined, {
      raw: lines,
      headers: { 'content-type': 'application/x-ndjson' },
    });
    expect(ndjson.body).toMatchObject({ accepted: 2, refused: 1 });
  });

  it('counts a delivery that is sent a hundred times at once', async () => {
    const floor = await ApiClient.found(server);
    await floor.hire('Iberia', 'ada');
    const same = deal('D-1');
    const replies = await Promise.all(Array.from({ length: 100 }, () => floor.events(same)));
    const accepted = replies.reduce((sum, { body }) => sum + body.accepted, 0);
    expect(accepted).toBe(1);
    expect(await floor.standing('revenue_won.month.reps')).toEqual([['ada', 10_000]]);
  });

  it('takes what is signed as Standard Webhooks, once for each message', async () => {
    const floor = await ApiClient.found(server);
    const first = await floor.signedEvents([deal('D-1'), deal('D-2')], 'msg_1');
    const again = await floor.signedEvents([deal('D-1'), deal('D-2')], 'msg_1');
    expect([first.body.accepted, again.body.duplicates]).toEqual([2, 2]);
  });

  it.each([
    ['without key and signature', { key: undefined }],
    ['with an unknown key', { key: 'bw_source_nobody' }],
    ['with a wrong signature', { key: undefined, headers: { 'webhook-id': 'x' } }],
  ])('refuses %s', async (_, sending) => {
    const floor = await ApiClient.found(server);
    const reply = await floor.send('/api/v1/events', { json: deal('D-1'), ...sending });
    expect(reply.status).toBe(401);
    expect(reply.body).toMatchObject({ code: 'unsigned', status: 401 });
    expect(reply.headers.get('content-type')).toMatch('application/problem+json');
  });

  it("refuses an owner's key: it is not a source's", async () => {
    const floor = await ApiClient.found(server);
    expect((await floor.events(deal('D-1'), { key: floor.founded.ownerKey })).status).toBe(401);
  });

  it.each<[string, string, number, object]>([
    ['no JSON', '{"type":', 400, { code: 'malformed' }],
    ['nothing', '', 400, { code: 'malformed' }],
    ['an empty array', '[]', 400, { code: 'malformed' }],
    ['a number', '7', 422, { code: 'impossible' }],
    ['an unknown type', '{"type":"parrot"}', 422, { field: '/0/type' }],
    ['a record without an id', '{"type":"deal"}', 422, { field: '/0/externalId' }],
    [
      'a field that is misspelt',
      JSON.stringify(deal('D-1', { amout: 5 })),
      422,
      { detail: 'The record has nothing named "amout"' },
    ],
    ['an amount of 1e308', JSON.stringify(deal('D-1', { amount: 1e308 })), 422, {}],
    ['an amount that is no number', JSON.stringify(deal('D-1', { amount: '12,5' })), 422, {}],
    ['a day that is none', JSON.stringify(deal('D-1', { closedOn: '2026-02-30' })), 422, {}],
    ['the year 9999', JSON.stringify(deal('D-1', { changedAt: '9999-01-01T00:00:00Z' })), 422, {}],
    ['the year 0', JSON.stringify(deal('D-1', { changedAt: '0000-01-01T00:00:00Z' })), 422, {}],
    ['tomorrow', JSON.stringify(deal('D-1', { changedAt: '2090-01-01T00:00:00Z' })), 422, {}],
    [
      'a negative talk',
      JSON.stringify({ type: 'call', externalId: 'C', endedAt: now(), talkSeconds: -1 }),
      422,
      { field: '/0/talkSeconds' },
    ],
    [
      'shares that are not a whole',
      JSON.stringify(
        deal('D-1', {
          splits: [
            { owner: 'a@example.com', percent: 50 },
            { owner: 'b@example.com', percent: 49 },
          ],
        }),
      ),
      422,
      { field: '/0/splits' },
    ],
    ['the NUL character', JSON.stringify(deal('D-1', { name: 'a\u0000b' })), 422, {}],
    ['1,001 records', JSON.stringify(Array.from({ length: 1_001 }, () => 1)), 400, {}],
    ['more than a megabyte', JSON.stringify(deal('D', { name: 'x'.repeat(1_100_000) })), 413, {}],
  ])('refuses %s with a clear reason', async (_, raw, status, problem) => {
    const floor = await ApiClient.found(server);
    const reply = await floor.events(undefined, { raw });
    expect(reply.status).toBe(status);
    expect(reply.body).toMatchObject({ status, detail: expect.any(String) as string, ...problem });
  });

  it('takes names of any script, markup and SQL as they are', async () => {
    const floor = await ApiClient.found(server);
    const names = ['Дмитро 🐑', 'שלום', "'); drop table entry;--", '<script>alert(1)</script>'];
    const ids = names.map((name) => deal(name, { name, owner: 'ada@example.com' }));
    expect((await floor.events(ids)).body.accepted).toBe(names.length);
    await floor.hire('Iberia', 'ada');
    expect(await floor.standing('deals_won.month.reps')).toEqual([['ada', 4_000]]);
  });

  it('refuses bytes that are no text', async () => {
    const floor = await ApiClient.found(server);
    const reply = await floor.events(undefined, { raw: gzipSync('{}') });
    expect(reply.status).toBe(400);
  });
});

describe('POST /hooks/:source', () => {
  it('knows only the addresses that it gave out', async () => {
    const floor = await ApiClient.found(server);
    const reply = await floor.send('/hooks/hubspot-guessed', { json: [] });
    expect([reply.status, reply.body['code']]).toEqual([404, 'unknown-source']);
  });

  it('takes what comes while its source is paused, and scores it later', async () => {
    const floor = await ApiClient.found(server);
    const { id } = floor.founded.source;
    const path = `/api/v1/sources/${id}`;
    await floor.own(path, { method: 'PATCH', json: { paused: true } });
    await floor.hire('Iberia', 'ada');
    expect((await floor.events(deal('D-1'))).status).toBe(202);
    expect(await floor.standing('revenue_won.month.reps')).toEqual([]);
    await floor.own(path, { method: 'PATCH', json: { paused: false } });
    expect(await floor.standing('revenue_won.month.reps')).toEqual([['ada', 10_000]]);
  });

  it('takes the old and the new secret while they are rotated', async () => {
    const floor = await ApiClient.found(server);
    const path = `/api/v1/sources/${floor.founded.source.id}`;
    const addSecret = 'whsec_bmV3LW5ldy1uZXctbmV3LW5ldy1uZXctbmV3';
    await floor.own(path, { method: 'PATCH', json: { addSecret } });
    expect((await floor.signedEvents(deal('D-1'), 'msg_1')).status).toBe(202);
    await floor.own(path, { method: 'PATCH', json: { endRotation: true } });
    expect((await floor.signedEvents(deal('D-2'), 'msg_2')).status).toBe(401);
  });
});
