import { PairScreens } from '@bellwether/application';
import type { PairingStarted, PairingState, ScreenView, Session } from '@bellwether/contracts';
import { PAIRING_ALPHABET } from '@bellwether/contracts';
import { PostgresPairings, migrate, openDatabase } from '@bellwether/persistence';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { RandomSecrets } from '../../apps/server/src/stores/random-secrets.js';
import { ApiClient } from '../support/api-client.js';
import { createTestDatabase } from '../support/database.js';
import { ScreenClient } from '../support/screen-client.js';
import type { TestServer } from '../support/test-server.js';
import { startTestServer } from '../support/test-server.js';
import { testUrls } from '../support/urls.js';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer(await testUrls());
});
afterAll(() => server.close());

/** A screen that nobody has given a key. */
class NewScreen {
  private constructor(
    private readonly floor: ApiClient,
    readonly shown: PairingStarted,
  ) {}

  static async plugIn(floor: ApiClient): Promise<NewScreen> {
    const { body } = await floor.send<PairingStarted>('/api/v1/pairings', { json: {} });
    return new NewScreen(floor, body);
  }

  async asks(): Promise<PairingState> {
    const { deviceCode } = this.shown;
    const asked = { json: { deviceCode } };
    return (await this.floor.send<PairingState>('/api/v1/pairings/poll', asked)).body;
  }

  async key(): Promise<string> {
    const answer = await this.asks();
    if (answer.state !== 'paired') throw new Error(`The screen is ${answer.state}`);
    return answer.key;
  }
}

function claim(floor: ApiClient, json: object) {
  return floor.own<{ screen: ScreenView; field?: string }>('/api/v1/pairings/claim', { json });
}

async function sessionOf(floor: ApiClient, key: string) {
  return floor.send<Session>('/api/v1/session', { key });
}

describe('a screen without a key', () => {
  it('shows a code that nobody misreads, and where to type it', async () => {
    const { shown } = await NewScreen.plugIn(await ApiClient.found(server));
    const { userCode } = shown;
    expect(userCode).toMatch(new RegExp(`^[${PAIRING_ALPHABET}]{4}-[${PAIRING_ALPHABET}]{4}$`));
    expect(shown).toMatchObject({
      verificationUri: 'https://sales.example.com/pair',
      verificationUriComplete: `https://sales.example.com/pair/${userCode}`,
      expiresIn: 600,
      interval: 1,
    });
    expect(shown.qr.path).toMatch(/^(M\d+ \d+h\d+v1h-\d+z)+$/);
  });

  it('becomes a new screen as soon as its code is typed, however it is typed', async () => {
    const floor = await ApiClient.found(server);
    const screen = await NewScreen.plugIn(floor);
    expect(await screen.asks()).toEqual({ state: 'waiting' });
    const typed = ` ${screen.shown.userCode.toLowerCase().replace('-', ' ')} `;
    const { body } = await claim(floor, { code: typed, name: 'Ghent, sales floor' });
    expect(body.screen).toMatchObject({ name: 'Ghent, sales floor', organisation: 'Lark & Co' });
    const session = await sessionOf(floor, await screen.key());
    expect(session.body).toMatchObject({ role: 'screen', screenId: body.screen.screenId });
  });

  it('becomes a screen that was there before, with its name and its programme', async () => {
    const floor = await ApiClient.found(server);
    const { body } = await floor.own<{ screens: ScreenView[] }>('/api/v1/screens');
    const before = body.screens[0]!;
    const screen = await NewScreen.plugIn(floor);
    const claimed = await claim(floor, {
      code: screen.shown.userCode,
      screenId: before.screenId,
    });
    expect(claimed.body.screen).toEqual(before);
    expect((await sessionOf(floor, await screen.key())).body.screenId).toBe(before.screenId);
  });

  it('that lost the answer asks again, and the key that went astray opens nothing', async () => {
    const floor = await ApiClient.found(server);
    const screen = await NewScreen.plugIn(floor);
    await claim(floor, { code: screen.shown.userCode, name: 'Hall' });
    const [astray, kept] = [await screen.key(), await screen.key()];
    expect((await sessionOf(floor, astray)).status).toBe(401);
    expect((await sessionOf(floor, kept)).status).toBe(200);
  });

  it('is told when nobody knows it', async () => {
    const floor = await ApiClient.found(server);
    const json = { deviceCode: 'bw_device_guessed' };
    const { body } = await floor.send('/api/v1/pairings/poll', { json });
    expect(body).toEqual({ state: 'expired' });
  });
});

