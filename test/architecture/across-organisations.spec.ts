import { readFileSync, readdirSync } from 'node:fs';
import { ACROSS_ORGANISATIONS } from '@bellwether/persistence';
import { describe, expect, it } from 'vitest';

/** All that sees the rows of more than one organisation. Longer only after some thought. */
const WHO: Readonly<Record<keyof typeof ACROSS_ORGANISATIONS, readonly string[]>> = {
  keys: ['postgres-access-keys', 'postgres-sources'],
  accounts: ['postgres-invitations', 'postgres-members'],
  intake: ['postgres-inbox'],
  'waiting work': [
    'postgres-directories',
    'postgres-import-files',
    'postgres-inbox',
    'postgres-rescorings',
  ],
  backlog: ['postgres-backlog'],
  retention: ['postgres-bodies'],
  founding: ['postgres-organisations', 'postgres-setup'],
  pairing: ['postgres-pairings'],
  'secrets at rest': ['reseal-sources'],
  photos: ['postgres-profiles'],
  readiness: ['is-kept-apart', 'readiness'],
};

describe('work across organisations', () => {
  const files = ['apps/server/src', 'libs'].flatMap(sourceFiles);

  it('is what the list says, and nothing else', () => {
    const found = files.flatMap(({ name, text }) =>
      [...text.matchAll(/\.across\('([^']+)'\)/g)].map(([, work = '']) => `${work}: ${name}`),
    );
    const listed = Object.entries(WHO).flatMap(([work, names]) =>
      names.map((name) => `${work}: ${name}`),
    );
    expect([...new Set(found)].sort(inOrder)).toEqual(listed.sort(inOrder));
    expect(Object.keys(WHO)).toEqual(Object.keys(ACROSS_ORGANISATIONS));
  });

  it('names itself where it is done', () => {
    const unnamed = files.filter(({ text }) => /\.across\((?!'|_work)/.test(text));
    expect(unnamed.map(({ name }) => name)).toEqual([]);
  });

  it('is done as the owner of the tables by migrations and backups only', () => {
    const owners = files.filter(({ text }) => /\.maintain\(|'maintenance'\)/.test(text));
    expect(owners.map(({ name }) => name).sort(inOrder)).toEqual([
      'migrate',
      'open-database',
      'restore-backup',
      'write-backup',
    ]);
  });
});

function sourceFiles(folder: string): { readonly name: string; readonly text: string }[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts') && !path.endsWith('.spec.ts'))
    .map((path) => ({
      name: path.replace(/^.*\//, '').replace(/\.ts$/, ''),
      text: readFileSync(`${folder}/${path}`, 'utf8'),
    }));
}

function inOrder(a: string, b: string): number {
  return a < b ? -1 : 1;
}
