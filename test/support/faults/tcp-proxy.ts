import { once } from 'node:events';
import type { AddressInfo, Server, Socket } from 'node:net';
import { connect, createServer } from 'node:net';

/**
 * A wire that can be cut: connections through it stay open and carry nothing, as when a cable is
 * pulled. Nobody is told. Mended, it carries what waited.
 */
export class TcpProxy {
  readonly #pairs = new Set<readonly [Socket, Socket]>();
  #isCut = false;

  private constructor(
    private readonly server: Server,
    private targetPort: number,
  ) {}

  static async to(targetPort: number): Promise<TcpProxy> {
    const server = createServer();
    const proxy = new TcpProxy(server, targetPort);
    server.on('connection', (socket) => proxy.#join(socket));
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return proxy;
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  /** Of a server that stands behind it. */
  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** Whoever connects from now on gets to this one. */
  leadTo(url: string): void {
    this.targetPort = portOf(url);
  }

  /** The same address, by this wire. A socket in the file system is no wire. */
  through(url: string): string {
    const through = new URL(url);
    through.searchParams.delete('host');
    through.port = String(this.port);
    return through.href;
  }

  cut(): void {
    this.#isCut = true;
    for (const ends of this.#pairs) for (const end of ends) end.pause();
  }

  mend(): void {
    this.#isCut = false;
    for (const ends of this.#pairs) for (const end of ends) end.resume();
  }

  close(): void {
    this.server.close();
    for (const ends of this.#pairs) for (const end of ends) end.destroy();
  }

  #join(near: Socket): void {
    const far = connect(this.targetPort, '127.0.0.1');
    const pair = [near, far] as const;
    this.#pairs.add(pair);
    this.#carry(near, far, pair);
    this.#carry(far, near, pair);
    if (this.#isCut) for (const end of pair) end.pause();
  }

  #carry(from: Socket, to: Socket, pair: readonly [Socket, Socket]): void {
    from.setNoDelay(true);
    from.on('data', (data) => void to.write(data));
    from.on('error', () => undefined);
    from.on('close', () => {
      this.#pairs.delete(pair);
      to.destroy();
    });
  }
}

/** The port in an address of a store. */
export function portOf(url: string): number {
  return Number(new URL(url).port);
}