describe('a code', () => {
  it('is taken once', async () => {
    const [floor, other] = [await ApiClient.found(server), await ApiClient.found(server)];
    const { shown } = await NewScreen.plugIn(floor);
    const json = { code: shown.userCode, name: 'Hall' };
    const both = await Promise.all([claim(floor, json), claim(other, json)]);
    expect(both.map(({ status }) => status).sort((a, b) => a - b)).toEqual([200, 404]);
    expect((await claim(floor, json)).body.field).toBe('/code');
  });

  it('that nobody shows makes no screen', async () => {
    const floor = await ApiClient.found(server);
    const screens = async () =>
      (await floor.own<{ screens: ScreenView[] }>('/api/v1/screens')).body.screens.length;
    const before = await screens();
    expect((await claim(floor, { code: 'HK7P-RM4X', name: 'Hall' })).status).toBe(404);
    expect(await screens()).toBe(before);
  });

  it.each(['HK7P-RM4', 'HK7P-RM4O', '', 'HK7P-RM4X-HK7P'])('"%s" is none', async (code) => {
    const floor = await ApiClient.found(server);
    const { status, body } = await claim(floor, { code, name: 'Hall' });
    expect([status, body.field]).toEqual([400, '/code']);
  });

  it.each([{}, { name: 'Hall', screenId: 1 }])('needs one answer what it is: %j', async (as) => {
    const floor = await ApiClient.found(server);
    const { status, body } = await claim(floor, { code: 'HK7P-RM4X', ...as });
    expect([status, body.field]).toEqual([400, '/name']);
  });

  it("opens no screen of another organisation's, and is still good afterwards", async () => {
    const [floor, other] = [await ApiClient.found(server), await ApiClient.found(server)];
    const { body } = await other.own<{ screens: ScreenView[] }>('/api/v1/screens');
    const screen = await NewScreen.plugIn(floor);
    const code = screen.shown.userCode;
    const foreign = await claim(floor, { code, screenId: body.screens[0]!.screenId });
    expect([foreign.status, foreign.body.field]).toEqual([404, '/screenId']);
    expect(await screen.asks()).toEqual({ state: 'waiting' });
    expect((await claim(floor, { code, name: 'Hall' })).status).toBe(200);
  });

  it('is typed by who may change screens', async () => {
    const floor = await ApiClient.found(server);
    const { shown } = await NewScreen.plugIn(floor);
    const json = { code: shown.userCode, name: 'Hall' };
    const as = (key?: string) => floor.send('/api/v1/pairings/claim', { key, json });
    expect((await as()).status).toBe(401);
    expect((await as(floor.founded.screenKey)).status).toBe(403);
  });

  it('is given to one address as often as a house needs, and no more', async () => {
    const besieged = await startTestServer(await testUrls());
    onTestFinished(() => besieged.close());
    const ask = () => fetch(`${besieged.url}/api/v1/pairings`, { method: 'POST' });
    const statuses: number[] = [];
    for (let screens = 0; screens < 301; screens += 1) statuses.push((await ask()).status);
    expect(statuses.slice(0, 300).filter((status) => status !== 201)).toEqual([]);
    expect(statuses.at(-1)).toBe(429);
  });

  it.each([
    ['/pair', '/desk/#pair'],
    ['/pair/HK7P-RM4X', '/desk/#pair=HK7P-RM4X'],
  ])('leads from %s to the desk', async (path, to) => {
    const reply = await fetch(server.url + path, { redirect: 'manual' });
    expect([reply.status, reply.headers.get('location')]).toEqual([302, to]);
  });
});

