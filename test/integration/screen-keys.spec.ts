import { RenewScreenKey } from '@bellwether/application';
import type {
  CallReply,
  LinkMade,
  OwnKeyReply,
  PairingState,
  PairingStarted,
  ScreenView,
} from '@bellwether/contracts';
import type { Database } from '@bellwether/persistence';
import { PostgresAccessKeys, PostgresScreenKeyRenewals } from '@bellwether/persistence';
import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { RandomSecrets } from '../../apps/server/src/stores/random-secrets.js';
import type { Stores } from '../../apps/server/src/stores/open-stores.js';
import { STORES } from '../../apps/server/src/tokens.js';
import { ApiClient } from '../support/api-client.js';
import { ScreenClient } from '../support/screen-client.js';
import type { TestServer } from '../support/test-server.js';
import { startTestServer } from '../support/test-server.js';
import { testUrls } from '../support/urls.js';
import { WallLife } from '../support/wall-life.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

let server: TestServer;
let database: Database;
beforeAll(async () => {
  server = await startTestServer(await testUrls());
  ({ database } = server.app.get<Stores>(STORES));
});
afterAll(() => server.close());

interface Hall {
  readonly floor: ApiClient;
  readonly screenId: number;
  readonly path: string;
  /** That the screen was paired with. */
  readonly key: string;
}

/** A screen that was paired by its code. */
async function pairedHall(): Promise<Hall> {
  const floor = await ApiClient.found(server);
  const { body: tv } = await floor.send<PairingStarted>('/api/v1/pairings', { json: {} });
  const claim = { code: tv.userCode, name: 'Hall' };
  const { body } = await floor.own<{ screen: ScreenView }>('/api/v1/pairings/claim', {
    json: claim,
  });
  const polled = await floor.send<PairingState>('/api/v1/pairings/poll', {
    json: { deviceCode: tv.deviceCode },
  });
  if (polled.body.state !== 'paired') throw new Error('The screen was not paired');
  const { screenId } = body.screen;
  return { floor, screenId, path: `/api/v1/screens/${screenId}`, key: polled.body.key };
}

async function linkTo({ floor, path }: Hall): Promise<string> {
  const { body } = await floor.own<LinkMade>(`${path}/links`, { json: {} });
  return body.url.split('#key=')[1] ?? '';
}

const ownKey = async (floor: ApiClient, key: string) =>
  (await floor.send<OwnKeyReply>('/api/v1/screens/own/key', { key, method: 'POST' })).body.key;
const opens = async (floor: ApiClient, key: string) =>
  (await floor.send('/api/v1/session', { key })).status === 200;

/** As if it had been made, or first used, so long ago. */
async function age(what: 'created_at' | 'first_used_at', screenId: number, ms: number) {
  await database.maintain((all) =>
    all
      .updateTable('access_key')
      .set({ [what]: sql`now() - ${ms} * interval '1 millisecond'` })
      .where('screen_id', '=', screenId)
      .where(what, 'is not', null)
      .execute(),
  );
  server.app.get(PostgresAccessKeys).forget();
}

const keysOf = (screenId: number) =>
  database.maintain(async (all) => {
    const rows = await all
      .selectFrom('access_key')
      .select('hash')
      .where('screen_id', '=', screenId)
      .execute();
    return rows.length;
  });

