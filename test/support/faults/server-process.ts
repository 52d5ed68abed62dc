import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import type { FailPoint } from '../../../apps/server/src/fail-points/fail-points.js';
import { until } from '../engines-until.js';
import { bootFile, serverFile } from './build-server.js';
import type { Failure } from './fail-where-told.js';

type Line = Readonly<Record<string, unknown>>;

export interface ServerSettings {
  readonly databaseUrl?: string;
  readonly redisUrl?: string;
  /** Of the private engines, where a URL is missing. */
  readonly dataDir?: string;
  readonly roles?: string;
  /** Before the server's own file, for instance to change its clock. */
  readonly nodeArguments?: readonly string[];
}

/** A server in a process of its own. It ends with the process of the test, whatever ends that. */
export class ServerProcess {
  readonly lines: Line[] = [];
  /** Its exit code, or the signal that killed it. */
  readonly ended: Promise<number | string | null>;
  /** Of a port that was free; another at each start. */
  url = '';
  #isGone = false;

  private constructor(readonly child: ChildProcess) {
    // One that is stopped does not hear that its channel has ended.
    const killToo = (): void => void child.kill('SIGKILL');
    process.once('exit', killToo);
    this.ended = new Promise((resolve) =>
      child.once('close', (code, signal) => {
        process.off('exit', killToo);
        this.#isGone = true;
        resolve(code ?? signal);
      }),
    );
    createInterface({ input: child.stdout as Readable }).on('line', (line) => {
      if (line.startsWith('{')) this.lines.push(JSON.parse(line) as Line);
    });
  }

  /** Resolves when it listens. */
  static async start(settings: ServerSettings = {}): Promise<ServerProcess> {
    const { databaseUrl, redisUrl, dataDir = '/nowhere', roles = 'web,worker' } = settings;
    const child = spawn(
      process.execPath,
      [...(settings.nodeArguments ?? []), bootFile, serverFile],
      {
        env: {
          PATH: process.env['PATH'],
          HOME: process.env['HOME'],
          PORT: '0',
          BELLWETHER_DATA_DIR: dataDir,
          BELLWETHER_ROLES: roles,
          DATABASE_URL: databaseUrl,
          REDIS_URL: redisUrl,
        },
        stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
        // Not the process group of the terminal: Ctrl-C reaches it by the end of the channel, once.
        detached: true,
      },
    );
    const server = new ServerProcess(child);
    const { listening } = await server.says((line) => 'listening' in line, 'where it listens');
    server.url = String(listening);
    return server;
  }

  get pid(): number {
    return this.child.pid ?? 0;
  }

  get isGone(): boolean {
    return this.#isGone;
  }

  /** Waits until it has said such a line; fails with its last words when it ends before. */
  async says(isIt: (line: Line) => boolean, what: string, withinMs = 60_000): Promise<Line> {
    const until = performance.now() + withinMs;
    for (;;) {
      const line = this.lines.find(isIt);
      if (line) return line;
      if (this.#isGone || performance.now() > until) {
        const last = this.lines.slice(-5).map((words) => JSON.stringify(words));
        throw new Error(`The server has not said ${what}. Its last words:\n${last.join('\n')}`);
      }
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  }

  /** Resolves when the server knows of it. */
  failAt(failure: Failure): Promise<void> {
    return this.tell({ failure });
  }

  /** Resolves when the process has answered. */
  async tell(message: { failure: Failure } | { clockMs: number }): Promise<void> {
    const known = once(this.child, 'message');
    this.child.send(message);
    await known;
  }

  /**
   * Waits until it stands still where it was told to. It says so a moment before: whoever told it to
   * go on in that moment would be heard too early, and it would stand still for good.
   */
  async standsStill(point: FailPoint): Promise<void> {
    await this.says(({ failing }) => failing === point, `that it stands still at ${point}`);
    const state = `/proc/${this.pid}/stat`;
    if (!existsSync(state)) return;
    await until('the process stands still', () => /\) T /.test(readFileSync(state, 'utf8')));
  }

  signal(name: NodeJS.Signals): void {
    if (!this.#isGone) this.child.kill(name);
  }

  async kill(): Promise<void> {
    this.signal('SIGKILL');
    await this.ended;
  }
}
