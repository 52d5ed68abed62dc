import type { ImportReply, ImportStarted } from '@bellwether/contracts';
import { FoundOrganisation } from '@bellwether/application';
import { PostgresOrganisations, openDatabase } from '@bellwether/persistence';
import { afterAll, beforeAll, expect, it, onTestFinished, vi } from 'vitest';
import { ApiClient } from '../support/api-client.js';
import { buildProgram } from '../support/engines-program.js';
import { newStores } from '../support/faults/installation.js';
import { randomSecrets } from '../support/random-secrets.js';
import { ServerNode } from '../support/server-node.js';
import { unsealedSecrets } from '../support/unsealed-secrets.js';

const ROWS = 8_000;
/** Some thousands are noted by then, and as many are not. */
const KILL_AFTER = 2_000;

let program: Awaited<ReturnType<typeof buildProgram>>;
beforeAll(async () => {
  program = await buildProgram('server-process');
}, 120_000);
afterAll(() => program?.remove());

const FILE = [
  'Deal ID,Owner email,Status,Value,Close date',
  ...Array.from({ length: ROWS }, (_, n) => `D-${n},ada@example.com,won,1.00,2026-01-15`),
  '',
].join('\n');

it('an uploaded file goes on where kill -9 of the server stopped it', async () => {
  const { drop, databaseUrl, redisUrl } = await newStores();
  onTestFinished(drop);
  const env = { DATABASE_URL: databaseUrl, REDIS_URL: redisUrl, LOG_LEVEL: 'error' };
  const database = openDatabase({ url: databaseUrl, connections: 2 });
  onTestFinished(() => database.destroy());
  const found = new FoundOrganisation(
    new PostgresOrganisations(database, unsealedSecrets),
    randomSecrets,
  );

  const first = await ServerNode.start(program.file, env);
  const before = await ApiClient.found({
    url: first.url,
    found: () =>
      found.execute({ name: 'Lark & Co', timeZone: 'UTC', currency: 'EUR', locale: 'en-IE' }),
  });
  await before.hire('Iberia', 'ada');
  const { body } = await before.send<ImportStarted>('/api/v1/imports?name=deals.csv', {
    key: before.founded.ownerKey,
    raw: FILE,
    headers: { 'content-type': 'text/csv' },
  });
  const look = (client: ApiClient) => client.own<ImportReply>(`/api/v1/imports/${body.id}`);
  await vi.waitFor(
    async () => expect((await look(before)).body.rows).toBeGreaterThanOrEqual(KILL_AFTER),
    { timeout: 30_000, interval: 5 },
  );
  await first.kill();

  const second = await ServerNode.start(program.file, env);
  const after = new ApiClient(second.url, before.founded);
  const done = await vi.waitFor(
    async () => {
      const reply = await look(after);
      expect(reply.body.finishedAt).not.toBeNull();
      return reply.body;
    },
    { timeout: 40_000, interval: 50 },
  );
  expect(done).toMatchObject({ state: 'done', rows: ROWS, refused: 0, problem: null });
  // Those of the thousand at hand were kept and not noted: they are known again.
  expect(done.accepted + done.duplicates).toBe(ROWS);
  expect(await after.standing('revenue_won.all.reps')).toEqual([['ada', ROWS * 100]]);
});
