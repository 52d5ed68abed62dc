import { connect } from 'node:net';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Route } from '../../apps/server/src/access/routes.js';
import { routesOf } from '../../apps/server/src/access/routes.js';
import { ALL_MODULES } from '../../apps/server/src/server.module.js';
import { fuzzSettings } from '../support/fuzz/fuzz-settings.js';
import { hostileText } from '../support/fuzz/hostile.js';
import type { FuzzRequest } from '../support/fuzz/requests.js';
import { requestsTo, signInRequests } from '../support/fuzz/requests.js';
import { sendRaw } from '../support/fuzz/send-raw.js';
import type { WatchedServer } from '../support/fuzz/watched-server.js';
import { startWatchedServer } from '../support/fuzz/watched-server.js';

const AT_ONCE = 20;
const routes = routesOf(ALL_MODULES);

let watched: WatchedServer;
let requests: fc.Arbitrary<FuzzRequest>;
let before: Readonly<Record<string, string>>;
beforeAll(async () => {
  watched = await startWatchedServer();
  const { ours, ourIds, theirIds } = watched;
  const { owner, source, ...others } = ours.proofs;
  const { provisioner } = others;
  const proofs = [...Array<typeof owner>(16).fill(owner), source, {}, ...Object.values(others)];
  const publicUrl = 'https://sales.example.com';
  const world = { proofs, ourIds, theirIds, source, provisioner, hooks: ours.hooks, publicUrl };
  requests = fc.oneof(...routes.map((route: Route) => requestsTo(route, world)), {
    weight: 3,
    arbitrary: signInRequests(world),
  });
  before = await watched.digestOfTheirs();
});
afterAll(() => watched.close());

/** Whatever came before, the server answers, has failed nowhere, and the others are as they were. */
async function expectUnharmed(): Promise<void> {
  const { ours } = watched;
  expect((await ours.floor.send('/health/live')).status).toBe(200);
  expect((await ours.floor.own('/api/v1/session')).status).toBe(200);
  await ours.floor.scored();
  expect(watched.failures()).toEqual([]);
  expect(await watched.digestOfTheirs()).toEqual(before);
}

const shortened = ({ body, ...request }: FuzzRequest) => ({
  ...request,
  body: body?.toString('utf8').slice(0, 2_000),
});

describe('requests of all kinds', () => {
  it('are answered without a failure, and tell nothing of another organisation', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(requests, { minLength: AT_ONCE, maxLength: AT_ONCE, size: 'max' }),
        async (some) => {
          await Promise.all(
            some.map(async (request) => {
              const { status, told } = await sendRaw(watched.server.url, request);
              const leaked = watched.theirs.secrets.filter((secret) => told.includes(secret));
              const problem = status >= 500 || leaked.length > 0;
              expect(problem ? [shortened(request), status, leaked, told] : []).toEqual([]);
            }),
          );
          expect(watched.failures()).toEqual([]);
        },
      ),
      fuzzSettings<[FuzzRequest[]]>(0.75, AT_ONCE),
    );
    await expectUnharmed();
  });

  it('that are no requests at all end with an answer or without one, and harm nobody', async () => {
    const line = fc.oneof(
      fc.constantFrom(
        'GET / HTTP/1.1',
        'GET /api/v1/session HTTP/9.9',
        'host: x',
        'content-length: 5',
        'content-length: -1',
        'content-length: 99999999999999999999',
        'transfer-encoding: chunked',
        'transfer-encoding: chunked, identity',
        'upgrade: websocket',
        'connection: upgrade, close',
        'expect: 100-continue',
        '',
        'fffffffffffffffff',
        '0',
      ),
      hostileText.map((text) => text.slice(0, 500)),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(line, { minLength: 1, maxLength: 8 }), { minLength: 10, maxLength: 10 }),
        async (some) => {
          const answers = await Promise.all(some.map((lines) => say(lines.join('\r\n'))));
          expect(answers.filter((answer) => /^HTTP\/1\.1 5(?!05|01)/.test(answer))).toEqual([]);
        },
      ),
      fuzzSettings<[string[][]]>(0.05, 10),
    );
    await expectUnharmed();
  });
});

/** All that the server says before somebody hangs up. */
function say(text: string): Promise<string> {
  return new Promise((resolve) => {
    const { hostname, port } = new URL(watched.server.url);
    const socket = connect(Number(port), hostname);
    let heard = '';
    socket.on('data', (some: Buffer) => void (heard += some.toString('latin1')));
    socket.on('error', () => undefined);
    socket.on('close', () => resolve(heard));
    // What is half said may go on: nobody waits for the rest.
    socket.setTimeout(300, () => socket.destroy());
    socket.on('connect', () => socket.write(`${text}\r\n\r\n`));
  });
}
