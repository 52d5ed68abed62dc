import { Worker } from 'node:worker_threads';
import { expect, it, onTestFinished, vi } from 'vitest';
import type { ScoringFact } from '../figures/scoring-figures.js';
import { testConfig } from '../../../../test/support/test-server.js';
import { ScoringThread } from './scoring-thread.js';

const stores = { databaseUrl: 'postgres://nowhere', redisUrl: 'redis://nowhere' };
const work = { config: testConfig(stores), stores };

/** A thread that answers each message by what `source` makes of it. */
function threadThat(source: string) {
  const fail = vi.fn<(reason: unknown) => void>();
  const failed = new Promise<void>((resolve) => fail.mockImplementation(() => resolve()));
  const open = () => new Worker(source, { eval: true });
  const thread = new ScoringThread(open, work, fail);
  onTestFinished(() => thread.end());
  return { thread, fail, failed };
}

const HEAR = `const { parentPort } = require('node:worker_threads');`;

it('begins when it is told, and says what it does', async () => {
  const fact: ScoringFact = { kind: 'job-failed' };
  const { thread, fail } = threadThat(`${HEAR}
    parentPort.on('message', (told) => {
      if (told === 'begin') parentPort.postMessage(${JSON.stringify(fact)});
      else parentPort.close();
    });`);
  const noted = await new Promise<ScoringFact>((resolve) => thread.begin(resolve));
  expect(noted).toEqual(fact);
  await thread.end();
  expect(fail).not.toHaveBeenCalled();
});

it.each([
  ['fails', `throw new Error('of its own')`, 'of its own'],
  ['ends unasked', `process.exit(0)`, 'The scoring thread has ended'],
])('takes the process with it when it %s', async (_, source, reason) => {
  const { thread, fail, failed } = threadThat(
    `${HEAR} parentPort.once('message', () => { ${source} });`,
  );
  thread.begin(() => undefined);
  await failed;
  await thread.end();
  expect(fail.mock.calls).toEqual([[expect.objectContaining({ message: reason })]]);
});
