import { expect } from 'vitest';
import type { Program } from './engines-program.js';
import { runProgram } from './engines-program.js';

/** One of several server processes, which is stopped and started again while the others go on. */
export class ServerNode {
  #program!: Program;
  url = '';

  private constructor(
    private readonly file: string,
    private readonly env: NodeJS.ProcessEnv,
  ) {}

  static async start(file: string, env: NodeJS.ProcessEnv): Promise<ServerNode> {
    const node = new ServerNode(file, { LOG_LEVEL: 'warn', ...env });
    await node.#start();
    return node;
  }

  get pid(): number {
    return this.#program.process.pid ?? 0;
  }

  /** The status of `/health/ready`; undefined when nobody answers. */
  async readiness(): Promise<number | undefined> {
    try {
      return (await fetch(`${this.url}/health/ready`)).status;
    } catch {
      return undefined;
    }
  }

  /** Asked to stop, it stops by itself. It comes back on another port. */
  async restart(): Promise<void> {
    this.#program.process.kill('SIGTERM');
    await expect.poll(() => this.readiness(), { timeout: 20_000, interval: 20 }).not.toBe(200);
    expect(await this.#program.ended).toBe(0);
    await this.#start();
  }

  async kill(): Promise<void> {
    this.#program.process.kill('SIGKILL');
    await this.#program.ended;
  }

  async #start(): Promise<void> {
    this.#program = runProgram(this.file, [], { ...this.env, PORT: '0' });
    const { url } = await this.#program.hears('url', 60_000);
    this.url = String(url);
    await expect.poll(() => this.readiness(), { timeout: 20_000, interval: 20 }).toBe(200);
  }
}
