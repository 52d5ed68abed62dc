import { Environment } from '@marcbachmann/cel-js';

/** What a formula makes of its parts, by name; undefined where it has no value. */
export type FormulaExpression = (parts: Readonly<Record<string, number>>) => number | undefined;

const environment = new Environment({ unlistedVariablesAreDyn: true })
  .registerFunction('ceil(double): double', Math.ceil)
  .registerFunction('min(double, double): double', Math.min)
  .registerFunction('max(double, double): double', Math.max);
const compiled = new Map<string, FormulaExpression>();
const MOST_COMPILED = 1_000;

/** CEL keeps whole numbers and others apart; here every number is one of the others: 12 is 12.0. */
const WHOLE_NUMBER = /(?<![\w.])\d+(?![\w.])/g;

/**
 * Compiles a CEL expression over numbers by name: `(won - lost) / won * 12`. `ceil`, `min` and `max` are known besides CEL's own.
 * @throws Error with the place and the reason when the text is no CEL expression.
 */
export function compileFormula(cel: string): FormulaExpression {
  const known = compiled.get(cel);
  if (known) return known;
  const evaluate = environment.parse(cel.replace(WHOLE_NUMBER, '$&.0'));
  const expression: FormulaExpression = (parts) => {
    const value: unknown = evaluate({ ...parts });
    const number = typeof value === 'bigint' ? Number(value) : value;
    return typeof number === 'number' && Number.isFinite(number) ? number : undefined;
  };
  // Drafts are tried while they are typed: what was compiled is not kept for good.
  if (compiled.size >= MOST_COMPILED) compiled.clear();
  compiled.set(cel, expression);
  return expression;
}
