import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { createClient } from 'redis';
import type { Place } from './stage.js';

/** When the oldest delivery of ours that is not scored yet had arrived. */
export const OUR_OLDEST = `
  select extract(epoch from received_at) * 1000 as "waitingSince" from inbox
  where id = (select inbox_id from inbox_queue where organisation_id = 1 order by inbox_id limit 1)`;

const PATIENCE_MS = 120_000;

/** Waits until nothing is left to be scored; answers when that was seen, in ms since 1970. */
export async function allScored(databaseUrl: string, oldestSql: string): Promise<number> {
  const client = new pg.Client(databaseUrl);
  await client.connect();
  try {
    return await until(async () => (await client.query(oldestSql)).rowCount === 0);
  } finally {
    await client.end();
  }
}

/** Waits until the boards hold everything that the ledger holds. */
export async function allOnBoards({ databaseUrl, redisUrl }: Place): Promise<number> {
  const client = new pg.Client(databaseUrl);
  const redis = createClient({ url: redisUrl });
  await Promise.all([client.connect(), redis.connect()]);
  try {
    return await until(async () => {
      const { rows } = await client.query<{ seq: string }>('select seq from ledger_head');
      return rows[0]?.seq === (await redis.hGet('bellwether:{1}:3:head', 'checkpoint'));
    });
  } finally {
    await client.end();
    redis.destroy();
  }
}

async function until(isSo: () => Promise<boolean>): Promise<number> {
  const giveUpAt = performance.now() + PATIENCE_MS;
  for (;;) {
    if (await isSo()) return Date.now();
    if (performance.now() > giveUpAt) throw new Error('Two minutes were not enough');
    await pause(20);
  }
}
