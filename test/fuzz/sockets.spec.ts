import { LIVE_NAMESPACE, Painted, Vitals, WatchRequest } from '@bellwether/contracts';
import fc from 'fast-check';
import type { Socket } from 'socket.io-client';
import { io } from 'socket.io-client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { valuesOf } from '../support/contracts/values-of.js';
import { fuzzSettings } from '../support/fuzz/fuzz-settings.js';
import { hostileText, hostileValue } from '../support/fuzz/hostile.js';
import { idsOf } from '../support/fuzz/requests.js';
import type { WatchedServer } from '../support/fuzz/watched-server.js';
import { startWatchedServer } from '../support/fuzz/watched-server.js';

const AT_ONCE = 20;
const MOST_BYTES = 8_000;

let watched: WatchedServer;
let before: Readonly<Record<string, string>>;
beforeAll(async () => {
  watched = await startWatchedServer();
  before = await watched.digestOfTheirs();
});
afterAll(() => watched.close());

/** Whatever came before, the server answers, has failed nowhere, and the others are as they were. */
async function expectUnharmed(): Promise<void> {
  expect((await watched.ours.floor.send('/health/live')).status).toBe(200);
  expect(watched.failures()).toEqual([]);
  expect(await watched.digestOfTheirs()).toEqual(before);
}

interface Message {
  readonly name: string;
  readonly payload: readonly unknown[];
  readonly asks: boolean;
}

function messages(): fc.Arbitrary<Message> {
  const ids = [...watched.ourIds, ...watched.theirIds];
  const values = { id: idsOf(watched), spoil: hostileValue };
  const topics = [
    'feed',
    'board:revenue_won.month.reps',
    'board:calls.all.teams',
    ...ids.map((id) => `screen:${id}`),
  ];
  const topic = fc.oneof(
    fc.constantFrom(...topics).map((known) => ({ topic: known })),
    valuesOf(WatchRequest, values),
    hostileText.map((id) => ({ topic: `board:${id}` })),
  );
  const right = fc.oneof(
    fc.tuple(fc.constantFrom('watch', 'unwatch'), topic),
    fc.tuple(fc.constant('painted'), valuesOf(Painted, values)),
    fc.tuple(fc.constant('vitals'), valuesOf(Vitals, values)),
    fc.tuple(fc.constant('clock'), hostileValue),
  );
  const wrong = fc.tuple(
    fc.oneof(fc.constantFrom('watch', 'unwatch', 'painted', 'delta', 'join'), hostileText),
    hostileValue,
  );
  // Names that belong to the library itself are refused before they are sent.
  const reserved = ['connect', 'connect_error', 'disconnect', 'disconnecting', 'newListener'];
  return (
    fc
      .tuple(fc.oneof(right, wrong), fc.array(hostileValue, { maxLength: 2 }), fc.boolean())
      .filter(([[name]]) => ![...reserved, 'removeListener'].includes(name))
      .map(([[name, payload], more, asks]) => ({ name, payload: [payload, ...more], asks }))
      // What is larger ends the line, as it should: that is tried below.
      .filter((message) => Buffer.byteLength(JSON.stringify(message)) < MOST_BYTES)
  );
}

describe('messages of all kinds on a socket', () => {
  it('are answered or passed over, and tell nothing of another organisation', async () => {
    const { keys } = watched.ours;
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(keys.owner, keys.rep, keys.screen),
        fc.array(messages(), { minLength: AT_ONCE, maxLength: AT_ONCE, size: 'max' }),
        async (token, some) => {
          const socket = io(watched.server.url + LIVE_NAMESPACE, {
            transports: ['websocket'],
            auth: { token },
            forceNew: true,
            reconnection: false,
          });
          try {
            const heard: unknown[] = [];
            socket.onAny((...message: unknown[]) => void heard.push(message));
            for (const { name, payload, asks } of some) {
              const reply = asks ? [(answer: unknown) => void heard.push(answer)] : [];
              socket.emit(name, ...payload, ...reply);
            }
            await stillAnswers(socket);
            const told = JSON.stringify(heard);
            expect(watched.theirs.secrets.filter((secret) => told.includes(secret))).toEqual([]);
            expect(watched.failures()).toEqual([]);
          } finally {
            socket.disconnect();
          }
        },
      ),
      fuzzSettings<[string, Message[]]>(0.15, AT_ONCE),
    );
    await expectUnharmed();
  });

  it('or of no kind at all end the line of whoever sends them, and no other', async () => {
    const packet = fc.oneof(
      fc.constantFrom(
        '0',
        '1',
        '2probe',
        '40/live,',
        '40/live,{"token":1}',
        '40/live,{"token":{"__proto__":1}}',
        '42/live,["watch"]',
        '42/live,[null]',
        '42/live,{}',
        '42/live,999999999999["watch",{}]',
        '451-/live,["watch",{"_placeholder":true,"num":0}]',
        '45999999-/live,[]',
        '43/live,1[]',
        '6',
        '9',
        '4'.repeat(5_000),
      ),
      hostileText,
      fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes)),
    );
    const bystander = io(watched.server.url + LIVE_NAMESPACE, {
      transports: ['websocket'],
      auth: { token: watched.ours.keys.owner },
      forceNew: true,
      reconnection: false,
    });
    try {
      await fc.assert(
        fc.asyncProperty(fc.array(packet, { minLength: 10, maxLength: 10 }), async (packets) => {
          await sayAll(packets);
          await stillAnswers(bystander);
        }),
        fuzzSettings<[(string | Buffer)[]]>(0.05, 10),
      );
      await expectUnharmed();
    } finally {
      bystander.disconnect();
    }
  });
});

async function stillAnswers(socket: Socket): Promise<void> {
  const answer = (await socket.timeout(5_000).emitWithAck('clock')) as { now: number };
  expect(answer.now).toBeGreaterThan(0);
}

function sayAll(packets: readonly (string | Buffer)[]): Promise<void> {
  return new Promise((resolve) => {
    const address = `${watched.server.url.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`;
    const socket = new WebSocket(address);
    socket.on('error', () => undefined);
    socket.on('close', () => resolve());
    socket.on('open', () => {
      for (const packet of packets) socket.send(packet);
      socket.close();
      setTimeout(() => socket.terminate(), 300);
    });
  });
}
