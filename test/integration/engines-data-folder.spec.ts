import { mkdirSync, readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import type { Claim } from '../../apps/server/src/engines/claim.js';
import { ownClaim, writeClaim } from '../../apps/server/src/engines/claim.js';
import { claimDataFolder } from '../../apps/server/src/engines/claim-data-folder.js';
import { newDataFolder } from '../support/engines-folder.js';
import type { Program } from '../support/engines-program.js';
import { buildProgram, runProgram } from '../support/engines-program.js';
import { until } from '../support/engines-until.js';

describe('a data folder', () => {
  it('has one owner, until it is released', async () => {
    const path = newDataFolder();
    const first = await claimDataFolder(path);
    await expect(claimDataFolder(path)).rejects.toThrow(`in use by process ${process.pid} since`);
    first.release();
    expect(await claimed(path)).toBe(path);
    expect(statSync(path).mode & 0o777).toBe(0o700);
  });

  it('is not taken from its owner by one that died later under the same number', async () => {
    const path = newDataFolder();
    leaveClaim(path, { pid: process.pid, startTicks: '1' });
    expect(await claimed(path)).toBe(path);
  });

  it('passes on after the machine was restarted', async () => {
    const path = newDataFolder();
    leaveClaim(path, { boot: 'an earlier one' });
    expect(await claimed(path)).toBe(path);
  });

  it('passes on after a power cut left the claim empty', async () => {
    const path = newDataFolder();
    writeFileSync(leaveClaim(path, {}), '');
    expect(await claimed(path)).toBe(path);
  });

  it('stays with an owner in another container for as long as its heart beats', async () => {
    const path = newDataFolder();
    const elsewhere = { pidNamespace: 'pid:[1]', host: 'the-other-container', pid: 7 };
    const claim = leaveClaim(path, elsewhere);
    const beating = setInterval(() => utimesSync(claim, new Date(), new Date()), 1_000);
    onTestFinished(() => clearInterval(beating));
    await expect(claimDataFolder(path)).rejects.toThrow(
      'in use by process 7 on the-other-container since',
    );
    clearInterval(beating);
    expect(await claimed(path)).toBe(path);
  });

  it('is not made of a folder with files of somebody else', async () => {
    const path = newDataFolder();
    mkdirSync(path);
    writeFileSync(join(path, 'thesis.txt'), '');
    await expect(claimDataFolder(path)).rejects.toThrow(
      `The folder ${path} holds other files. Set BELLWETHER_DATA_DIR to an empty or a new folder.`,
    );
    expect(readdirSync(path)).toEqual(['thesis.txt']);
  });

  it('may hold the data folder of the demo', async () => {
    const path = newDataFolder();
    await claimed(join(path, 'demo'));
    expect(await claimed(path)).toBe(path);
  });

  it('cannot be a file, and says so', async () => {
    const path = newDataFolder();
    writeFileSync(path, '');
    await expect(claimDataFolder(path)).rejects.toThrow(
      /^The data folder .* cannot be used by .*, or set BELLWETHER_DATA_DIR to another folder\.$/,
    );
  });
});

describe('many starts at once', () => {
  let file: string;
  beforeAll(async () => {
    const built = await buildProgram('engines-claimant');
    file = built.file;
    return built.remove;
  });

  it.each([
    ['on a new folder', () => undefined],
    ['after an owner was killed', (path: string) => void leaveClaim(path, { pid: 2 ** 22 + 1 })],
  ])('give the folder to exactly one: %s', async (_, prepare) => {
    const path = newDataFolder();
    prepare(path);
    const claimants = Array.from({ length: 8 }, () => runProgram(file, [path]));
    await until('all have their answer', () => claimants.every(({ said }) => said.length > 0));

    const [owner, ...others] = claimants.filter(({ said }) => 'claimed' in said[0]!);
    expect(others).toEqual([]);
    const refusals = claimants.filter((claimant) => claimant !== owner).map(refusalOf);
    expect(refusals).toEqual(refusals.map(() => expect.stringContaining(inUseBy(owner!))));
  });
});

function inUseBy(owner: Program): string {
  return `in use by process ${owner.process.pid} since`;
}

function refusalOf({ said }: Program): unknown {
  return said[0]?.['refused'];
}

/** Leaves a claim as a running process of this machine would, apart from what is said otherwise. */
function leaveClaim(path: string, changed: Partial<Claim>): string {
  mkdirSync(join(path, 'claims'), { recursive: true });
  const file = join(path, 'claims/1');
  writeClaim(file, { ...ownClaim(), ...changed });
  return file;
}

async function claimed(path: string): Promise<string> {
  const folder = await claimDataFolder(path);
  onTestFinished(() => folder.release());
  return folder.path;
}
