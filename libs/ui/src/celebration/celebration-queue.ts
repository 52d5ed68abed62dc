import type { Celebration } from '@bellwether/contracts';

/** Celebrations that wait for their turn, and the ids of all that ever had or lost theirs. */
export interface CelebrationQueue {
  readonly waiting: readonly Celebration[];
  readonly known: readonly string[];
}

/** Ids are remembered to show nothing twice; a wall that runs for years must not remember for ever. */
const MOST_KNOWN = 500;
/** A bell for a deal of an hour ago puzzles the room. */
const TOO_OLD_MS = 120_000;
const TOGETHER_MS = 20_000;

export const EMPTY_QUEUE: CelebrationQueue = { waiting: [], known: [] };

/** Takes a celebration in, once. */
export function enqueue(queue: CelebrationQueue, celebration: Celebration): CelebrationQueue {
  if (queue.known.includes(celebration.id)) return queue;
  return {
    waiting: [...queue.waiting, celebration],
    known: remember(queue.known, celebration.id),
  };
}

/** Takes in what the feed still holds: what a screen missed a moment ago, not what it slept through. */
export function catchUp(
  queue: CelebrationQueue,
  celebrations: readonly Celebration[],
  now: number,
): CelebrationQueue {
  const inOrder = [...celebrations].sort((a, b) => a.arrivedAt - b.arrivedAt);
  return inOrder.reduce((next, celebration) => {
    if (now - celebration.arrivedAt <= TOO_OLD_MS) return enqueue(next, celebration);
    return { ...next, known: remember(next.known, celebration.id) };
  }, queue);
}

/** A deal that was taken back before its turn is never shown. */
export function takeBack(queue: CelebrationQueue, id: string): CelebrationQueue {
  return {
    waiting: queue.waiting.filter((celebration) => celebration.id !== id),
    known: remember(queue.known, id),
  };
}

/** Who has the next turn: the first that waits, and all that came within twenty seconds of it. */
export function nextTurn(queue: CelebrationQueue): {
  readonly turn: readonly Celebration[];
  readonly queue: CelebrationQueue;
} {
  const first = queue.waiting[0];
  if (!first) return { turn: [], queue };
  const together = (celebration: Celebration) =>
    Math.abs(celebration.arrivedAt - first.arrivedAt) <= TOGETHER_MS;
  return {
    turn: queue.waiting.filter(together),
    queue: { ...queue, waiting: queue.waiting.filter((celebration) => !together(celebration)) },
  };
}

function remember(known: readonly string[], id: string): readonly string[] {
  return known.includes(id) ? known : [...known, id].slice(-MOST_KNOWN);
}
