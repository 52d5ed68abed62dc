import type { ASTNode } from '@marcbachmann/cel-js';
import { compileFormula } from '../metrics/formula-text.js';
import { nodesOf } from './cel-nodes.js';
import type { CelProblem } from './check-cel.js';
import { MOST_CEL, readCel } from './check-cel.js';
import { plainReason } from './plain-reason.js';

const FUNCTIONS = ['ceil', 'min', 'max'];
const ARITHMETIC = new Set<ASTNode['op']>([
  'id',
  'value',
  'call',
  '+',
  '-',
  '*',
  '/',
  '-_',
  '?:',
  '==',
  '!=',
  '<',
  '<=',
  '>',
  '>=',
  '&&',
  '||',
  '!_',
]);

/** Why a text is no formula, whatever its names stand for; undefined when it is one. */
export function checkFormula(cel: string): CelProblem | undefined {
  const whole = { from: 0, to: cel.length };
  if (cel.trim() === '') return { reason: 'Write a formula', at: whole };
  if (cel.length > MOST_CEL) {
    return { reason: `It is longer than ${MOST_CEL} characters`, at: whole };
  }
  const read = readCel(cel);
  if ('reason' in read) return read;
  const nodes = nodesOf(read);
  if (nodes.every(({ op }) => op !== 'id')) {
    return { reason: 'It looks at no metric', at: whole };
  }
  return foreign(nodes) ?? dividedByNothing(nodes, cel) ?? noNumber(read, cel);
}

/** What is more than a calculation. */
function foreign(nodes: readonly ASTNode[]): CelProblem | undefined {
  const odd = nodes.find(
    (node) => !ARITHMETIC.has(node.op) || (node.op === 'call' && !FUNCTIONS.includes(node.args[0])),
  );
  if (!odd) return undefined;
  return { reason: 'Only + - * / ( ), comparisons, ceil, min and max', at: rangeOf(odd) };
}

/** A divisor that can never be other than 0. */
function dividedByNothing(nodes: readonly ASTNode[], cel: string): CelProblem | undefined {
  const text = ({ start, end }: ASTNode) => cel.slice(start, end);
  for (const node of nodes) {
    if (node.op !== '/') continue;
    const [, divisor] = node.args;
    const isConstant = nodesOf(divisor).every(({ op }) => op !== 'id');
    const isZero = isConstant && valueOf(text(divisor), {}) === 0;
    const isNothing = divisor.op === '-' && text(divisor.args[0]) === text(divisor.args[1]);
    if (isZero || isNothing) {
      return { reason: 'It divides by what is always 0', at: rangeOf(divisor) };
    }
  }
  return undefined;
}

/** Tried with a number for each name: a formula that compares and no more comes to none. */
function noNumber(ast: ASTNode, cel: string): CelProblem | undefined {
  const names = nodesOf(ast).flatMap((node) => (node.op === 'id' ? [node.args] : []));
  const tries = [2, 3, 0.5].map((seed) =>
    valueOf(cel, Object.fromEntries(names.map((name, index) => [name, seed + index * 1.37]))),
  );
  const trouble = tries.find((value) => typeof value === 'string');
  const at = { from: 0, to: cel.length };
  if (typeof trouble === 'string') return { reason: plainReason(trouble), at };
  if (tries.every((value) => value === undefined)) return { reason: 'This is no number', at };
  return undefined;
}

/** Its value; what is wrong with it; undefined when it has none. */
function valueOf(
  cel: string,
  parts: Readonly<Record<string, number>>,
): number | string | undefined {
  try {
    return compileFormula(cel)(parts);
  } catch (error) {
    return error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
  }
}

function rangeOf({ start, end }: ASTNode): CelProblem['at'] {
  return { from: start, to: end };
}
