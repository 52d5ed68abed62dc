import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { readFileSync } from 'node:fs';
import { PostgresOrganisations } from '@bellwether/persistence';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { runCommand } from '../../apps/server/src/cli/run-command.js';
import { sealSources } from '../../apps/server/src/secret-key/seal-sources.js';
import type { Stores } from '../../apps/server/src/stores/open-stores.js';
import { STORES } from '../../apps/server/src/tokens.js';
import { ApiClient } from '../support/api-client.js';
import type { TestDatabase, TestRedis } from '../support/database.js';
import { createTestDatabase, createTestRedis } from '../support/database.js';
import type { TestServer } from '../support/test-server.js';
import { startTestServer, testConfig } from '../support/test-server.js';
import { TESTER } from '../support/world.js';
import { unsealedSecrets } from '../support/unsealed-secrets.js';

let place: TestDatabase;
let redis: TestRedis;
let server: TestServer;
let stores: Stores;
let floor: ApiClient;
beforeAll(async () => {
  place = await createTestDatabase();
  redis = await createTestRedis();
  server = await startTestServer({ databaseUrl: place.url, redisUrl: redis.url });
  stores = server.app.get<Stores>(STORES);
  floor = await ApiClient.found(server);
});
afterAll(async () => {
  await server.close();
  await place.drop();
});

const config = () => testConfig({ databaseUrl: place.url, redisUrl: redis.url });
const newFile = (): string => join(inject('scratchFolder'), randomUUID());

async function stored(): Promise<string> {
  const { rows } = await sql<{ secrets: readonly string[] }>`
    select secrets from source
  `.execute(stores.database.of(floor.founded.organisationId));
  return rows.flatMap(({ secrets }) => secrets).join(' ');
}

const call = () => ({ type: 'call', externalId: randomUUID(), endedAt: new Date().toISOString() });
const signed = async (client = floor): Promise<number> =>
  (await client.signedEvents([call()], randomUUID())).status;

describe('the secrets of sources', () => {
  it('are not in the database, and prove deliveries all the same', async () => {
    const secret = 'user:of-pipedrive';
    const json = { kind: 'pipedrive', name: 'Pipedrive', secret };
    expect((await floor.own('/api/v1/sources', { json })).status).toBe(201);
    const all = await stored();
    expect(all.split(' ')).toHaveLength(2);
    expect(all).not.toContain('pipedrive');
    expect(all).not.toContain(floor.founded.source.webhookSecret);
    expect(await signed()).toBe(202);
  });

  it('that lay open before are sealed by the next start', async () => {
    const before = new PostgresOrganisations(stores.database, unsealedSecrets);
    const about = { kind: 'canonical', name: 'Old', address: randomUUID(), settings: {} };
    const source = { ...about, secrets: ['whsec_from_before'] };
    await before.addSource(floor.founded.organisationId, source, TESTER);
    expect(await stored()).toContain('whsec_from_before');
    await sealSources(stores, config());
    expect(await stored()).not.toContain('whsec_from_before');
  });

  it('are not in a backup either, nor is their key', async () => {
    const file = newFile();
    expect(await runCommand({ ...config(), logLevel: 'silent' }, ['backup', file])).toBe(0);
    const backup = gunzipSync(readFileSync(file)).toString('latin1');
    expect(backup).toContain('sealed:v1:');
    expect(backup).not.toContain(floor.founded.source.webhookSecret);
    expect(backup).not.toContain(config().secretKey);
  });

  it('stop a start with another key, in one line that says what to do', async () => {
    const other = { ...config(), secretKey: 'x'.repeat(40) };
    await expect(sealSources(stores, other)).rejects.toThrow(/^The secrets of the sources.*reseal/);
    // Who scores needs no key.
    await sealSources(stores, { ...other, roles: ['worker'] });
  });

  it('are sealed with a new key by a command, once it is told the former one', async () => {
    const secretKey = 'the key that comes after the former one';
    const wrong = newFile();
    writeFileSync(wrong, 'y'.repeat(40));
    const former = newFile();
    writeFileSync(former, `${config().secretKey}\n`);
    const before = await stored();
    const next = { ...config(), logLevel: 'silent' as const, secretKey };
    expect(await runCommand(next, ['reseal', wrong])).toBe(1);
    expect(await stored()).toBe(before);
    expect(await runCommand(next, ['reseal', former])).toBe(0);
    expect(await stored()).not.toBe(before);
    await sealSources(stores, next);
    await expect(sealSources(stores, config())).rejects.toThrow('another key');
    const again = await startTestServer({
      databaseUrl: place.url,
      redisUrl: redis.url,
      secretKey,
    });
    expect(await signed(new ApiClient(again.url, floor.founded))).toBe(202);
    await again.close();
  });
});
