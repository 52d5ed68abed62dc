import type { INestApplicationContext } from '@nestjs/common';
import { IoAdapter } from '@nestjs/platform-socket.io';
import { createAdapter } from '@socket.io/redis-adapter';
import type { RedisClient } from '@bellwether/leaderboard';
import type { Server, ServerOptions } from 'socket.io';

/** Socket.IO over websockets only, with the nodes joined through Redis. */
export class LiveAdapter extends IoAdapter {
  readonly #join: ReturnType<typeof createAdapter>;

  constructor(
    app: INestApplicationContext,
    publisher: RedisClient,
    subscriber: RedisClient,
    prefix: string,
  ) {
    super(app);
    this.#join = createAdapter(publisher, subscriber, { key: `${prefix}:socket.io` });
  }

  override createIOServer(port: number, options?: Partial<ServerOptions>): Server {
    const server = super.createIOServer(port, {
      ...options,
      transports: ['websocket'],
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
