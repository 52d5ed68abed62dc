import { once } from 'node:events';
import { connect } from 'node:net';
import type { ImportReply, ImportStarted, ImportTried } from '@bellwether/contracts';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Stores } from '../../apps/server/src/stores/open-stores.js';
import { STORES } from '../../apps/server/src/tokens.js';
import { ApiClient } from '../support/api-client.js';
import type { TestServer } from '../support/test-server.js';
import { startTestServer } from '../support/test-server.js';
import { testUrls } from '../support/urls.js';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({ ...(await testUrls()), importMegabytes: 1 });
});
afterAll(() => server.close());

const today = new Date().toISOString().slice(0, 10);
const HEADER = 'Deal ID,Owner email,Status,Value,Close date\n';
const FILE =
  `${HEADER}D-1,ada@example.com,won,100.00,${today}\n` +
  `D-2,ada@example.com,won,"1,234",${today}\n` +
  `D-3,nobody@example.com,won,5.00,${today}\n` +
  `D-1,ada@example.com,won,100.00,${today}\n`;

function upload<Body = ImportStarted>(floor: ApiClient, raw: string, query = '', key?: string) {
  return floor.send<Body>(`/api/v1/imports?name=deals.csv${query}`, {
    key: key ?? floor.founded.ownerKey,
    raw,
    headers: { 'content-type': 'text/csv' },
  });
}

function ended(floor: ApiClient, id: number): Promise<ImportReply> {
  return vi.waitFor(
    async () => {
      const { body } = await floor.own<ImportReply>(`/api/v1/imports/${id}`);
      expect(body.finishedAt).not.toBeNull();
      return body;
    },
    { timeout: 30_000, interval: 20 },
  );
}

async function verdictsOf(floor: ApiClient, id: number): Promise<string[]> {
  const reply = await fetch(`${floor.url}/api/v1/imports/${id}/verdicts`, {
    headers: { authorization: `Bearer ${floor.founded.ownerKey}` },
  });
  expect(reply.headers.get('content-type')).toBe('text/csv; charset=utf-8');
  return (await reply.text()).trimEnd().split('\n');
}

async function importsBegun({ founded }: ApiClient): Promise<number> {
  const { database } = server.app.get<Stores>(STORES);
  const rows = await database
    .of(founded.organisationId)
    .selectFrom('import')
    .select('id')
    .where('organisation_id', '=', founded.organisationId)
    .execute();
  return rows.length;
}

