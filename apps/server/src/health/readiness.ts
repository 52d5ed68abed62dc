import { Inject, Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import type { Config } from '../config/load-config.js';
import type { Stores } from '../stores/open-stores.js';
import { CONFIG, STORES } from '../tokens.js';
import { Draining } from './draining.js';
import { ScoringProgress } from './scoring-progress.js';

const PATIENCE_MS = 2_000;

export interface Checks {
  readonly database: 'ok' | 'unreachable';
  readonly redis: 'ok' | 'unreachable';
  /** Only of a worker: what arrives must not be turned away because nobody scores it yet. */
  readonly scoring?: 'ok' | 'stalled';
  readonly process?: 'stopping';
}

/** Whether the stores answer, the queue moves and the process goes on. */
@Injectable()
export class Readiness {
  constructor(
    @Inject(STORES) private readonly stores: Stores,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(ScoringProgress) private readonly progress: ScoringProgress,
    @Inject(Draining) private readonly draining: Draining,
  ) {}

  async check(): Promise<Checks> {
    const { database, redis } = this.stores;
    const [databaseState, redisState] = await Promise.all([
      stateOf(sql`select 1`.execute(database.across('readiness'))),
      stateOf(redis.ping()),
    ]);
    return {
      database: databaseState,
      redis: redisState,
      ...(this.config.roles.includes('worker') && { scoring: this.progress.state }),
      ...(this.draining.isOn && { process: 'stopping' }),
    };
  }
}

async function stateOf(answer: Promise<unknown>): Promise<'ok' | 'unreachable'> {
  const patience = new Promise<'unreachable'>((resolve) => {
    setTimeout(() => resolve('unreachable'), PATIENCE_MS).unref();
  });
  const reached = answer.then(
    (): 'ok' => 'ok',
    (): 'unreachable' => 'unreachable',
  );
  return Promise.race([reached, patience]);
}
