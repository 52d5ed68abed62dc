import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { MAY_IMPORT, breaches } from './dependency-rules.js';

const root = process.cwd();

/** A copy of the walls with one file more. */
function planted(file: string, code: string): string {
  const copy = mkdtempSync(join(tmpdir(), 'bellwether-walls-'));
  onTestFinished(() => rmSync(copy, { recursive: true, force: true }));
  for (const part of Object.keys(MAY_IMPORT)) {
    cpSync(join(root, part, 'src'), join(copy, part, 'src'), { recursive: true });
  }
  mkdirSync(dirname(join(copy, file)), { recursive: true });
  writeFileSync(join(copy, file), code);
  return copy;
}

describe('the walls', () => {
  it('stand', () => expect(breaches(root)).toEqual([]));

  it('are drawn for every library and every page', () => {
    const folders = (parent: string) =>
      readdirSync(join(root, parent), { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map(({ name }) => `${parent}/${name}`);
    const free = ['apps/server'];
    expect(Object.keys(MAY_IMPORT).sort((a, b) => a.localeCompare(b))).toEqual(
      [...folders('apps'), ...folders('libs')]
        .filter((part) => !free.includes(part))
        .sort((a, b) => a.localeCompare(b)),
    );
  });

  it.each([
    ['libs/domain/src/clock.ts', "import { readFileSync } from 'node:fs';", 'node:fs'],
    [
      'libs/domain/src/clock.ts',
      "export * from '@bellwether/persistence';",
      '@bellwether/persistence',
    ],
    ['libs/domain/src/clock.ts', "const { Pool } = await import('pg');", 'pg'],
    [
      'libs/application/src/x.ts',
      "import type { A } from '@bellwether/contracts';",
      '@bellwether/contracts',
    ],
    [
      'libs/persistence/src/x.ts',
      "import { KeepBoards } from '@bellwether/application';",
      '@bellwether/application',
    ],
    ['libs/leaderboard/src/x.ts', "import pg from 'pg';", 'pg'],
    [
      'libs/queue/src/x.ts',
      "import { b } from '../../leaderboard/src/index.js';",
      '../../leaderboard/src/index.js',
    ],
    ['libs/ui/src/X.svelte', "<script>import { z } from 'zod';</script>", 'zod'],
    [
      'libs/ui/src/x.ts',
      "import { BOARD_ROWS } from '@bellwether/contracts';",
      '@bellwether/contracts',
    ],
    [
      'apps/tv/src/x.ts',
      "import { x } from '../../manager/src/main.js';",
      '../../manager/src/main.js',
    ],
  ])('are breached by %s with %s', (file, code, imports) => {
    expect(breaches(planted(file, code))).toEqual([{ file, imports }]);
  });
});
