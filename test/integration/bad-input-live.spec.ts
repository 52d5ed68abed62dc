import type { Socket } from 'socket.io-client';
import { io } from 'socket.io-client';
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { ApiClient } from '../support/api-client.js';
import { ScreenClient } from '../support/screen-client.js';
import type { TestServer } from '../support/test-server.js';
import { startTestServer } from '../support/test-server.js';
import { testUrls } from '../support/urls.js';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({ ...(await testUrls()), logLevel: 'silent' });
});
afterAll(() => server.close());

const deal = (externalId: string) => ({
  type: 'deal',
  externalId,
  changedAt: new Date().toISOString(),
  status: 'won',
  owner: 'ada@example.com',
  amount: '100.00',
});

/** Says whatever it likes, with a screen's key. */
function rudeSocket(floor: ApiClient, auth: object = { token: floor.founded.screenKey }): Socket {
  const socket: Socket = io(`${server.url}/live`, {
    transports: ['websocket'],
    auth,
    forceNew: true,
    reconnection: false,
  });
  onTestFinished(() => void socket.disconnect());
  return socket;
}

const heard = (socket: Socket, event: string) =>
  new Promise<unknown>((resolve) => socket.once(event, resolve));

async function floorWithScreen() {
  const floor = await ApiClient.found(server);
  await floor.hire('Iberia', 'ada');
  const screen = new ScreenClient(server.url, floor.founded.screenKey);
  await vi.waitFor(() => expect(screen.snapshots).toBe(1));
  return { floor, screen };
}

/** The screen beside the rude one still shows what happens. */
async function expectUnharmed(floor: ApiClient, screen: ScreenClient): Promise<void> {
  await floor.events(deal('good'));
  await screen.shows([['ada', 10_000]]);
  expect(screen.snapshots).toBe(1);
}

const deep = JSON.parse(`${'['.repeat(3_000)}${']'.repeat(3_000)}`) as unknown;

describe('a socket', () => {
  it.each<[string, unknown]>([
    ['nothing', undefined],
    ['null', null],
    ['a number', 7],
    ['a text', 'board:calls.day.reps'],
    ['a list', [{ topic: 'feed' }]],
    ['no topic', {}],
    ['a topic of a wrong type', { topic: { $ne: null } }],
    ['a topic that is none', { topic: 'parrot:1' }],
    ['a topic that is long', { topic: `board:${'x'.repeat(5_000)}` }],
    ['SQL', { topic: "board:x'; drop table entry;--" }],
    ['a screen of no number', { topic: 'screen:99999999999999999999' }],
    ['bytes', Buffer.from([0, 255, 1])],
    ['bytes as a topic', { topic: Buffer.from('feed') }],
    ['a prototype', JSON.parse('{"__proto__":{"topic":"feed"}}')],
    ['endless nesting', { topic: deep }],
  ])('that asks for %s is told what to send', async (_, request) => {
    const { floor, screen } = await floorWithScreen();
    const socket = rudeSocket(floor);
    const reply: unknown = await socket.timeout(20_000).emitWithAck('watch', request);
    expect(reply).toEqual({ error: { code: 'malformed', detail: expect.any(String) as string } });
    expect(await socket.timeout(20_000).emitWithAck('unwatch', request)).toHaveProperty('error');
    await expectUnharmed(floor, screen);
  });

  it('that says what nobody understands is not heard', async () => {
    const { floor, screen } = await floorWithScreen();
    const socket = rudeSocket(floor);
    for (const event of ['parrot', 'newListener-', '__proto__', 'constructor', '']) {
      socket.emit(event, { a: 1 }, deep);
    }
    socket.emit('watch', { topic: 'feed' });
    socket.emit('clock');
    socket.emit('clock', 7);
    socket.emit('painted', { topic: 'feed', revision: -1, paintedAt: Number.NaN });
    socket.emit('painted', 'x', () => undefined);
    const clock = (await socket.timeout(20_000).emitWithAck('clock')) as { now: number };
    expect(clock.now).toEqual(expect.any(Number));
    await expectUnharmed(floor, screen);
  });

  it.each<[string, (socket: Socket) => void]>([
    ['a message of a megabyte', (socket) => socket.emit('watch', { topic: 'x'.repeat(1_000_000) })],
    ['bytes without end', (socket) => socket.emit('painted', Buffer.alloc(1_000_000))],
    ['what is no packet', (socket) => socket.io.engine.write('9["watch"')],
    ['an attachment that never comes', (socket) => socket.io.engine.write('451-["watch"')],
  ])('that sends %s is cut off, and it alone', async (_, misbehave) => {
    const { floor, screen } = await floorWithScreen();
    const socket = rudeSocket(floor);
    await heard(socket, 'connect');
    const ended = heard(socket, 'disconnect');
    misbehave(socket);
    expect(await ended).toEqual(expect.any(String));
    await expectUnharmed(floor, screen);
  });

  it('that floods is cut off, and screens stay current', async () => {
    const { floor, screen } = await floorWithScreen();
    const socket = rudeSocket(floor);
    await heard(socket, 'connect');
    const ended = heard(socket, 'disconnect');
    for (let sent = 0; sent < 20_000; sent += 1) socket.emit('watch', { topic: 'parrot' });
    expect(await ended).toEqual(expect.any(String));
    await expectUnharmed(floor, screen);
  });

  it('watches a limited number of topics', async () => {
    const { floor, screen } = await floorWithScreen();
    const socket = rudeSocket(floor);
    const replies = await Promise.all(
      Array.from(
        { length: 100 },
        (_, n) =>
          socket
            .timeout(20_000)
            .emitWithAck('watch', { topic: `board:calls.day@2026-01-${n % 31}.reps` }) as unknown,
      ),
    );
    expect(replies).toHaveLength(100);
    await expectUnharmed(floor, screen);
  });

  it.each([undefined, null, 7, {}, [], '', 'bw_screen_guessed', 'x'.repeat(10_000)])(
    'with the key %j is not let in',
    async (token) => {
      const floor = await ApiClient.found(server);
      const error = (await heard(rudeSocket(floor, { token }), 'connect_error')) as Error;
      expect(error.message).toBe('unsigned');
    },
  );
});
