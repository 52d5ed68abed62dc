import type { Parameters } from 'fast-check';

const CASES = Number(process.env['BELLWETHER_FUZZ_CASES'] ?? 10_000);
/** The same cases for every change, so that what fails was broken by it; `random` looks for others. */
const SEED = process.env['BELLWETHER_FUZZ_SEED'] ?? '20261122';

/**
 * How often a property is tried that tries `each` cases at once, when it has this part of all cases. What
 * fails prints its seed: with BELLWETHER_FUZZ_SEED the same cases come again.
 */
export function fuzzSettings<T>(part: number, each: number): Parameters<T> {
  return {
    // What failed stands in the error; looking for something smaller would keep a server that is ill busy.
    endOnFailure: true,
    numRuns: Math.ceil((CASES * part) / each),
    ...(SEED === 'random' ? {} : { seed: Number(SEED) }),
  };
}
