import { Writable } from 'node:stream';
import type { ParkedReply } from '@bellwether/contracts';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openLog } from '../../apps/server/src/logging/open-log.js';
import { ApiClient } from '../support/api-client.js';
import { RawConnection } from '../support/raw-connection.js';
import type { TestServer } from '../support/test-server.js';
import { startTestServer } from '../support/test-server.js';
import { testUrls } from '../support/urls.js';

let server: TestServer;
let logged = '';
beforeAll(async () => {
  const sink = new Writable({
    write: (line: Buffer, _encoding, done) => {
      logged += line.toString();
      done();
    },
  });
  server = await startTestServer({ ...(await testUrls()), log: openLog('debug', sink) });
});
afterAll(() => server.close());
afterEach(() => {
  const bad = /.*("status":5\d\d|"level":"error"|x7secret).*/.exec(logged);
  if (bad) throw new Error(`this stood in the log: ${bad[0]}`);
  logged = '';
});

/** Stands in everything that is sent, and must not stand in a log. */
const MARK = 'x7secret';
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
const text = (value: object) => JSON.stringify(value);
const nested = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`;

async function aFloor(): Promise<ApiClient> {
  const floor = await ApiClient.found(server);
  await floor.hire('Iberia', 'ada');
  return floor;
}

/** Whatever came before, the next good sale counts. */
async function expectUnharmed(floor: ApiClient): Promise<void> {
  expect((await floor.events(deal('good'))).body).toMatchObject({ accepted: 1 });
  expect(await floor.standing('revenue_won.month.reps')).toEqual([['ada', 10_000]]);
}

describe('a body', () => {
  it.each<[string, string | Buffer, number, string]>([
    ['cut off', `{"type":"deal","name":"${MARK}`, 400, 'no JSON'],
    ['of another kind', '<deal/>', 400, 'no JSON'],
    ['with NaN', text(deal('D')).replace('"100.00"', 'NaN'), 400, 'no JSON'],
    ['with an amount of 1e308', text(deal('D')).replace('"100.00"', '1e308'), 422, 'amount'],
    ['with an amount of 1e309', text(deal('D')).replace('"100.00"', '1e309'), 422, 'amount'],
    ['with "NaN"', text(deal('D', { amount: 'NaN' })), 422, 'plain decimal amount'],
    ['of wrong types', text(deal('D', { owner: 7, amount: [] })), 422, 'owner'],
    ['with an unknown field', text(deal('D', { [MARK]: 1 })), 422, 'has nothing named'],
    ['with a prototype', text(deal('D')).replace('{', '{"__proto__":{"status":"won"},'), 422, ''],
    ['with a constructor', text(deal('D', { constructor: { prototype: {} } })), 422, ''],
    [
      'with a prototype among its own fields',
      text(deal('D')).replace('{', '{"custom":{"__proto__":1},'),
      422,
      '__proto__',
    ],
    ['of the year 0', text(deal('D', { changedAt: '0000-01-01T00:00:00Z' })), 422, '1990 to 2099'],
    ['of the year 9999', text(deal('D', { closedOn: '9999-12-31' })), 422, '1990 to 2099'],
    [
      'with a negative duration',
      text({ type: 'call', externalId: 'C', endedAt: now(), talkSeconds: -1 }),
      422,
      'is negative',
    ],
    ['nested without end', `{"type":"deal","custom":${nested(100_000)}}`, 422, ''],
    ['that is nothing but nesting', nested(100_000), 422, ''],
    ['of 100,000 records', `[${'0,'.repeat(99_999)}0]`, 400, 'more than 1000 records'],
    ['of invalid UTF-8', Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d]), 400, 'no UTF-8'],
    ['with half a character', text(deal('D')).replace('"D"', '"\\ud83d"'), 422, 'surrogate'],
    ['with NUL', text(deal('D', { name: 'a\u0000b' })), 422, 'NUL'],
    ['too long for a name', text(deal('D', { name: 'x'.repeat(201) })), 422, 'longer than 200'],
  ])('%s gets a reason and harms nothing', async (_, raw, status, reason) => {
    const floor = await aFloor();
    const reply = await floor.events(undefined, { raw });
    expect([reply.status, reply.headers.get('content-type')]).toEqual([
      status,
      expect.stringMatching('application/problem\\+json'),
    ]);
    expect(JSON.stringify(reply.body)).toMatch(reason);
    await expectUnharmed(floor);
  });

  it('counts the last of two fields of one name, as JSON readers do', async () => {
    const floor = await aFloor();
    const raw = text(deal('good')).replace('"100.00"', '"7.00","amount":"100.00"');
    expect((await floor.events(undefined, { raw })).body).toMatchObject({ accepted: 1 });
    expect(await floor.standing('revenue_won.month.reps')).toEqual([['ada', 10_000]]);
  });

  it('keeps the good of a batch, and says what is wrong with each of the others', async () => {
    const floor = await aFloor();
    const { body } = await floor.events([
      deal('good'),
      { type: 'parrot' },
      deal('D', { amount: {} }),
    ]);
    expect(body.items.map(({ verdict }) => verdict)).toEqual(['accepted', 'refused', 'refused']);
    expect(await floor.standing('revenue_won.month.reps')).toEqual([['ada', 10_000]]);
  });

  it('of 10 MB is refused before it is sent, and while it is sent', async () => {
    const floor = await aFloor();
    const head = (more: string) =>
      `POST /api/v1/events HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\n` +
      `authorization: Bearer ${floor.founded.source.apiKey}\r\n${more}\r\n\r\n`;
    const told = await RawConnection.open(server.url);
    told.write(head('content-length: 10485760'));
    expect(await told.answer()).toMatchObject({ status: 413, body: { code: 'too-large' } });

    const untold = await RawConnection.open(server.url);
    untold.write(head('transfer-encoding: chunked'));
    const chunk = `10000\r\n${'x'.repeat(65_536)}\r\n`;
    for (let sent = 0; sent < 20; sent += 1) untold.write(chunk);
    expect(await untold.answer()).toMatchObject({ status: 413 });
    await expectUnharmed(floor);
  });

  it.each([
    ['POST', '/api/v1/people', `{"name":${nested(500)}}`],
    ['POST', '/api/v1/people', text({ name: 'a\u0000b' })],
    ['POST', '/api/v1/people', '{"name":"\\ud83d"}'],
    ['POST', '/api/v1/people', text({ name: 'Ada', team: 99_999_999_999 })],
    ['POST', '/api/v1/people', text({ name: 'Ada', since: '0000-01-01' })],
    ['POST', '/api/v1/people', '[1'],
    ['POST', '/api/v1/people', '7'],
    ['POST', '/api/v1/people/1/team', text({ team: null, from: '9999-12-31' })],
    ['POST', '/api/v1/people/99999999999/team', text({ team: null, from: '2026-01-01' })],
    ['POST', '/api/v1/people/NaN/team', text({ team: null, from: '2026-01-01' })],
    [
      'POST',
      '/api/v1/sources',
      text({ kind: 'hubspot', name: 'x', settings: { a: 0 } }).replace('0', nested(5_000)),
    ],
    ['POST', '/api/v1/parked/replay', text({ ids: [-1] })],
    ['POST', '/api/v1/parked/replay', text({ ids: [1e308] })],
    ['GET', '/api/v1/parked?subject=%00', undefined],
    ['GET', '/api/v1/parked?after=1e308', undefined],
    ['GET', '/api/v1/explain?person=1e12&metric=calls&period=month', undefined],
    ['GET', '/api/v1/explain?person=1&metric=calls&period=month@%00', undefined],
    ['GET', '/api/v1/imports/99999999999', undefined],
    ['GET', '/api/v1/imports/-1', undefined],
  ])('%s %s is refused when it is nonsense: %s', async (method, path, raw) => {
    const floor = await aFloor();
    const reply = await floor.own(path, { method, ...(raw !== undefined && { raw }) });
    expect(reply.status).toBe(400);
    expect(reply.body).toMatchObject({ code: 'malformed', detail: expect.any(String) as string });
  });

  it.each(['/hooks/%00', '/api/v1/boards/%00', '/api/v1/boards/calls.day@0000-00-00.reps'])(
    '%s names nothing that there is',
    async (path) => {
      const floor = await aFloor();
      const method = path.startsWith('/hooks') ? 'POST' : 'GET';
      const reply = await floor.own(path, { method, ...(method === 'POST' && { raw: '[]' }) });
      expect([400, 404]).toContain(reply.status);
    },
  );

  it.each([
    '/%c0%af',
    '/api/v1/boards/%',
    `/hooks/${'x'.repeat(5_000)}`,
    '/%2e%2e/%2e%2e/etc/passwd',
  ])('an address like %s gets a problem', async (path) => {
    const connection = await RawConnection.open(server.url);
    connection.write(`GET ${path} HTTP/1.1\r\nhost: x\r\n\r\n`);
    const { status, body } = await connection.answer();
    expect([400, 404, 414]).toContain(status);
    expect(body).toHaveProperty('code');
  });
});

