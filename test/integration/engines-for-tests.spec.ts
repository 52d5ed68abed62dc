import { describe, expect, it } from 'vitest';
import { createTestDatabase, createTestRedis } from '../support/database.js';
import { ask, tell } from '../support/engines-clients.js';

describe('a database for a test', () => {
  it('is prepared once for the whole run, and each one is its own copy', async () => {
    let preparations = 0;
    const prepare = async (url: string): Promise<void> => {
      preparations += 1;
      await ask({ databaseUrl: url }, 'CREATE TABLE prepared_by AS SELECT 1 AS times');
    };
    const [first, second] = await Promise.all([
      createTestDatabase(prepare, 'prepared_by_a_test'),
      createTestDatabase(prepare, 'prepared_by_a_test'),
    ]);
    await ask({ databaseUrl: first.url }, 'CREATE TABLE mine AS SELECT 1 AS row');

    expect(preparations).toBe(1);
    expect(await tablesOf(first.url)).toContain('mine');
    expect(await tablesOf(second.url)).not.toContain('mine');
    await Promise.all([first.drop(), second.drop()]);
    await expect(tablesOf(first.url)).rejects.toThrow(/does not exist/);
  });

  it('is empty without preparation', async () => {
    const { url, drop } = await createTestDatabase();
    expect(await tablesOf(url)).toBeNull();
    await drop();
  });
});

describe('a Redis for a test', () => {
  it('can be emptied without touching that of another', async () => {
    const [mine, yours] = [await createTestRedis(), await createTestRedis()];
    expect(mine.prefix).not.toBe(yours.prefix);
    await tell({ redisUrl: mine.url }, ['SET', 'board', 'ada']);
    await tell({ redisUrl: yours.url }, ['FLUSHDB']);
    expect(await tell({ redisUrl: mine.url }, ['GET', 'board'])).toBe('ada');
  });
});

function tablesOf(databaseUrl: string): Promise<unknown> {
  return ask(
    { databaseUrl },
    "SELECT string_agg(tablename, ' ') FROM pg_tables WHERE schemaname = 'public'",
  );
}
