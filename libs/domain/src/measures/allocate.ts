/**
 * Shares an integer out by weights so that the parts add up to it exactly.
 * What rounding leaves goes to the largest remainders, and among equal ones to the earlier part.
 */
export function allocate(total: number, weights: readonly number[]): number[] {
  if (weights.length === 1) return [total];
  const sum = weights.reduce((a, b) => a + b, 0);
  const sign = total < 0 ? -1 : 1;
  const exact = weights.map((weight) => (BigInt(Math.abs(total)) * BigInt(weight)) / BigInt(sum));
  const remainders = weights.map(
    (weight, index) =>
      BigInt(Math.abs(total)) * BigInt(weight) - (exact[index] ?? 0n) * BigInt(sum),
  );
  const parts = exact.map(Number);
  let left = Math.abs(total) - parts.reduce((a, b) => a + b, 0);
  const byRemainder = remainders
    .map((remainder, index) => ({ remainder, index }))
    .sort((a, b) => Number(b.remainder - a.remainder) || a.index - b.index);
  for (const { index } of byRemainder) {
    if (left === 0) break;
    parts[index] = (parts[index] ?? 0) + 1;
    left -= 1;
  }
  return parts.map((part) => (part === 0 ? 0 : sign * part));
}
