import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { onTestFinished } from 'vitest';
import { TEST_SECRET } from './test-server.js';

const root = fileURLToPath(new URL('../..', import.meta.url));

export interface RunningCommand {
  readonly process: ChildProcess;
  /** Everything it wrote, and its exit code or the signal that killed it. */
  readonly ended: Promise<{ readonly code: number | string | null; readonly output: string }>;
}

/** The command line tool as a file that Node runs by itself, on the stores of a test. */
export class CommandLine {
  private constructor(
    private readonly folder: string,
    private readonly env: NodeJS.ProcessEnv,
  ) {}

  static async build(stores: {
    readonly databaseUrl: string;
    readonly redisUrl: string;
  }): Promise<CommandLine> {
    const folder = join(root, 'test/.output', `cli-${process.pid}`);
    await build({
      configFile: false,
      root,
      logLevel: 'silent',
      resolve: { tsconfigPaths: true },
      build: { ssr: 'apps/server/src/cli.ts', outDir: folder, target: 'node20', minify: false },
    });
    const { databaseUrl, redisUrl } = stores;
    return new CommandLine(folder, {
      DATABASE_URL: databaseUrl,
      REDIS_URL: redisUrl,
      BELLWETHER_SECRET_KEY: TEST_SECRET,
    });
  }

  /** Whatever the test does, the command does not outlive it. */
  run(...args: readonly string[]): RunningCommand {
    return this.runWith({}, ...args);
  }

  runWith(env: NodeJS.ProcessEnv, ...args: readonly string[]): RunningCommand {
    const child = spawn(process.execPath, [join(this.folder, 'cli.js'), ...args], {
      env: { ...process.env, ...this.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    const hear = (some: Buffer): void => void (output += some.toString());
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    const ended = new Promise<{ code: number | string | null; output: string }>((resolve) =>
      child.once('close', (code, signal) => resolve({ code: code ?? signal, output })),
    );
    onTestFinished(async () => {
      child.kill('SIGKILL');
      await ended;
    });
    return { process: child, ended };
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