describe('a sender without proof', () => {
  const old = Math.floor(Date.now() / 1_000) - 3_600;
  it.each<[string, (floor: ApiClient) => Record<string, string>]>([
    ['no signature', () => ({})],
    ['half a signature', () => ({ 'webhook-id': 'm', 'webhook-timestamp': String(old) })],
    ['a wrong one', () => signed('v1,AAAA')],
    ['one of another making', () => signed('v2,AAAA v1')],
    ['one of the wrong length', () => signed(`v1,${'A'.repeat(10_000)}`)],
    ['a time that is none', () => ({ ...signed('v1,AAAA'), 'webhook-timestamp': 'NaN' })],
  ])('with %s is refused', async (_, headers) => {
    const floor = await aFloor();
    const { address } = floor.founded.source;
    const reply = await floor.send(`/api/v1/events?source=${address}`, {
      json: deal(MARK),
      headers: headers(floor),
    });
    expect([reply.status, reply.body['code']]).toEqual([401, 'unsigned']);
    await expectUnharmed(floor);
  });

  const signed = (signature: string) => ({
    'webhook-id': 'm',
    'webhook-timestamp': String(Math.floor(Date.now() / 1_000)),
    'webhook-signature': signature,
  });

  it('cannot replay what was signed an hour ago', async () => {
    const { signStandardWebhook } = await import('@bellwether/connectors');
    const floor = await aFloor();
    const { address, webhookSecret } = floor.founded.source;
    const raw = Buffer.from(text(deal('D')));
    const reply = await floor.send(`/api/v1/events?source=${address}`, {
      raw,
      headers: {
        'webhook-id': 'm',
        'webhook-timestamp': String(old),
        'webhook-signature': signStandardWebhook(webhookSecret, 'm', String(old), raw),
      },
    });
    expect(reply.status).toBe(401);
    await expectUnharmed(floor);
  });
});

