import type { RedisClient } from '@bellwether/leaderboard';
import { openRedis } from '@bellwether/leaderboard';
import type { Database } from '@bellwether/persistence';
import { migrate, openDatabase } from '@bellwether/persistence';
import { testUrls } from './urls.js';

export interface TestStores {
  readonly database: Database;
  readonly redis: RedisClient;
  close(): Promise<void>;
}

export async function openTestStores(): Promise<TestStores> {
  const { databaseUrl, redisUrl } = await testUrls();
  const database = openDatabase({ url: databaseUrl });
  await migrate(database);
  const redis = openRedis({ url: redisUrl });
  await redis.connect();
  return {
    database,
    redis,
    close: async () => {
      await database.destroy();
      redis.destroy();
    },
  };
}
