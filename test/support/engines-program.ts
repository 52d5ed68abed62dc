import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { onTestFinished } from 'vitest';
import { until } from './engines-until.js';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Makes a program of ours a file that Node runs by itself, so that a test can start and kill it. */
export async function buildProgram(
  name: 'engines-owner' | 'engines-claimant' | 'server-process',
): Promise<{ readonly file: string; readonly remove: () => void }> {
  const outDir = join(root, 'test/.output', `${name}-${process.pid}`);
  await build({
    configFile: false,
    root,
    logLevel: 'silent',
    resolve: { tsconfigPaths: true },
    build: {
      ssr: true,
      outDir,
      target: 'node20',
      minify: false,
      rolldownOptions: {
        input: [`test/support/${name}.ts`, 'apps/server/src/scoring.ts'],
        output: { entryFileNames: '[name].js' },
      },
    },
  });
  return {
    file: join(outDir, `${name}.js`),
    remove: () => rmSync(outDir, { recursive: true, force: true }),
  };
}

export interface Program {
  readonly process: ChildProcess;
  /** What it has said so far: one object a line. */
  readonly said: Readonly<Record<string, unknown>>[];
  /** Its exit code, or the signal that killed it. */
  readonly ended: Promise<number | string | null>;
  /** Waits until it has said something with this key. */
  hears(key: string, withinMs?: number): Promise<Readonly<Record<string, unknown>>>;
}

/** Starts a built program; whatever the test does, it does not outlive it. */
export function runProgram(
  file: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
): Program {
  const child = spawn(process.execPath, ['--enable-source-maps', file, ...args], {
    env: { ...process.env, DATABASE_URL: undefined, REDIS_URL: undefined, ...env },
    stdio: ['pipe', 'pipe', 'inherit', 'ipc'],
    detached: true,
  });
  const said: Record<string, unknown>[] = [];
  createInterface({ input: child.stdout as Readable }).on('line', (line) =>
    said.push(JSON.parse(line) as Record<string, unknown>),
  );
  const ended = new Promise<number | string | null>((resolve) =>
    child.once('exit', (code, signal) => resolve(code ?? signal)),
  );
  onTestFinished(async () => {
    child.kill('SIGKILL');
    await ended;
  });
  return {
    process: child,
    said,
    ended,
    async hears(key, withinMs) {
      await until(`the program says ${key}`, () => said.some((line) => key in line), withinMs);
      return said.find((line) => key in line)!;
    },
  };
}
