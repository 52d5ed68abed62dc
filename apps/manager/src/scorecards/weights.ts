/** Weights that differ by one at most and make 100 together; the first ones have what is left over. */
export function evenWeights(count: number): readonly number[] {
  const [each, over] = [Math.floor(100 / count), 100 % count];
  return Array.from({ length: count }, (_, index) => each + (index < over ? 1 : 0));
}

/** What is wrong with the weights of a part, in words; null when they make 100. */
export function weightTrouble(weights: readonly number[], part: 'activity' | 'outcome') {
  if (weights.length === 0) return null;
  const what = part === 'activity' ? 'What people do' : 'What it brings';
  if (weights.some((weight) => !Number.isInteger(weight) || weight < 1)) {
    return `${what}: every weight is a whole number from 1 to 100`;
  }
  const sum = weights.reduce((all, weight) => all + weight, 0);
  if (sum === 100) return null;
  const off = sum < 100 ? `${100 - sum} % are missing` : `${sum - 100} % are too much`;
  return `${what} weighs ${sum} %: ${off}`;
}
