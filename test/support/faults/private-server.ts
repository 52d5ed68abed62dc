import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { inject, onTestFinished } from 'vitest';
import { readRunning } from '../../../apps/server/src/engines/running-record.js';
import { processesOf } from '../engines-processes.js';
import { until } from '../engines-until.js';
import { FaultFloor } from './floor.js';
import type { StoreUrls } from './proof.js';
import { ServerProcess } from './server-process.js';
import { TcpProxy, portOf } from './tcp-proxy.js';

/** A server with its own PostgreSQL and Redis, as `npm start` runs it, and the floor it serves. */
export class PrivateServer {
  private constructor(
    readonly dataDir: string,
    private readonly door: TcpProxy,
    public process: ServerProcess,
    readonly stores: StoreUrls,
    readonly floor: FaultFloor,
  ) {}

  /** With its data folder in `parent`. */
  static async start(parent = newFolder()): Promise<PrivateServer> {
    const dataDir = join(parent, 'data');
    const process = await ServerProcess.start({ dataDir });
    const door = await TcpProxy.to(portOf(process.url));
    onTestFinished(async () => {
      door.close();
      await process.kill();
    });
    const stores = readRunning(dataDir);
    if (!stores) throw new Error('The server has not said where its stores are');
    const floor = await FaultFloor.open(door.url, stores);
    return new PrivateServer(dataDir, door, process, stores, floor);
  }

  /** On the same data, after it ended. Its stores are at new addresses then. */
  async startAgain(): Promise<void> {
    this.process = await ServerProcess.start({ dataDir: this.dataDir });
    this.door.leadTo(this.process.url);
    const stores = readRunning(this.dataDir);
    if (!stores) throw new Error('The server has not said where its stores are');
    await this.floor.lookInto(stores);
  }

  /** Whether it says of itself that it can work. */
  async isReady(): Promise<boolean> {
    const reply = await fetch(`${this.process.url}/health/ready`).catch(() => undefined);
    return reply?.status === 200;
  }

  /** Resolves when the server tells that it has restarted this store. */
  async heals(store: 'PostgreSQL' | 'Redis'): Promise<void> {
    await this.process.says(({ msg }) => msg === `${store} is back`, `that ${store} is back`);
  }

  /** Stops it as a deploy does. Answers its exit code, once none of its processes is left. */
  async stop(): Promise<number | string | null> {
    await this.floor.close();
    this.process.signal('SIGTERM');
    const code = await this.process.ended;
    await until('no process is left', () => processesOf(this.dataDir).length === 0, 10_000);
    rmSync(this.dataDir, { recursive: true, force: true });
    return code;
  }
}

function newFolder(): string {
  return mkdtempSync(join(inject('scratchFolder'), 'f-'));
}
