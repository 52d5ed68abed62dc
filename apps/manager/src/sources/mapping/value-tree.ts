import type { FieldPreviewReply } from '@bellwether/contracts';

export type SentValue = FieldPreviewReply['items'][number]['values'][number];

/** A line of what was sent: a name with others in it, or a value. */
export type TreeLine =
  | { readonly kind: 'branch'; readonly key: string; readonly depth: number; readonly name: string }
  | {
      readonly kind: 'value';
      readonly key: string;
      readonly depth: number;
      readonly name: string;
      readonly value: SentValue;
    };

/** The values as a tree, line by line. With `sought`, only values whose path or text holds it. */
export function treeLines(values: readonly SentValue[], sought = ''): readonly TreeLine[] {
  const word = sought.trim().toLowerCase();
  const lines: TreeLine[] = [];
  let open: readonly string[] = [];
  for (const value of values) {
    if (!`${value.path} ${value.text}`.toLowerCase().includes(word)) continue;
    const branch = value.steps.slice(0, -1);
    const shared = sharedSteps(open, branch);
    for (const [offset, step] of branch.slice(shared).entries()) {
      const depth = shared + offset;
      const key = `branch ${branch.slice(0, depth + 1).join('\n')}`;
      lines.push({ kind: 'branch', key, depth, name: nameOf(step) });
    }
    const name = nameOf(value.steps.at(-1) ?? '');
    lines.push({ kind: 'value', key: value.path, depth: branch.length, name, value });
    open = branch;
  }
  return lines;
}

function sharedSteps(a: readonly string[], b: readonly string[]): number {
  const differs = a.findIndex((step, index) => step !== b[index]);
  return differs === -1 ? Math.min(a.length, b.length) : differs;
}

/** Places in a list are counted from one by people. */
function nameOf(step: string): string {
  return /^\d{1,4}$/.test(step) ? `${Number(step) + 1}.` : step;
}
