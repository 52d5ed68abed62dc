import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { randomUUID } from 'node:crypto';
import type { BoardReply, ExplainReply, ParkedReply } from '@bellwether/contracts';
import type { OrganisationId } from '@bellwether/domain';
import type { Database } from '@bellwether/persistence';
import { migrate, openDatabase, restoreBackup, writeBackup } from '@bellwether/persistence';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, inject, it, onTestFinished } from 'vitest';
import { runCommand } from '../../apps/server/src/cli/run-command.js';
import { ApiClient } from '../support/api-client.js';
import type { TestDatabase, TestRedis } from '../support/database.js';
import { createTestDatabase, createTestRedis } from '../support/database.js';
import { roleWith } from '../support/database-role.js';
import { openTestStores } from '../support/stores.js';
import type { TestServer } from '../support/test-server.js';
import { startTestServer, testConfig } from '../support/test-server.js';
import { World } from '../support/world.js';

const nobody = (): void => undefined;

interface Installation {
  readonly database: TestDatabase;
  readonly redis: TestRedis;
}

async function install(): Promise<Installation> {
  const [database, redis] = await Promise.all([createTestDatabase(), createTestRedis()]);
  onTestFinished(() => database.drop());
  return { database, redis };
}

/** A server on it, under the name that the command line tool works with. */
async function serve({ database, redis }: Installation): Promise<TestServer> {
  const server = await startTestServer({
    databaseUrl: database.url,
    redisUrl: redis.url,
    prefix: 'bellwether',
  });
  onTestFinished(() => server.close());
  return server;
}

function command({ database, redis }: Installation, ...args: string[]): Promise<number> {
  const urls = { databaseUrl: database.url, redisUrl: redis.url };
  return runCommand({ ...testConfig(urls), logLevel: 'silent' }, args);
}

const newFile = (): string => join(inject('scratchFolder'), `${randomUUID()}.backup`);

async function taken(databaseUrl: string): Promise<Buffer> {
  const settings = { databaseUrl, product: '0.0.1', now: new Date(), onProgress: nobody };
  const chunks: Buffer[] = [];
  for await (const chunk of writeBackup(settings)) chunks.push(chunk);
  return Buffer.concat(chunks);
}

function put(databaseUrl: string, ...chunks: readonly Buffer[]): Promise<unknown> {
  const all = (async function* () {
    yield* chunks;
  })();
  return restoreBackup({ databaseUrl, chunks: all, onProgress: nobody });
}

const at = (minute: number) => new Date(Date.UTC(2026, 2, 2, 9, minute)).toISOString();
const deal = (externalId: string, minute: number, more: object = {}) => ({
  type: 'deal',
  externalId,
  changedAt: at(minute),
  owner: 'ada@example.com',
  status: 'won',
  amount: '100.00',
  name: 'Tab\there, line\nthere, back\\slash \\. and ☃',
  ...more,
});

/** With corrections of every kind, and something that waits for a person. */
const history = [
  deal('D-1', 0),
  deal('D-2', 1, { amount: '250.50' }),
  deal('D-2', 2, { amount: '300.75' }),
  deal('D-3', 3, { owner: 'ben@example.com' }),
  deal('D-3', 4, { owner: 'ada@example.com' }),
  deal('D-4', 5),
  deal('D-4', 6, { status: 'lost' }),
  deal('D-5', 7, { owner: 'new@example.com', amount: '77.00' }),
  { type: 'call', externalId: 'C-1', endedAt: at(8), owner: 'ben@example.com', talkSeconds: 125 },
];

async function shownOf(floor: ApiClient, person: number): Promise<object> {
  await floor.scored();
  const boards: object[] = [];
  for (const id of ['revenue_won.all.reps', 'deals_won.all.reps', 'revenue_won.all.teams']) {
    boards.push((await floor.own<BoardReply>(`/api/v1/boards/${id}`)).body.rows);
  }
  const why = `/api/v1/explain?person=${person}&metric=revenue_won&period=all`;
  const { body } = await floor.own<ExplainReply>(why);
  const parked = (await floor.own<ParkedReply>('/api/v1/parked')).body;
  return { boards, explained: body, parked };
}

