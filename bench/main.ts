import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { openLog } from '../apps/server/src/logging/open-log.js';
import type { Lifetime } from '../apps/server/src/start/run-until-stopped.js';
import { runUntilStopped } from '../apps/server/src/start/run-until-stopped.js';
import type { Figure, Line } from './figure.js';
import { ratioOf, verdictOf } from './figure.js';
import { FIGURES } from './figures.js';
import type { BenchOptions } from './options.js';
import { readOptions } from './options.js';
import { runProcess } from './processes/run-process.js';
import { Stage } from './stage/stage.js';
import { tableOf } from './table.js';

const log = openLog('error');
const say = (text: string): void => void process.stdout.write(`${text}\n`);
const tell = (text: string): void => void process.stderr.write(`${text}\n`);

async function bench(lifetime: Lifetime): Promise<void> {
  const names = FIGURES.map(({ name }) => name);
  const options = readOptions(process.argv.slice(2), names);
  const folder = mkdtempSync(join(tmpdir(), 'bellwether-bench-'));
  lifetime.onStop('the data', () => rmSync(folder, { recursive: true, force: true }));
  const stage = await Stage.open({
    folder,
    log,
    profile: options.profile,
    history: options.history,
    onLost: lifetime.fail,
  });
  lifetime.onStop('the stage', (hurry) => stage.close(hurry));
  const chosen = FIGURES.filter(({ name }) => options.only === undefined || name === options.only);
  const lines: Line[] = [];
  const failures: string[] = [];
  const stopping = new Promise<void>((resolve) => {
    lifetime.stopping.addEventListener('abort', () => resolve(), { once: true });
  });
  for (const figure of chosen) {
    // Who stops us does not wait for the figure at hand: it fails when its processes are gone.
    await Promise.race([measure(figure, stage, lines, failures), stopping]);
    if (lifetime.stopping.aborted) return;
    // What was measured stays, whatever happens to the next figure.
    keep(lines, options);
  }
  report(lines);
  for (const failure of failures) tell(failure);
  if (failures.length > 0) lifetime.fail(new Error('Not every figure could be measured'));
  else lifetime.finish();
}

async function measure(
  figure: Figure,
  stage: Stage,
  lines: Line[],
  failures: string[],
): Promise<void> {
  const started = performance.now();
  tell(`measures ${figure.name} …`);
  try {
    lines.push(...(await figure.measure(stage)));
  } catch (error) {
    const reason = error instanceof Error ? (error.stack ?? error.message) : String(error);
    failures.push(`${figure.name} failed: ${reason}`);
  } finally {
    await stage.clear();
  }
  tell(`measured ${figure.name} in ${((performance.now() - started) / 1_000).toFixed(0)} s`);
}

function machine() {
  const [cpu] = cpus();
  return {
    cores: cpus().length,
    cpu: cpu?.model.trim() ?? 'unknown',
    memoryGb: Math.round(totalmem() / 2 ** 30),
    node: process.versions.node,
  };
}

function keep(lines: readonly Line[], { json }: BenchOptions): void {
  if (json === undefined) return;
  const told = lines.map((line) => ({ ...line, ratio: ratioOf(line), verdict: verdictOf(line) }));
  const content = { at: new Date().toISOString(), machine: machine(), lines: told };
  writeFileSync(json, `${JSON.stringify(content, null, 2)}\n`);
}

function report(lines: readonly Line[]): void {
  const { cores, cpu, node } = machine();
  const day = new Date().toISOString().slice(0, 10);
  say(`\n${day}, ${cores} cores (${cpu}), Node ${node}\n`);
  say(tableOf(lines));
}

const [flag, name = ''] = process.argv.slice(2);
if (flag === '--process') await runProcess(name);
else await runUntilStopped(log, bench);