describe('the key of a screen', () => {
  it('stays as it is for a month', async () => {
    const { floor, key } = await pairedHall();
    expect(await ownKey(floor, key)).toBe(null);
  });

  it('is replaced after that, and both open until the new one has been in use for an hour', async () => {
    const { floor, key, screenId } = await pairedHall();
    await age('created_at', screenId, 31 * DAY);
    const next = (await ownKey(floor, key))!;
    expect(next).toMatch(/^bw_screen_/);
    expect([await opens(floor, next), await opens(floor, key)]).toEqual([true, true]);
    await age('first_used_at', screenId, HOUR);
    expect([await opens(floor, next), await opens(floor, key)]).toEqual([true, false]);
    expect(await keysOf(screenId)).toBe(1);
  });

  it('still opens after months in which nobody replaced it', async () => {
    const { floor, key, screenId } = await pairedHall();
    await age('created_at', screenId, 400 * DAY);
    expect(await opens(floor, key)).toBe(true);
    expect(await opens(floor, (await ownKey(floor, key))!)).toBe(true);
  });

  it('that lost the answer asks again, however often, and never loses the one it has', async () => {
    const { floor, key, screenId } = await pairedHall();
    await age('created_at', screenId, 31 * DAY);
    for (let asked = 0; asked < 60; asked += 1) await ownKey(floor, key);
    const next = (await ownKey(floor, key))!;
    expect([await opens(floor, next), await opens(floor, key)]).toEqual([true, true]);
    expect(await keysOf(screenId)).toBeLessThan(60);
    await age('first_used_at', screenId, 2 * HOUR);
    await age('created_at', screenId, 2 * DAY);
    expect([await opens(floor, next), await opens(floor, key)]).toEqual([true, false]);
    expect(await keysOf(screenId)).toBe(1);
  });

  it('in an address made by hand is never replaced unasked', async () => {
    const hall = await pairedHall();
    const key = await linkTo(hall);
    await age('created_at', hall.screenId, 400 * DAY);
    expect(await ownKey(hall.floor, key)).toBe(null);
  });

  it('in an address ends a week after a manager asked, for all that have it', async () => {
    const hall = await pairedHall();
    const { floor, path, screenId } = hall;
    const key = await linkTo(hall);
    await floor.own(`${path}/keys`, { json: {} });
    const [one, other] = [(await ownKey(floor, key))!, (await ownKey(floor, key))!];
    expect([await opens(floor, one), await opens(floor, other)]).toEqual([true, true]);
    await age('first_used_at', screenId, 2 * DAY);
    expect([await opens(floor, one), await opens(floor, key)]).toEqual([true, true]);
    await age('first_used_at', screenId, 7 * DAY);
    expect([await opens(floor, other), await opens(floor, key)]).toEqual([true, false]);
    expect(await opens(floor, one)).toBe(true);
  });

  it('is asked for at the desk, and the screen hears of it wherever it is connected', async () => {
    const { floor, key, path } = await pairedHall();
    const nobody = await floor.own<CallReply>(`${path}/keys`, { json: {} });
    expect([nobody.status, nobody.body]).toEqual([200, { heard: 0, sound: null }]);
    const wall = new ScreenClient(server.url, key);
    const called = new Promise((resolve) => {
      wall.socket.on('call', ({ call }, heard) => {
        heard({ sound: 'ready' });
        resolve(call);
      });
    });
    await vi.waitFor(() => expect(wall.snapshots).toBe(1), { timeout: 20_000 });
    const { body } = await floor.own<CallReply>(`${path}/keys`, { json: {} });
    expect([await called, body]).toEqual(['renew-key', { heard: 1, sound: 'ready' }]);
    expect(await opens(floor, (await ownKey(floor, key))!)).toBe(true);
  });

  it('ends at once with all that replaced it, when the screen is shut out', async () => {
    const { floor, key, path, screenId } = await pairedHall();
    await age('created_at', screenId, 31 * DAY);
    const next = (await ownKey(floor, key))!;
    expect(await opens(floor, next)).toBe(true);
    await floor.own(`${path}/links`, { method: 'DELETE' });
    expect([await opens(floor, next), await opens(floor, key)]).toEqual([false, false]);
    expect(await ownKey(floor, next)).toBe(undefined);
  });

  it("is a screen's own business, and its organisation's", async () => {
    const [hall, other] = [await pairedHall(), await pairedHall()];
    const as = (key: string) => hall.floor.send('/api/v1/screens/own/key', { key, method: 'POST' });
    expect((await as(hall.floor.founded.ownerKey)).status).toBe(403);
    expect((await hall.floor.own(`${other.path}/keys`, { json: {} })).status).toBe(404);
  });
});

const passes = (...some: readonly number[]) =>
  fc.constantFrom(...some).map((ms) => ({ passes: ms }));

/** A time in which a key grows old or not, one that is asked for, and what happens at once after it. */
const episode = fc
  .tuple(
    fc.oneof(passes(3 * DAY, 31 * DAY, 120 * DAY), fc.constant('a manager asks' as const)),
    fc.constantFrom('answer is lost', 'kept', 'used'),
    fc.array(
      fc.oneof(
        passes(5_000, 20_000, 2 * MINUTE, 50 * MINUTE, 2 * HOUR),
        fc.constantFrom('is used', 'loses its power', 'used'),
      ),
      { maxLength: 4 },
    ),
  )
  .map(([before, renewal, after]) => [before, renewal, ...after]);
/** What may happen to a wall in a few years. */
const happenings = fc.array(episode, { maxLength: 6 }).map((episodes) => episodes.flat());

describe('a wall', () => {
  it.each(['paired', 'paired, its first key in the address of a kiosk'])(
    '%s, always comes in again, whenever it crashes and loses its power',
    async (how) => {
      const hall = await pairedHall();
      await fc.assert(
        fc.asyncProperty(happenings, async (all) => {
          const clock = { at: Date.now() };
          const now = () => clock.at;
          const renewals = new PostgresScreenKeyRenewals(database);
          const { organisationId } = hall.floor.founded;
          const first = await freshKey(hall, now());
          const wall = new WallLife(
            {
              organisationId,
              access: new PostgresAccessKeys(database, { now }),
              renewals: new RenewScreenKey(renewals, new RandomSecrets(), { now }),
            },
            now,
            how === 'paired' ? null : first,
            first,
          );
          const cameIn = [await wall.comesIn()];
          clock.at += 31 * DAY;
          for (const what of all) {
            if (typeof what === 'object') clock.at += what.passes;
            else if (what === 'a manager asks') {
              const by = { kind: 'system', id: null, name: 'Test' } as const;
              await renewals.ask(organisationId, hall.screenId, now(), by);
            } else if (what === 'loses its power') {
              wall.loseThePower();
              cameIn.push(await wall.comesIn());
            } else if (what === 'is used') cameIn.push(await wall.comesIn());
            else await wall.renews(what);
          }
          cameIn.push(await wall.comesIn());
          expect(cameIn).not.toContain(false);
        }),
        { numRuns: Number(process.env['PROPERTY_RUNS'] ?? 100) },
      );
    },
  );
});

/** One more key of the screen, as pairing hands them over. */
async function freshKey({ floor, screenId }: Hall, madeAt: number): Promise<string> {
  const { organisationId } = floor.founded;
  const key = await linkTo({ floor, screenId, path: `/api/v1/screens/${screenId}`, key: '' });
  await database
    .of(organisationId)
    .updateTable('access_key')
    .set({ handed_over: true, created_at: new Date(madeAt).toISOString() })
    .where('organisation_id', '=', organisationId)
    .where('hash', '=', sql<Buffer>`sha256(${Buffer.from(key)}::bytea)`)
    .execute();
  return key;
}
