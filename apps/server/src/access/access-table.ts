import type { Role } from './grants.js';
import type { Permission } from './permissions.js';
import { ROLES, TOPICS, mayDo } from './permissions.js';
import type { Route } from './routes.js';

/** One line of the table: what is asked for, what it needs, and who may. */
export interface AccessLine {
  readonly what: string;
  readonly needs: string;
  readonly roles: readonly Role[];
}

/** Every route and every topic, each with who may: what is tested is what is printed. */
export function accessLines(routes: readonly Route[]): readonly AccessLine[] {
  const topics = Object.entries(TOPICS).map(([kind, needs]) => lineOf(`watch ${kind}:…`, needs));
  return [
    ...routes.map(({ method, path, needs }) => lineOf(`${method} ${path}`, needs)),
    ...topics,
  ];
}

function lineOf(what: string, needs: Permission | 'nothing' | undefined): AccessLine {
  if (needs === undefined) return { what, needs: 'declares nothing', roles: [] };
  if (needs === 'nothing') return { what, needs: 'open: proves by itself', roles: ROLES };
  return { what, needs, roles: ROLES.filter((role) => mayDo(role, needs)) };
}

/** The table as text, for people. */
export function accessTable(lines: readonly AccessLine[]): string {
  const head = ['', 'needs', ...ROLES];
  const rows = lines.map(({ what, needs, roles }) => [
    what,
    needs,
    ...ROLES.map((role) => (roles.includes(role) ? 'yes' : '-')),
  ]);
  const widths = head.map((_, column) =>
    Math.max(...[head, ...rows].map((row) => row[column]?.length ?? 0)),
  );
  return [head, ...rows]
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