describe('a backup', () => {
  it(
    'brings everything back in another place, where all goes on',
    { timeout: 120_000 },
    async () => {
      const here = await install();
      const server = await serve(here);
      const floor = await ApiClient.found(server);
      const people = await floor.hire('Iberia', 'ada', 'ben');
      for (const record of history) expect((await floor.events(record)).status).toBe(202);
      await floor.signedEvents([deal('D-6', 9)], 'msg_1');
      const ada = people.get('ada') ?? 0;
      const before = await shownOf(floor, ada);

      const file = newFile();
      expect(await command(here, 'backup', file)).toBe(0);
      expect(statSync(file).mode & 0o777).toBe(0o600);
      expect(existsSync(`${file}.part`)).toBe(false);
      expect(await command(here, 'backup', file)).toBe(1);

      const there = await install();
      expect(await command(there, 'restore', file)).toBe(0);
      const restored = new ApiClient((await serve(there)).url, floor.founded);
      expect(await shownOf(restored, ada)).toEqual(before);

      for (const record of history) {
        expect((await restored.events(record)).body).toMatchObject({ accepted: 0, duplicates: 1 });
      }
      const signed = await restored.signedEvents([deal('D-6', 9)], 'msg_1');
      expect(signed.body.duplicates).toBe(1);
      // What was parked is mended, what is new counts, and a correction finds its record.
      await restored.hire('Atlantic', 'new');
      await restored.events([deal('D-7', 20), deal('D-1', 21, { amount: '1.00' })]);
      expect(await restored.standing('revenue_won.all.reps')).toEqual([
        ['ada', 60_175],
        ['new', 7_700],
      ]);
      expect(await command(there, 'verify')).toBe(0);
      await gapless(there.database.url);
      expect(await command(there, 'restore', file)).toBe(1);
    },
  );

  it('is whole as of one moment while the server takes in and scores', async () => {
    const here = await install();
    const server = await serve(here);
    const floor = await ApiClient.found(server);
    await floor.hire('Iberia', 'ada', 'ben');
    let isTaking = true;
    let sent = 0;
    const sender = (async () => {
      for (; isTaking; sent += 10) {
        const some = Array.from({ length: 10 }, (_, index) => deal(`E-${sent + index}`, 0));
        await floor.events(some);
      }
    })();
    await expect.poll(() => sent, { timeout: 20_000 }).toBeGreaterThan(50);
    const bytes = await taken(here.database.url).finally(() => (isTaking = false));
    await sender;

    const there = await install();
    await migrated(there.database.url);
    await put(there.database.url, bytes);
    await serve(there).then((restored) => new ApiClient(restored.url, floor.founded).scored());
    expect(await command(there, 'rebuild')).toBe(0);
    expect(await command(there, 'verify')).toBe(0);
    await gapless(there.database.url);
  });
});

describe('a file that is not as it was written', () => {
  let target: TestDatabase;
  let whole: Buffer;
  beforeEach(async () => {
    const stores = await openTestStores();
    const source = await createTestDatabase();
    const database = openDatabase({ url: source.url, connections: 2 });
    await migrate(database);
    const world = await World.open(database, stores.redis, { teams: { Iberia: ['ada'] } });
    await world.deliver(deal('D-1', 0), deal('D-2', 1));
    await world.settle();
    whole = await taken(source.url);
    await database.destroy();
    await source.drop();
    await stores.close();
    target = await createTestDatabase();
    await migrated(target.url);
  });
  afterEach(() => target.drop());

  it('is refused wherever it is cut, and leaves the database empty', async () => {
    const cuts = Array.from({ length: 24 }, (_, index) => Math.floor((index / 24) * whole.length));
    for (const cut of [...cuts, whole.length - 1]) {
      await expect(put(target.url, whole.subarray(0, cut))).rejects.toThrow(/cut short|no backup/);
    }
    expect(await organisations(target.url)).toBe(0);
    await put(target.url, whole);
    expect(await organisations(target.url)).toBe(1);
  });

  it('is refused when a byte of a row is another', async () => {
    const changed = Buffer.from(whole);
    changed.write('F', changed.indexOf('Lark & Co'), 'latin1');
    await expect(put(target.url, changed)).rejects.toThrow(/damaged/);
    expect(await organisations(target.url)).toBe(0);
  });

  it.each([
    ['of another program', Buffer.from('PGDMP and more'), /no backup/],
    ['that is empty', Buffer.alloc(0), /no backup/],
  ])('is refused when it is one %s', async (_, bytes, reason) => {
    await expect(put(target.url, bytes)).rejects.toThrow(reason);
  });

  it('is refused by a version that does not know its tables', async () => {
    const newer = Buffer.from(
      whole.toString('latin1').replace('"level":"0', '"level":"9'),
      'latin1',
    );
    await expect(put(target.url, newer)).rejects.toThrow(/Bellwether 0\.0\.1.*up to date first/);
  });

  it('is refused by the command line in one line, packed or not', async () => {
    const { redis } = await install();
    const cut = newFile();
    const packed = gzipSync(whole);
    writeFileSync(cut, packed.subarray(0, packed.length - 40));
    const plain = newFile();
    writeFileSync(plain, 'no gzip');
    for (const file of [cut, plain, newFile()]) {
      expect(await command({ database: target, redis }, 'restore', file)).toBe(1);
    }
    expect(gunzipSync(packed).equals(whole)).toBe(true);
    expect(readFileSync(plain, 'utf8')).toBe('no gzip');
    expect(await organisations(target.url)).toBe(0);
  });
});