describe('a text', () => {
  const HOSTILE = [
    `<script>alert('${MARK}')</script>`,
    `"><img src=x onerror=alert(1)>`,
    `'; drop table entry; --`,
    `$1 \${7*7} {{7*7}} %s %00`,
    '../../etc/passwd',
    'שלום עולם \u202eevil\u202c',
    '🐑'.repeat(20),
    'Ñ'.repeat(40),
    '=HYPERLINK("http://x")',
  ];

  it.each(HOSTILE)(
    'such as %s is kept as it is, everywhere, and is only ever text',
    async (evil) => {
      const floor = await aFloor();
      const records = [
        deal('good', { name: evil, account: evil, contact: evil, product: evil, stage: evil }),
        deal('parked', { owner: { id: evil }, name: evil, lostReason: evil }),
        {
          type: 'call',
          externalId: evil,
          endedAt: now(),
          owner: { id: evil },
          tags: [evil],
          contact: evil,
        },
        { type: 'lead', externalId: evil, changedAt: now(), owner: { id: evil }, channel: evil },
        {
          type: 'meeting',
          externalId: evil,
          changedAt: now(),
          createdBy: { id: evil },
          kind: evil,
        },
        {
          type: 'email',
          id: evil,
          externalId: evil,
          sentAt: now(),
          owner: { id: evil },
          custom: { a: evil },
        },
      ];
      expect((await floor.events(records)).body).toMatchObject({ accepted: 6, refused: 0 });
      expect(await floor.standing('revenue_won.month.reps')).toEqual([['ada', 10_000]]);
      const { body, headers } = await floor.own<ParkedReply>('/api/v1/parked');
      expect(body.items.some(({ subject }) => subject.endsWith(evil))).toBe(true);
      expect(headers.get('content-type')).toMatch('application/json');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      const added = await floor.own('/api/v1/people', {
        json: { name: evil.trim().slice(0, 100) },
      });
      expect(added.status).toBe(201);
    },
  );
});

describe("a vendor's delivery", () => {
  it('with a character that cannot be kept is parked, and holds nothing up', async () => {
    const floor = await aFloor();
    const made = await floor.own<{ url: string; secret: string }>('/api/v1/sources', {
      json: { kind: 'hubspot', name: 'HubSpot', secret: 'a-long-secret' },
    });
    const path = new URL(made.body.url).pathname;
    const hook = { path, secret: 'a-long-secret', publicUrl: 'https://sales.example.com' };
    const event = (objectId: number, propertyValue: string) => ({
      eventId: objectId,
      portalId: 1,
      subscriptionType: 'deal.propertyChange',
      objectId,
      occurredAt: Date.now(),
      propertyName: 'dealname',
      propertyValue,
    });
    const reply = await floor.hubspot(hook, [event(1, 'a\u0000b'), event(2, 'half \ud83d')]);
    expect([reply.status, reply.body.accepted]).toEqual([202, 2]);
    await floor.scored();
    const { body } = await floor.own<ParkedReply>('/api/v1/parked');
    expect(body.items.map(({ kind, detail }) => [kind, detail])).toEqual([
      ['unmappable', expect.stringMatching('surrogate pair')],
      ['unmappable', expect.stringMatching('NUL')],
    ]);
    await expectUnharmed(floor);
  });
});