describe('pairing', () => {
  /** In a database of its own: other tests open pairings, too. */
  async function at(moment: { now: number }) {
    const { url, drop } = await createTestDatabase();
    const database = openDatabase({ url });
    onTestFinished(async () => {
      await database.destroy();
      await drop();
    });
    await migrate(database);
    const pairings = new PostgresPairings(database);
    const clock = { now: () => moment.now };
    return { pairScreens: new PairScreens(pairings, new RandomSecrets(), clock), pairings };
  }

  it('ends ten minutes after the code was given', async () => {
    const moment = { now: Date.parse('2026-11-20T09:00:00Z') };
    const { pairScreens } = await at(moment);
    const pairing = await pairScreens.open();
    if (pairing === 'busy') throw new Error('Somebody else opens pairings');
    moment.now += 599_999;
    expect(await pairScreens.collect(pairing.deviceCode)).toBe('waiting');
    moment.now += 1;
    expect(await pairScreens.collect(pairing.deviceCode)).toBe('expired');
  });

  it('turns more screens away than a house has, until the codes of some have ended', async () => {
    const moment = { now: Date.parse('2026-11-20T09:00:00Z') };
    const { pairings } = await at(moment);
    const open = (n: number, openedAt: number) =>
      pairings.open(
        { deviceCode: `d${n}`, userCode: `c${n}`, openedAt, expiresAt: openedAt + 1_000 },
        2,
      );
    expect([await open(1, 0), await open(2, 0), await open(3, 0)]).toEqual([
      'opened',
      'opened',
      'full',
    ]);
    expect([await open(4, 1_000), await open(4, 1_000)]).toEqual(['opened', 'taken']);
  });
});

describe('a screen that is shut out', () => {
  it('goes dark at once, with all its addresses, and others stay', async () => {
    const floor = await ApiClient.found(server);
    const { body } = await floor.own<{ screens: ScreenView[] }>('/api/v1/screens');
    const { screenId } = body.screens[0]!;
    const added = await floor.own<{ url: string }>('/api/v1/screens', { json: { name: 'Hall' } });
    const otherKey = added.body.url.split('#key=')[1]!;
    const [gone, stays] = [
      new ScreenClient(server.url, floor.founded.screenKey),
      new ScreenClient(server.url, otherKey),
    ];
    await Promise.all([gone.shows([]), stays.shows([])]);
    const refused = new Promise<string>((resolve) =>
      gone.socket.on('connect_error', ({ message }) => resolve(message)),
    );
    const path = `/api/v1/screens/${screenId}/links`;
    expect((await floor.own(path, { method: 'DELETE' })).status).toBe(204);
    expect(await refused).toBe('unsigned');
    expect((await sessionOf(floor, floor.founded.screenKey)).status).toBe(401);
    expect(stays.socket.connected).toBe(true);
  });

  it('is given no other key by the code that paired it', async () => {
    const floor = await ApiClient.found(server);
    const screen = await NewScreen.plugIn(floor);
    const { body } = await claim(floor, { code: screen.shown.userCode, name: 'Hall' });
    const key = await screen.key();
    const path = `/api/v1/screens/${body.screen.screenId}/links`;
    expect((await floor.own(path, { method: 'DELETE' })).status).toBe(204);
    expect(await screen.asks()).toEqual({ state: 'expired' });
    expect((await sessionOf(floor, key)).status).toBe(401);
  });

  it("is one's own", async () => {
    const [floor, other] = [await ApiClient.found(server), await ApiClient.found(server)];
    const { body } = await other.own<{ screens: ScreenView[] }>('/api/v1/screens');
    const path = `/api/v1/screens/${body.screens[0]!.screenId}/links`;
    expect((await floor.own(path, { method: 'DELETE' })).status).toBe(404);
  });
});
