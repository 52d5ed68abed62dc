import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { openRedis } from '@bellwether/leaderboard';
import { Queue, Worker, createNodeRedisClient } from 'bullmq';
import pg from 'pg';
import { BareFrames } from './bare-frames.js';
import { GroupCommit, REFERENCE_TABLES } from './group-commit.js';
import type { ScoreJob } from './score-deliveries.js';
import { ScoreDeliveries } from './score-deliveries.js';
import { takeWebhooks } from './take-webhooks.js';

interface Settings {
  readonly databaseUrl: string;
  readonly redisUrl: string;
  readonly secret: string;
}

interface Writing {
  readonly frames: number;
  readonly perSecond: number;
  /** Of each frame. */
  readonly bytes: number;
}

const bareFrames = new BareFrames();

/**
 * The same path without a product around it, as fast as bare Node goes: proof of the signature,
 * inbox in a group commit, BullMQ, ledger, one Lua call for all boards. No framework, no
 * revisions, no corrections, no organisations, no parking.
 */
export const referenceDuties = {
  /** Answers where it listens. */
  async start({ databaseUrl, redisUrl, secret }: Settings): Promise<{ port: number; pid: number }> {
    const [writing, scoring] = [new pg.Client(databaseUrl), new pg.Client(databaseUrl)];
    await Promise.all([writing.connect(), scoring.connect()]);
    await writing.query(REFERENCE_TABLES);
    const [redis, waiting] = [openRedis({ url: redisUrl }), openRedis({ url: redisUrl })];
    await Promise.all([redis.connect(), waiting.connect()]);
    const queue = new Queue<ScoreJob>('reference', {
      connection: createNodeRedisClient(redis),
      defaultJobOptions: { removeOnComplete: true },
    });
    const score = new ScoreDeliveries(scoring, redis);
    new Worker<ScoreJob>('reference', ({ data }) => score.execute(data), {
      connection: createNodeRedisClient(waiting),
    });
    const inbox = new GroupCommit(writing, (first, last) => {
      queue.add('score', { first, last }).catch((error: unknown) => {
        throw error;
      });
    });
    const server = takeWebhooks(secret, inbox);
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return { port: (server.address() as AddressInfo).port, pid: process.pid };
  },

  /** Waits for sockets to write to; answers where. */
  async awaitSockets(): Promise<number> {
    return bareFrames.listen();
  },

  /** Writes to all of them. */
  async writeFrames({ frames, perSecond, bytes }: Writing): Promise<void> {
    return bareFrames.send(frames, perSecond, bytes);
  },
};

export type ReferenceDuties = typeof referenceDuties;
