import type { RedisClient } from '@bellwether/leaderboard';
import { openRedis } from '@bellwether/leaderboard';
import type { Database } from '@bellwether/persistence';
import { migrate, openDatabase } from '@bellwether/persistence';

export interface TestStores {
  readonly database: Database;
  readonly redis: RedisClient;
  close(): Promise<void>;
}

export async function openTestStores(): Promise<TestStores> {
  const database = openDatabase({ url: process.env['DEV_DB'] ?? '' });
  await migrate(database);
  const redis = openRedis({ url: process.env['DEV_REDIS'] ?? '' });
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
