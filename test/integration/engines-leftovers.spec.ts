import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, inject, it, onTestFinished } from 'vitest';
import { killLeftovers } from '../../apps/server/src/engines/end-leftovers.js';

/** A process that works in a folder under some name, and that nothing but a kill ends. */
async function start(program: string, place: string) {
  const file = join(place, program);
  copyFileSync('/bin/sleep', file);
  const child = spawn(file, ['600'], { cwd: place, stdio: 'ignore' });
  onTestFinished(() => void child.kill('SIGKILL'));
  await once(child, 'spawn');
  return child;
}

it.runIf(process.platform === 'linux')(
  'a stop kills what outlived the main process of an engine, and nothing else',
  async () => {
    const folder = mkdtempSync(join(inject('scratchFolder'), 'l-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const elsewhere = join(folder, 'elsewhere');
    mkdirSync(elsewhere);
    const [helper, editor] = [await start('postgres', folder), await start('editor', folder)];
    const stranger = await start('postgres', elsewhere);
    const ended = once(helper, 'exit');

    await killLeftovers({ name: 'PostgreSQL', programs: ['postgres'], folder });

    expect(await ended).toEqual([null, 'SIGKILL']);
    expect([editor, stranger].map(({ exitCode, signalCode }) => exitCode ?? signalCode)).toEqual([
      null,
      null,
    ]);
  },
);
