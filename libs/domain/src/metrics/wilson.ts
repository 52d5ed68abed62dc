/** 95 of 100 times the true rate lies between the bounds. */
const Z = 1.96;

/**
 * Wilson's bounds of a rate that was seen as `above` of `below`: what it is at least, or at most. Nine of
 * ten say less than ninety of a hundred. `each` is what one is in both sums.
 *
 * The board store works the same out in Lua, step by step in this order, so that both come to the
 * same bits.
 */
export function wilsonBound(
  { above, below, each }: { readonly above: number; readonly below: number; readonly each: number },
  which: 'lower' | 'upper',
): number {
  const count = below / each;
  const rate = Math.min(1, Math.max(0, above / below));
  const square = Z * Z;
  const middle = rate + square / (2 * count);
  const spread = (rate * (1 - rate)) / count + square / (4 * count * count);
  const margin = Z * Math.sqrt(spread);
  const sum = which === 'lower' ? middle - margin : middle + margin;
  return sum / (1 + square / count);
}
