import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

interface NestProjects {
  readonly projects: Readonly<
    Record<string, { readonly root: string; readonly sourceRoot: string }>
  >;
}

const json = <T>(file: string) => JSON.parse(readFileSync(file, 'utf8')) as T;
const folders = (parent: string) =>
  readdirSync(parent, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => `${parent}/${name}`);

describe('the layout', () => {
  it('is what nest-cli.json says: the server and every library but the components', () => {
    const { projects } = json<NestProjects>('nest-cli.json');
    const roots = Object.values(projects).map(({ root }) => root);
    const parts = [...folders('libs').filter((part) => part !== 'libs/ui'), 'apps/server'];
    expect(new Set(roots)).toEqual(new Set(parts));
    for (const { sourceRoot } of Object.values(projects)) expect(existsSync(sourceRoot)).toBe(true);
  });

  it('gives every library a name to import it by', () => {
    const { compilerOptions } = json<{ compilerOptions: { paths: Record<string, unknown> } }>(
      'tsconfig.base.json',
    );
    const names = folders('libs').map((part) => part.replace('libs/', '@bellwether/'));
    expect(Object.keys(compilerOptions.paths)).toEqual(expect.arrayContaining(names));
  });

  it('has no drawer for odds and ends', () => {
    const names = ['apps', 'libs', 'test'].flatMap((top) =>
      readdirSync(top, { recursive: true, encoding: 'utf8' }),
    );
    const drawers = names.filter((name) =>
      /(^|\/)(common|shared|core|utils?|helpers?|misc)(\/|\.ts$|$)/.test(name),
    );
    expect(drawers).toEqual([]);
  });
});
