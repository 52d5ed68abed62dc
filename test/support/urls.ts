import { inject } from 'vitest';
import { createTestRedis } from './database.js';

export interface TestUrls {
  readonly databaseUrl: string;
  readonly redisUrl: string;
}

let urls: Promise<TestUrls> | undefined;

/**
 * The PostgreSQL of this run, where organisations keep the tests apart as they keep customers, and a
 * Redis database for this test file alone, which it may empty.
 */
export function testUrls(): Promise<TestUrls> {
  return (urls ??= createTestRedis().then(({ url }) => ({
    databaseUrl: inject('databaseUrl'),
    redisUrl: url,
  })));
}
