import type { FloorApi } from './floor-api.js';

const BATCH = 500;

/** Sends everything in another order than it happened, twice; answers when it is scored. */
export async function sendShuffledTwice(
  api: FloorApi,
  records: readonly object[],
): Promise<{ accepted: number; duplicates: number }> {
  let accepted = 0;
  let duplicates = 0;
  for (const seed of [1, 2]) {
    const order = shuffled(records, seed);
    for (let at = 0; at < order.length; at += BATCH) {
      const verdicts = await api.send(order.slice(at, at + BATCH));
      accepted += verdicts.accepted;
      duplicates += verdicts.duplicates;
    }
  }
  await scored(api);
  return { accepted, duplicates };
}

async function scored(api: FloorApi): Promise<void> {
  const until = Date.now() + 120_000;
  for (;;) {
    const { waiting, parked } = await api.status();
    if (parked > 0) throw new Error(`${parked} records were parked`);
    if (waiting === 0) return;
    if (Date.now() > until) throw new Error(`${waiting} records were not scored in two minutes`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** The same order for the same seed. */
function shuffled<T>(items: readonly T[], seed: number): T[] {
  const result = [...items];
  let state = seed;
  for (let at = result.length - 1; at > 0; at -= 1) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    const other = state % (at + 1);
    [result[at], result[other]] = [result[other] as T, result[at] as T];
  }
  return result;
}
