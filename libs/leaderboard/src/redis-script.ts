import { createHash } from 'node:crypto';
import type { RedisClient } from './open-redis.js';

/** A Lua script that is sent once and called by its hash. */
export class RedisScript<Reply> {
  readonly #hash: string;

  constructor(private readonly text: string) {
    this.#hash = createHash('sha1').update(text).digest('hex');
  }

  async run(client: RedisClient, keys: string[], args: string[]): Promise<Reply> {
    const call = { keys, arguments: args };
    try {
      return (await client.evalSha(this.#hash, call)) as Reply;
    } catch (error) {
      if (!(error instanceof Error) || !error.message.startsWith('NOSCRIPT')) throw error;
      return (await client.eval(this.text, call)) as Reply;
    }
  }
}
