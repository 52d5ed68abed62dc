import { Inject, Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import type { Stores } from '../stores/open-stores.js';
import { STORES } from '../tokens.js';

const PATIENCE_MS = 2_000;

export type CheckState = 'ok' | 'unreachable';

/** Whether the stores answer. */
@Injectable()
export class Readiness {
  constructor(@Inject(STORES) private readonly stores: Stores) {}

  async check(): Promise<Readonly<Record<'database' | 'redis', CheckState>>> {
    const { database, redis } = this.stores;
    const [databaseState, redisState] = await Promise.all([
      stateOf(sql`select 1`.execute(database)),
      stateOf(redis.ping()),
    ]);
    return { database: databaseState, redis: redisState };
  }
}

async function stateOf(answer: Promise<unknown>): Promise<CheckState> {
  const patience = new Promise<'unreachable'>((resolve) => {
    setTimeout(() => resolve('unreachable'), PATIENCE_MS).unref();
  });
  const reached = answer.then(
    (): CheckState => 'ok',
    (): CheckState => 'unreachable',
  );
  return Promise.race([reached, patience]);
}
