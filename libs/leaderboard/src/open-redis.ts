import { createClient } from 'redis';

export type RedisClient = ReturnType<typeof openRedis>;

export interface RedisOptions {
  readonly url: string;
  /** Commands fail at once while the connection is down, instead of waiting for it. */
  readonly failFast?: boolean;
  readonly onError?: (error: Error) => void;
}

/** A client that reconnects for ever, soon at first and then every two seconds. Call `connect()`. */
export function openRedis({ url, failFast = false, onError }: RedisOptions) {
  const client = createClient({
    url,
    RESP: 2,
    disableOfflineQueue: failFast,
    socket: {
      connectTimeout: 5_000,
      reconnectStrategy: (retries) => Math.min(50 * 2 ** Math.min(retries, 6), 2_000),
    },
  });
  client.on('error', (error: Error) => onError?.(error));
  return client;
}
