import { KeptConnection } from './kept-connection.js';

const MOST = 100;

/** As many connections as are needed at a time, and no more than a sender would open. */
export class Lanes {
  readonly #idle: KeptConnection[] = [];
  readonly #queue: ((connection: KeptConnection) => void)[] = [];
  #open = 0;

  constructor(private readonly port: number) {}

  async send(request: Buffer): Promise<number> {
    const connection = await this.#take();
    const status = await connection.send(request);
    const next = this.#queue.shift();
    if (next) next(connection);
    else this.#idle.push(connection);
    return status;
  }

  /** To be called when everything is answered. */
  close(): void {
    for (const connection of this.#idle) connection.close();
  }

  #take(): Promise<KeptConnection> {
    const idle = this.#idle.pop();
    if (idle) return Promise.resolve(idle);
    if (this.#open >= MOST) return new Promise((resolve) => this.#queue.push(resolve));
    this.#open += 1;
    return KeptConnection.open(this.port);
  }
}
