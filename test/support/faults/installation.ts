import { migrate, openDatabase } from '@bellwether/persistence';
import { inject, onTestFinished } from 'vitest';
import { createTestDatabase, createTestRedis } from '../database.js';
import { FaultFloor } from './floor.js';
import type { StoreUrls } from './proof.js';
import type { ServerSettings } from './server-process.js';
import { ServerProcess } from './server-process.js';
import { TcpProxy, portOf } from './tcp-proxy.js';

/** Empty stores of a test's own, on the engines of this run. */
export async function newStores(): Promise<StoreUrls & { readonly drop: () => Promise<void> }> {
  const { url: databaseUrl, drop } = await createTestDatabase(prepare, 'faults');
  const { url: redisUrl } = await createTestRedis();
  return { databaseUrl, redisUrl, drop };
}

/** An installation of several processes, reached through one address as behind a load balancer. */
export class Installation {
  readonly servers: ServerProcess[] = [];

  private constructor(
    readonly stores: StoreUrls,
    private readonly door: TcpProxy,
  ) {}

  static async open(): Promise<Installation> {
    const { drop, ...stores } = await newStores();
    const door = await TcpProxy.to(0);
    const installation = new Installation(stores, door);
    onTestFinished(async () => {
      await Promise.all(installation.servers.map((server) => server.kill()));
      door.close();
      await drop();
    });
    return installation;
  }

  /** One more process, on the stores unless told otherwise. */
  async add(settings: Partial<ServerSettings> = {}): Promise<ServerProcess> {
    const server = await ServerProcess.start({
      ...this.stores,
      ...settings,
    });
    this.servers.push(server);
    return server;
  }

  /** Whoever connects from now on gets to this one. */
  leadTo(server: ServerProcess): void {
    this.door.leadTo(server.url);
  }

  openFloor(): Promise<FaultFloor> {
    return FaultFloor.open(this.door.url, this.stores);
  }

  /** Wires to both stores, for a process that is to be cut off from them. */
  async wires(): Promise<{ readonly urls: StoreUrls; cut(): void; mend(): void }> {
    const { databaseUrl, redisUrl } = this.stores;
    const [postgres, redis] = await Promise.all([
      TcpProxy.to(portOf(inject('databaseUrl'))),
      TcpProxy.to(portOf(inject('redisUrl'))),
    ]);
    const both = [postgres, redis];
    onTestFinished(() => both.forEach((wire) => wire.close()));
    return {
      urls: { databaseUrl: postgres.through(databaseUrl), redisUrl: redis.through(redisUrl) },
      cut: () => both.forEach((wire) => wire.cut()),
      mend: () => both.forEach((wire) => wire.mend()),
    };
  }
}

async function prepare(url: string): Promise<void> {
  const database = openDatabase({ url });
  await migrate(database);
  await database.destroy();
}
