import type { BoardRow, PersonScorecard } from '@bellwether/contracts';
import type { Answer, BellwetherApi, LiveConnection } from '@bellwether/ui';
import { FakeSocket } from '@bellwether/ui/live/fake-socket.fixture.js';
import { watchedBoard } from '@bellwether/ui/live/board-snapshot.fixture.js';
import { ShelfStorage } from '@bellwether/ui/memory/shelf-storage.fixture.js';
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { PhoneMemory } from '../life/phone-memory.js';
import { personCard, personLine } from './card.fixture.js';
import { OwnScorecard } from './own-scorecard.svelte.js';

const ME = 7;

const row = (id: number, score: number): BoardRow => ({
  id,
  name: `Person ${id}`,
  shortName: `P${id}`,
  photoUrl: null,
  team: null,
  rank: id,
  tied: false,
  score,
  parts: null,
  reachedAt: 0,
  gap: null,
  rankAtDayStart: null,
});

/** A phone's scorecard, whose server answers with what it is given; without anything it is away. */
function open(storage = new ShelfStorage()) {
  const socket = new FakeSocket();
  const answers: PersonScorecard[] = [];
  let asked = 0;
  const api = {
    ownScorecard: (): Promise<Answer<PersonScorecard>> => {
      asked += 1;
      const body = answers.shift();
      return Promise.resolve(body ? { kind: 'done', body, at: 0 } : { kind: 'unreachable' });
    },
    board: () => Promise.resolve({ kind: 'unreachable' }),
  } as unknown as BellwetherApi;
  const connection = {
    socket: socket.asSocket,
    clock: { localNow: 0 },
  } as unknown as LiveConnection;
  const begin = () => {
    const card = new OwnScorecard(connection, api, ME, new PhoneMemory(storage));
    onTestFinished(() => card.close());
    return card;
  };
  const settle = async (milliseconds = 0) => {
    await vi.advanceTimersByTimeAsync(milliseconds);
  };
  const hear = async (card: OwnScorecard, revision: number, ...rows: readonly BoardRow[]) => {
    socket.answer({ epoch: 'one', revision, snapshot: watchedBoard(rows).snapshot });
    card.see();
    await settle(1_000);
  };
  return { socket, answers, begin, settle, hear, asked: () => asked };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe("a phone's scorecard", () => {
  it('is read at once, and known at the next start before the server answers', async () => {
    const storage = new ShelfStorage();
    const { answers, begin, settle } = open(storage);
    answers.push(personCard());
    const card = begin();
    expect(card.state).toBe('reading');
    await settle();
    expect([card.state, card.main?.metric]).toEqual(['there', 'meetings']);

    const later = open(storage).begin();
    expect([later.state, later.reply?.lines[0]?.actual]).toEqual(['there', 42_000]);
  });

  it('is read again when an own number moves, and not when another’s does', async () => {
    const { socket, answers, begin, settle, hear, asked } = open();
    answers.push(personCard(), personCard(), personCard());
    const card = begin();
    await settle();
    socket.open();
    await hear(card, 1, row(1, 60_000), row(ME, 42_000));
    const before = asked();
    socket.hear('renewed', { topic: 'board:meetings.month.reps', epoch: 'two' });
    await hear(card, 2, row(1, 61_000), row(ME, 42_000));
    expect(asked()).toBe(before);
    answers.length = 0;
    answers.push(personCard({ lines: [personLine({ actual: 43_000 })] }));
    socket.hear('renewed', { topic: 'board:meetings.month.reps', epoch: 'three' });
    await hear(card, 3, row(1, 61_000), row(ME, 43_000));
    expect(asked()).toBe(before + 1);
    expect(card.reply?.lines[0]?.actual).toBe(43_000);
  });

  it('is read every minute, since a pace moves with the clock', async () => {
    const { answers, begin, settle, asked } = open();
    answers.push(personCard(), personCard());
    begin();
    await settle();
    await settle(59_000);
    expect(asked()).toBe(1);
    await settle(2_000);
    expect(asked()).toBe(2);
  });

  it('keeps the last numbers and says why, when it cannot be read again', async () => {
    const { answers, begin, settle } = open();
    answers.push(personCard());
    const card = begin();
    await settle();
    await settle(61_000);
    expect(card.state).toBe('there');
    expect(card.trouble).toMatch(/does not answer/);
  });

  it('is told from a scorecard that there is none of', async () => {
    const { answers, begin, settle } = open();
    const nobodys = open().begin();
    answers.push(personCard({ scorecard: null, lines: [] }));
    const card = begin();
    await settle();
    expect([card.state, nobodys.state]).toEqual(['none', 'failed']);
  });

  it('does not ask after boards that are not for its person', async () => {
    const { answers, begin, settle } = open();
    answers.push(
      personCard({ lines: [personLine(), personLine({ isForYou: false, board: 'secret' })] }),
    );
    const card = begin();
    await settle();
    expect(card.boards.map(({ boardId }) => boardId)).toEqual(['meetings.month.reps']);
  });
});
