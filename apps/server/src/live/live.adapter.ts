import type { INestApplicationContext } from '@nestjs/common';
import { IoAdapter } from '@nestjs/platform-socket.io';
import { createAdapter } from '@socket.io/redis-adapter';
import type { Server, ServerOptions } from 'socket.io';
import type { Draining } from '../health/draining.js';
import type { RedisClient } from '@bellwether/leaderboard';
import type { Stores } from '../stores/open-stores.js';

/** Socket.IO over websockets only, with the nodes joined through Redis. */
export class LiveAdapter extends IoAdapter {
  readonly #join: ReturnType<typeof createAdapter>;

  constructor(
    app: INestApplicationContext,
    { redis, subscriber, prefix }: Stores,
    private readonly draining: Draining,
  ) {
    super(app);
    this.#join = createAdapter(forgiving(redis), subscriber, { key: `${prefix}:socket.io` });
  }

  override createIOServer(port: number, options?: Partial<ServerOptions>): Server {
    const server = super.createIOServer(port, {
      ...options,
      transports: ['websocket'],
      // Who was sent away must not come back here.
      allowRequest: (_request, decide) => decide(null, !this.draining.isOn),
      // A frame is small; a message from a screen is smaller. What is larger is no screen.
      maxHttpBufferSize: 20_000,
      pingInterval: 10_000,
      pingTimeout: 8_000,
      perMessageDeflate: false,
      serveClient: false,
    } as ServerOptions) as Server;
    server.adapter(this.#join);
    return server;
  }
}

/**
 * The adapter does not wait for what it publishes, so a failure of Redis would end the process.
 * Screens of other nodes hear nothing meanwhile; they ask anew when they miss something.
 */
function forgiving(publisher: RedisClient): RedisClient {
  const publish: RedisClient['publish'] = (...message) =>
    publisher.publish(...message).catch(() => 0);
  return new Proxy(publisher, {
    get: (client, name) => {
      if (name === 'publish') return publish;
      const member: unknown = Reflect.get(client, name, client);
      return typeof member === 'function' ? (member.bind(client) as unknown) : member;
    },
  });
}
