import { setImmediate as turn, setTimeout as pause } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import fastify from 'fastify';
import { expect, it, onTestFinished } from 'vitest';
import { PublicError } from './public-error.js';
import { shedLoad } from './shed-load.js';

async function serve(): Promise<{ server: FastifyInstance; shed: () => number }> {
  let shed = 0;
  const server = fastify();
  onTestFinished(() => server.close());
  await shedLoad(
    server,
    ({ routeOptions }) => routeOptions.url === '/intake',
    () => (shed += 1),
  );
  server.setErrorHandler((error, _request, reply) => {
    if (!(error instanceof PublicError)) throw error;
    return reply.status(429).headers(error.headers).send();
  });
  server.get('/intake', () => 'taken');
  server.get('/screen', () => 'shown');
  await server.ready();
  return { server, shed: () => shed };
}

/** As if the work of hundreds of requests were done between two looks at the clock. */
async function keepBusy(milliseconds: number): Promise<void> {
  const until = performance.now() + milliseconds;
  while (performance.now() < until) {
    const next = performance.now() + 400;
    while (performance.now() < next);
    await turn();
  }
}

it('asks senders to come back while there is no time to read them, and turns no screen away', async () => {
  const { server, shed } = await serve();
  await keepBusy(1_600);

  const [sender, screen] = [await server.inject('/intake'), await server.inject('/screen')];
  expect([sender.statusCode, sender.headers['retry-after']]).toEqual([429, '3']);
  expect([screen.statusCode, screen.body]).toEqual([200, 'shown']);
  expect(shed()).toBe(1);
});

it('takes everything again as soon as there is time', async () => {
  const { server } = await serve();
  await keepBusy(1_600);
  const isTaken = async () => (await server.inject('/intake')).statusCode === 200;
  while (!(await isTaken())) await pause(50);
  expect(await isTaken()).toBe(true);
});
