import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import fastify from 'fastify';
import { expect, it, onTestFinished } from 'vitest';
import { PublicError } from './public-error.js';
import { shedLoad } from './shed-load.js';

const MOST = 3;

/** A server that answers its intake when it is told to. */
async function serve() {
  const waiting: (() => void)[] = [];
  let [shed, hungUp] = [0, 0];
  const server = fastify({ forceCloseConnections: true });
  onTestFinished(() => server.close());
  shedLoad(
    server,
    ({ routeOptions }) => routeOptions.url === '/intake',
    () => (shed += 1),
    { least: 1, most: MOST, patienceMs: 60_000 },
  );
  server.setErrorHandler((error, _request, reply) => {
    if (!(error instanceof PublicError)) throw error;
    return reply.status(429).headers(error.headers).send();
  });
  server.addHook('onRequestAbort', (_request, done) => {
    hungUp += 1;
    server.server.emit('hung up');
    done();
  });
  server.get('/intake', async () => {
    await new Promise<void>((resolve) => {
      waiting.push(resolve);
      server.server.emit('in hand');
    });
    return 'taken';
  });
  server.get('/screen', () => 'shown');
  await server.listen();
  const { port } = server.server.address() as AddressInfo;
  const send = (path: string, signal?: AbortSignal) =>
    fetch(`http://localhost:${port}${path}`, signal ? { signal } : {});
  const inHand = async (count: number): Promise<void> => {
    while (waiting.length < count) await once(server.server, 'in hand');
  };
  const givenUp = async (count: number): Promise<void> => {
    while (hungUp < count) await once(server.server, 'hung up');
  };
  const answerAll = (): void => waiting.splice(0).forEach((answer) => answer());
  return { send, inHand, givenUp, answerAll, shed: () => shed };
}

it('asks senders to come back while enough is in hand, and turns no screen away', async () => {
  const { send, inHand, answerAll, shed } = await serve();
  const taken = Array.from({ length: MOST }, () => send('/intake'));
  await inHand(MOST);

  const turnedAway = await send('/intake');
  expect([turnedAway.status, turnedAway.headers.get('retry-after')]).toEqual([429, '3']);
  expect((await send('/screen')).status).toBe(200);
  expect(shed()).toBe(1);

  answerAll();
  expect((await Promise.all(taken)).map(({ status }) => status)).toEqual([200, 200, 200]);
});

it('takes the next when one is answered, and when one is given up', async () => {
  const { send, inHand, givenUp, answerAll } = await serve();
  const first = Array.from({ length: MOST }, () => send('/intake'));
  await inHand(MOST);
  answerAll();
  await Promise.all(first);

  const hangUp = new AbortController();
  const second = Array.from({ length: MOST }, () => send('/intake', hangUp.signal));
  await inHand(MOST);
  hangUp.abort();
  await Promise.allSettled(second);
  await givenUp(MOST);
  answerAll();

  const last = send('/intake');
  await inHand(1);
  answerAll();
  expect((await last).status).toBe(200);
});
