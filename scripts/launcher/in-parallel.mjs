/**
 * Does all the work, at most `width` pieces of it at a time, and gives the results in their order.
 * @template T
 * @param {readonly (() => Promise<T>)[]} work
 * @param {number} width
 * @returns {Promise<T[]>}
 */
export async function inParallel(work, width) {
  /** @type {T[]} */
  const results = [];
  const queue = work.entries();
  const worker = async () => {
    for (const [index, piece] of queue) results[index] = await piece();
  };
  await Promise.all(Array.from({ length: width }, worker));
  return results;
}
