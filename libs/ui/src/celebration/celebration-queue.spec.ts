import { describe, expect, it } from 'vitest';
import { catchUp, EMPTY_QUEUE, enqueue, nextTurn, takeBack } from './celebration-queue.js';
import { celebration } from './celebration.fixture.js';

const ids = (turn: readonly { readonly id: string }[]) => turn.map(({ id }) => id);
const queueOf = (...deals: [id: string, arrivedAt: number][]) =>
  deals.reduce(
    (queue, [id, arrivedAt]) => enqueue(queue, celebration({ id, arrivedAt })),
    EMPTY_QUEUE,
  );

describe('a queue of celebrations', () => {
  it('takes each deal once, also after its turn', () => {
    const { queue } = nextTurn(queueOf(['a', 0], ['a', 0]));
    expect(nextTurn(enqueue(queue, celebration({ id: 'a' }))).turn).toEqual([]);
  });

  it('lets deals of twenty seconds share a turn and leaves the later ones waiting', () => {
    const { turn, queue } = nextTurn(queueOf(['a', 0], ['b', 20_000], ['c', 20_001]));
    expect(ids(turn)).toEqual(['a', 'b']);
    expect(ids(queue.waiting)).toEqual(['c']);
  });

  it('never shows a deal that was taken back, not even when the word of it comes first', () => {
    const queue = takeBack(takeBack(queueOf(['a', 0]), 'a'), 'b');
    expect(nextTurn(enqueue(queue, celebration({ id: 'b' }))).turn).toEqual([]);
  });

  it('catches up with what it missed a moment ago, oldest first, and not with old news', () => {
    const missed = [
      celebration({ id: 'new', arrivedAt: 999_000 }),
      celebration({ id: 'old', arrivedAt: 800_000 }),
      celebration({ id: 'recent', arrivedAt: 990_000 }),
    ];
    const queue = catchUp(EMPTY_QUEUE, missed, 1_000_000);
    expect(ids(queue.waiting)).toEqual(['recent', 'new']);
    expect(
      nextTurn(enqueue(queue, celebration({ id: 'old', arrivedAt: 800_000 }))).turn,
    ).toHaveLength(2);
  });

  it('remembers a bounded number of ids', () => {
    const many = Array.from({ length: 700 }, (_, index): [string, number] => [`d${index}`, index]);
    expect(queueOf(...many).known).toHaveLength(500);
  });
});