describe('a backup and its restoration', () => {
  it('need no more than a role that owns the tables, from which rows are guarded, too', async () => {
    const stores = await openTestStores();
    onTestFinished(() => stores.close());
    const [here, there] = [await roleWith('nosuperuser'), await roleWith('nosuperuser')];
    const database = openDatabase({ url: here.url, connections: 2 });
    onTestFinished(() => database.destroy());
    await migrate(database);
    const world = await World.open(database, stores.redis, { teams: { Iberia: ['ada'] } });
    await world.deliver(deal('D-1', 0));
    await world.settle();
    const bytes = await taken(here.url);
    await migrated(there.url);
    await put(there.url, bytes);
    await gapless(there.url);
    await expect(put(there.url, bytes)).rejects.toThrow('has an organisation already');
    const restored = openDatabase({ url: there.url, connections: 2 });
    onTestFinished(() => restored.destroy());
    const people = sql`select name from person`;
    expect((await people.execute(restored.of(world.organisationId))).rows).toHaveLength(1);
    const other = (world.organisationId + 1) as OrganisationId;
    expect((await people.execute(restored.of(other))).rows).toEqual([]);
  });
});

describe('a backup of an older version', () => {
  it('is brought up to date', async () => {
    const { database: old } = await install();
    await withDatabase(
      old.url,
      async (database) => void (await migrate(database, '0001-foundation')),
    );
    // As that version wrote them: this one knows its own tables only.
    await withEverything(old.url, async (everything) => {
      for (const row of ROWS_OF_THE_FIRST_VERSION) await sql.raw(row).execute(everything);
    });
    const bytes = await taken(old.url);

    const there = await install();
    await migrated(there.database.url);
    await put(there.database.url, bytes);
    const restored = openDatabase({ url: there.database.url, connections: 2 });
    onTestFinished(() => restored.destroy());
    // Nothing is left to be done.
    expect(await migrate(restored)).toEqual([]);
    const all = restored.across('retention');
    const totals = await all.selectFrom('daily_total').select('quantity').execute();
    expect(totals).toEqual([{ quantity: 1_000 }]);
    expect(await all.selectFrom('inbox').select(['body', 'test']).execute()).toEqual([
      { body: '{}', test: false },
    ]);
    await gapless(there.database.url);
    expect(await all.selectFrom('body_retention').selectAll().execute()).toHaveLength(1);
  });
});

const ROWS_OF_THE_FIRST_VERSION = [
  `insert into organisation (name, time_zone, currency, locale)
    values ('Lark & Co', 'Europe/Dublin', 'EUR', 'en-IE')`,
  `insert into ledger_head values (1, 1)`,
  `insert into person (organisation_id, name, short_name) values (1, 'ada', 'ada')`,
  `insert into measure (organisation_id, key, version, definition) values (1, 'deals', 1, '{}')`,
  `insert into source (organisation_id, kind, name, address) values (1, 'canonical', 'Ours', 'x')`,
  `insert into inbox (organisation_id, source_id, delivery_key, received_at, body)
    values (1, 1, gen_random_uuid(), now(), '{}')`,
  `insert into record (organisation_id, source_id, type, external_id, history, booked, claims)
    values (1, 1, 'deal', 'D-1', '[]', '[]', '[]')`,
  `insert into entry (organisation_id, seq, record_id, revision, person_id, date, at, measure_ids,
    quantities) values (1, 1, 1, 1, 1, '2026-11-19', now(), '{1}', '{1000}')`,
  `insert into daily_total values (1, 1, 1, '2026-11-19', 1000, now())`,
];

async function migrated(url: string): Promise<void> {
  await withDatabase(url, async (database) => void (await migrate(database)));
}

function organisations(url: string): Promise<number> {
  return withEverything(url, async (everything) => {
    return (await everything.selectFrom('organisation').select('id').execute()).length;
  });
}

/** The entries of the only organisation are numbered from 1 on without gaps. */
function gapless(url: string): Promise<void> {
  return withEverything(url, async (everything) => {
    const rows = await everything.selectFrom('entry').select('seq').orderBy('seq').execute();
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.map(({ seq }) => seq)).toEqual(rows.map((_, index) => index + 1));
    const head = await everything.selectFrom('ledger_head').select('seq').executeTakeFirstOrThrow();
    expect(head.seq).toBe(rows.length);
  });
}

function withEverything<T>(
  url: string,
  work: Parameters<typeof Database.prototype.maintain<T>>[0],
): Promise<T> {
  return withDatabase(url, (database) => database.maintain(work));
}

async function withDatabase<T>(url: string, work: (database: Database) => Promise<T>): Promise<T> {
  const database = openDatabase({ url, connections: 1 });
  try {
    return await work(database);
  } finally {
    await database.destroy();
  }
}
