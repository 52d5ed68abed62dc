import type { ASTNode } from '@marcbachmann/cel-js';

/** A node of an expression, and all below it. */
export function nodesOf(node: ASTNode): readonly ASTNode[] {
  return [node, ...nodesIn(node.args)];
}

function nodesIn(part: unknown): readonly ASTNode[] {
  if (Array.isArray(part)) return part.flatMap(nodesIn);
  return typeof part === 'object' && part !== null && 'op' in part ? nodesOf(part as ASTNode) : [];
}