describe('POST /api/v1/imports', () => {
  it('takes a file in, counts what is right, and says what became of each row', async () => {
    const floor = await ApiClient.found(server);
    await floor.hire('Iberia', 'ada');
    const started = await upload(floor, FILE);
    expect([started.status, started.body.plan.format]).toEqual([202, 'deals']);
    const { id } = started.body;
    expect(await ended(floor, id)).toMatchObject({
      name: 'deals.csv',
      state: 'done',
      bytes: FILE.length,
      bytesRead: FILE.length,
      rows: 4,
      accepted: 1,
      parked: 1,
      duplicates: 1,
      ignored: 0,
      refused: 1,
      problem: null,
    });
    expect(await verdictsOf(floor, id)).toEqual([
      'row,verdict,reason,record',
      '2,accepted,,"deal D-1"',
      '3,refused,"Value: ""1,234"" may be 1234 or 1.234: say decimal=. or decimal=,",',
      `4,parked,"nobody@example.com is nobody's: say who that is","deal D-3"`,
      '5,duplicate,"was here before; it counts once","deal D-1"',
    ]);
    expect(await floor.standing('revenue_won.month.reps')).toEqual([['ada', 10_000]]);
    // Nothing is doubled by the same file, nor lost of what was parked.
    const again = await upload(floor, FILE);
    expect(await ended(floor, again.body.id)).toMatchObject({ accepted: 0, duplicates: 3 });
    await floor.hire('Atlantic', 'nobody');
    expect(await floor.standing('revenue_won.month.reps')).toEqual([
      ['ada', 10_000],
      ['nobody', 500],
    ]);
  });

  it('says in a dry run what would happen, and writes nothing', async () => {
    const floor = await ApiClient.found(server);
    await floor.hire('Iberia', 'ada');
    const sources = (await floor.own('/api/v1/sources')).body;
    const tried = await upload<ImportTried>(floor, FILE, '&dryRun=true');
    expect(tried.status).toBe(200);
    expect(tried.body).toMatchObject({
      rows: 4,
      accepted: 1,
      parked: 1,
      duplicates: 1,
      refused: 1,
      problem: null,
      plan: { format: 'deals', columns: { externalId: 'Deal ID', owner: 'Owner email' } },
    });
    expect(tried.body.verdicts[0]).toEqual({
      row: 2,
      verdict: 'accepted',
      reason: '',
      record: 'deal D-1',
    });
    expect((await floor.own('/api/v1/sources')).body).toEqual(sources);
    expect((await floor.own('/api/v1/imports')).body).toEqual({ imports: [] });
    expect((await floor.own('/api/v1/parked')).body).toMatchObject({ items: [] });
    expect(await floor.standing('revenue_won.month.reps')).toEqual([]);
  });

  it('reads a file as it is told to', async () => {
    const floor = await ApiClient.found(server);
    await floor.hire('Iberia', 'ada');
    const [year, month, day] = today.split('-');
    const file = `No;Rep;Sum;Day\n1;ada@example.com;1.234;${month}/${day}/${year}\n`;
    const mapping = encodeURIComponent('type=deal,externalId=No,owner=Rep,amount=Sum,closedOn=Day');
    const query = `&mapping=${mapping},stage=Rep,won=ada@example.com&dates=us&decimal=%2C`;
    const { body } = await upload(floor, file, query);
    expect(await ended(floor, body.id)).toMatchObject({ accepted: 1 });
    expect(await floor.standing('revenue_won.month.reps')).toEqual([['ada', 123_400]]);
  });

  it.each([
    ['a file that nobody knows', 'a,b\n1,2\n', '', 422, '/mapping'],
    ['an option that there is not', HEADER, '&dates=mars', 400, '/dates'],
    ['a query that there is not', HEADER, '&dry=true', 400, '/'],
    ['a source that there is not', HEADER, '&source=999999', 422, '/source'],
    ['more than is allowed', `${HEADER}${'x'.repeat(1_048_577)}`, '', 413, undefined],
    ['nothing', '', '', 422, undefined],
  ])('refuses %s and keeps nothing', async (_, file, query, status, field) => {
    const floor = await ApiClient.found(server);
    const reply = await upload<{ field?: string; detail: string }>(floor, file, query);
    expect([reply.status, reply.body.field]).toEqual([status, field]);
    expect(reply.headers.get('content-type')).toMatch('application/problem+json');
    expect(reply.body.detail).toEqual(expect.any(String));
    expect((await floor.own('/api/v1/imports')).body).toEqual({ imports: [] });
  });

  it('refuses what is no CSV by its type', async () => {
    const floor = await ApiClient.found(server);
    const reply = await floor.own('/api/v1/imports', { json: { a: 1 } });
    expect([reply.status, reply.body['code']]).toEqual([415, 'unsupported-type']);
    const key = floor.founded.source.apiKey;
    const events = await floor.send('/api/v1/events', {
      key,
      raw: HEADER,
      headers: { 'content-type': 'text/csv' },
    });
    expect(events.status).toBe(415);
  });

  it('keeps nothing of a file that breaks off', async () => {
    const floor = await ApiClient.found(server);
    const { hostname, port } = new URL(server.url);
    const socket = connect(Number(port), hostname);
    await once(socket, 'connect');
    socket.write(
      `POST /api/v1/imports HTTP/1.1\r\nhost: x\r\ncontent-type: text/csv\r\n` +
        `authorization: Bearer ${floor.founded.ownerKey}\r\ncontent-length: 500000\r\n\r\n${FILE}`,
    );
    const begun = () => importsBegun(floor);
    await vi.waitFor(async () => expect(await begun()).toBe(1), { timeout: 20_000 });
    expect((await floor.own('/api/v1/imports')).body).toEqual({ imports: [] });
    socket.destroy();
    await vi.waitFor(async () => expect(await begun()).toBe(0), { timeout: 20_000 });
    expect(await floor.standing('revenue_won.month.reps')).toEqual([]);
  });

  it('is for owners only, and for their own organisation', async () => {
    const [floor, other] = [await ApiClient.found(server), await ApiClient.found(server)];
    const { screenKey, source } = floor.founded;
    const statuses = await Promise.all([
      floor.send('/api/v1/imports', { raw: FILE, headers: { 'content-type': 'text/csv' } }),
      upload(floor, FILE, '', screenKey),
      upload(floor, FILE, '', source.apiKey),
      upload(floor, FILE, `&source=${other.founded.source.id}`),
    ]);
    expect(statuses.map(({ status }) => status)).toEqual([401, 403, 403, 422]);
    const { id } = (await upload(floor, FILE)).body;
    await ended(floor, id);
    for (const path of [`/api/v1/imports/${id}`, `/api/v1/imports/${id}/verdicts`]) {
      expect((await other.own(path)).status).toBe(404);
      expect((await floor.send(path, { key: screenKey })).status).toBe(403);
    }
    expect((await other.own('/api/v1/imports')).body).toEqual({ imports: [] });
    expect((await other.own('/api/v1/parked')).body).toMatchObject({ items: [] });
  });

  it('is documented', async () => {
    const floor = await ApiClient.found(server);
    const { body } = await floor.send<{ paths: Record<string, object> }>('/api/openapi.json');
    expect(body.paths).toHaveProperty([
      '/api/v1/imports',
      'post',
      'requestBody',
      'content',
      'text/csv',
    ]);
    expect(body.paths).toHaveProperty(['/api/v1/imports/{id}', 'get']);
  });
});
