import { setImmediate as turn } from 'node:timers/promises';
import type { WorkOffOrganisation } from '@bellwether/application';
import type { OrganisationId } from '@bellwether/domain';
import { openRedis } from '@bellwether/leaderboard';
import { ScoringQueue } from '@bellwether/queue';
import { expect, it, onTestFinished } from 'vitest';
import { Scorer } from '../../apps/server/src/scoring/scorer.js';
import type { Stores } from '../../apps/server/src/stores/open-stores.js';
import { openTestStores } from '../support/stores.js';
import { testUrls } from '../support/urls.js';

const silent = { info: () => {}, warn: () => {}, error: () => {} };

async function openQueue() {
  const stores = await openTestStores();
  onTestFinished(() => stores.close());
  const { redis } = stores;
  const prefix = `queue-${process.pid}-${performance.now()}`;
  const onError = (error: Error): never => {
    throw error;
  };
  const queue = new ScoringQueue({ connection: redis, prefix: `{${prefix}}`, onError });
  onTestFinished(() => queue.close());
  return { queue, prefix };
}

it('answers a request however many others keep coming', async () => {
  const { queue } = await openQueue();
  const organisation = 1 as OrganisationId;
  let answered = false;
  const asked = [queue.request(organisation), queue.request(organisation)];
  void Promise.all(asked).then(() => (answered = true));
  const others: Promise<void>[] = [];
  // One more is under way at every moment, until the first two are answered.
  while (!answered) {
    others.push(queue.request(organisation));
    await turn();
  }
  await Promise.all(others);
  expect(await queue.depth()).toBe(1);
});

it('scores somebody whose turn has not come while eight others never rest', async () => {
  const { queue, prefix } = await openQueue();
  const patientRedis = openRedis({ url: (await testUrls()).redisUrl });
  await patientRedis.connect();
  const scored: OrganisationId[] = [];
  let onQuiet = (): void => undefined;
  const quietScored = new Promise<void>((resolve) => (onQuiet = resolve));
  const quiet = 9 as OrganisationId;
  /** There is always more to do, except for the ninth. */
  const workOff = {
    execute: (organisationId: OrganisationId, stopping: AbortSignal) => {
      scored.push(organisationId);
      if (organisationId === quiet) {
        onQuiet();
        return Promise.resolve('worked-off');
      }
      return new Promise((resolve) => {
        const rest = (): void => resolve('interrupted');
        if (stopping.aborted) rest();
        else stopping.addEventListener('abort', rest, { once: true });
      });
    },
  } as unknown as WorkOffOrganisation;
  const stores = { patientRedis, prefix } as Stores;
  const scorer = new Scorer(workOff, queue, stores, silent, () => undefined);
  onTestFinished(async () => {
    await scorer.onApplicationShutdown();
    patientRedis.destroy();
  });
  for (const busy of [1, 2, 3, 4, 5, 6, 7, 8]) await queue.request(busy as OrganisationId);
  await queue.request(quiet);
  scorer.onApplicationBootstrap();

  await quietScored;
  expect(new Set(scored.slice(0, 8)).has(quiet)).toBe(false);
  scorer.onModuleDestroy();
});
