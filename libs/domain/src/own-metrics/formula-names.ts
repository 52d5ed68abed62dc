import { nodesOf } from './cel-nodes.js';
import { readCel } from './check-cel.js';

/** A name in a formula, and where it stands. */
export interface FormulaName {
  readonly name: string;
  readonly at: { readonly from: number; readonly to: number };
}

/** What a formula looks at, each time that it does; nothing where it cannot be read. */
export function namesIn(cel: string): readonly FormulaName[] {
  const read = readCel(cel);
  if ('reason' in read) return [];
  return nodesOf(read).flatMap((node) =>
    node.op === 'id' ? [{ name: node.args, at: { from: node.start, to: node.end } }] : [],
  );
}
