import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import ts from 'typescript';

/** What a part may import besides itself: packages, our own libraries, and what only as types. */
interface Allowance {
  readonly values: readonly string[];
  readonly types?: readonly string[];
}

const ADAPTER = ['@bellwether/domain', '@bellwether/contracts'];
/** Ports are interfaces: an adapter needs no code of the use cases. */
const PORTS = ['@bellwether/application'];
const PAGES: Allowance = {
  values: ['@bellwether/ui', 'svelte', '@lucide/svelte'],
  types: ['@bellwether/contracts', '@bellwether/domain'],
};

/** Nothing else: no other package, no module of Node, no other part. */
export const MAY_IMPORT: Readonly<Record<string, Allowance>> = {
  'libs/domain': { values: ['temporal-polyfill', '@marcbachmann/cel-js'] },
  'libs/contracts': { values: ['zod'] },
  'libs/application': { values: ['@bellwether/domain'] },
  'libs/persistence': {
    values: [
      ...ADAPTER,
      'kysely',
      'pg',
      'pg-copy-streams',
      'node:crypto',
      'node:stream',
      'node:timers',
    ],
    types: PORTS,
  },
  'libs/leaderboard': { values: [...ADAPTER, 'redis', 'node:crypto'], types: PORTS },
  'libs/queue': { values: [...ADAPTER, 'bullmq', 'node:timers'], types: PORTS },
  'libs/connectors': {
    values: [...ADAPTER, 'zod', 'node:crypto', 'csv-parse'],
    types: PORTS,
  },
  'libs/ui': {
    values: [
      'svelte',
      'socket.io-client',
      '@lucide/svelte',
      '@fontsource-variable/archivo',
      '@fontsource-variable/sofia-sans',
      '@fontsource/archivo',
    ],
    types: ['@bellwether/contracts', '@bellwether/domain'],
  },
  'apps/tv': PAGES,
  'apps/manager': { ...PAGES, values: [...PAGES.values, 'uqr', '@simplewebauthn/browser'] },
  'apps/scorecard': PAGES,
};

export interface Breach {
  readonly file: string;
  readonly imports: string;
}

/** Every import in the tree under `root` that its part may not make. */
export function breaches(root: string): Breach[] {
  return Object.entries(MAY_IMPORT).flatMap(([part, allowance]) =>
    sourceFiles(join(root, part, 'src')).flatMap((file) =>
      importsOf(file)
        .filter((found) => !isAllowed(found, file, join(root, part), allowance))
        .map(({ name }) => ({ file: relative(root, file).split(sep).join('/'), imports: name })),
    ),
  );
}

interface Import {
  readonly name: string;
  readonly isType: boolean;
}

function isAllowed(
  { name, isType }: Import,
  file: string,
  part: string,
  { values, types = [] }: Allowance,
): boolean {
  if (name.startsWith('.')) return !relative(part, join(dirname(file), name)).startsWith('..');
  const allowed = isType ? [...values, ...types] : values;
  return allowed.some((ok) => name === ok || name.startsWith(`${ok}/`));
}

/** All imports and re-exports of a file, of the scripts of a component, and of dynamic `import()`. */
function importsOf(file: string): Import[] {
  const text = readFileSync(file, 'utf8');
  const code = file.endsWith('.svelte') ? scriptsOf(text) : text;
  const source = ts.createSourceFile(file, code, ts.ScriptTarget.Latest, false, ts.ScriptKind.TS);
  const found: Import[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) && ts.isStringLiteral(node.moduleSpecifier)) {
      found.push({ name: node.moduleSpecifier.text, isType: isTypeOnly(node.importClause) });
    } else if (ts.isExportDeclaration(node) && node.moduleSpecifier) {
      const name = (node.moduleSpecifier as ts.StringLiteral).text;
      found.push({ name, isType: node.isTypeOnly });
    } else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      const [argument] = node.arguments;
      const name = argument && ts.isStringLiteral(argument) ? argument.text : '(computed)';
      found.push({ name, isType: false });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function isTypeOnly(clause: ts.ImportClause | undefined): boolean {
  if (!clause) return false;
  if (clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
  const bindings = clause.namedBindings;
  return (
    clause.name === undefined &&
    bindings !== undefined &&
    ts.isNamedImports(bindings) &&
    bindings.elements.length > 0 &&
    bindings.elements.every((element) => element.isTypeOnly)
  );
}

function scriptsOf(component: string): string {
  return [...component.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g)]
    .map(([, script]) => script)
    .join('\n');
}

function sourceFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(ts|svelte)$/.test(name) && !/\.(spec|d|fixture)\.ts$/.test(name))
    .map((name) => join(folder, name));
}
