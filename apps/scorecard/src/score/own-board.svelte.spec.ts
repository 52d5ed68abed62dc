import type { BoardReply, BoardRow, BoardSnapshot } from '@bellwether/contracts';
import type { BellwetherApi } from '@bellwether/ui';
import { FakeSocket } from '@bellwether/ui/live/fake-socket.fixture.js';
import { watchedBoard } from '@bellwether/ui/live/board-snapshot.fixture.js';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { OwnBoard } from './own-board.svelte.js';

const ME = 70;
const BOARD = 'points.month.reps';

const row = (place: number, score = 100_000 - place * 1_000): BoardRow => ({
  id: place,
  name: `Person ${place}`,
  shortName: `P${place}`,
  photoUrl: null,
  team: null,
  rank: place,
  tied: false,
  score,
  parts: null,
  reachedAt: place,
  gap: 1_000,
  rankAtDayStart: null,
});
const rows = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => row(from + index));

/** A board of ninety people; the live lines end at the sixtieth. */
function board(...lines: readonly BoardRow[]): BoardSnapshot {
  return { ...watchedBoard(lines).snapshot, ranked: 90, roster: 90 };
}

function open(kept: BoardSnapshot | null = null, firstAnswer: BoardReply | null = null) {
  const socket = new FakeSocket();
  const asked: object[] = [];
  const answers: BoardReply[] = firstAnswer ? [firstAnswer] : [];
  const api = {
    board: (_id: string, page: object) => {
      asked.push(page);
      const body = answers.shift();
      return Promise.resolve(body ? { kind: 'done', body, at: 0 } : { kind: 'unreachable' });
    },
  } as unknown as BellwetherApi;
  const watched = kept && { epoch: 'kept', revision: 1, snapshot: kept };
  const reading = { first: firstAnswer !== null, span: 3, pauseMs: 2_000 };
  const own = new OwnBoard(socket.asSocket, api, BOARD, ME, reading, watched);
  const hear = async (snapshot: BoardSnapshot, revision = 1) => {
    socket.answer({ epoch: 'one', revision, snapshot });
    own.see(revision);
    await vi.advanceTimersByTimeAsync(0);
  };
  return { socket, own, asked, answers, hear };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe("somebody's own board", () => {
  it('is read around somebody below the live lines, and says nothing before that', async () => {
    const { socket, own, asked, answers } = open();
    answers.push(board(...rows(67, 73)));
    socket.open();
    socket.answer({ epoch: 'one', revision: 1, snapshot: board(...rows(1, 60)) });
    expect(own.standing).toBeNull();
    own.see(0);
    await vi.advanceTimersByTimeAsync(0);
    expect(asked).toEqual([{ around: ME, span: 3 }]);
    expect(own.standing?.row?.rank).toBe(70);
    expect(own.standing?.leader?.id).toBe(1);
    own.close();
  });

  it('is not read around again at once, whatever happens above', async () => {
    const { socket, own, asked, answers, hear } = open();
    answers.push(board(...rows(67, 73)), board(...rows(67, 73)));
    socket.open();
    await hear(board(...rows(1, 60)));
    for (let change = 0; change < 5; change += 1) own.see(change);
    await vi.advanceTimersByTimeAsync(1_900);
    expect(asked).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(200);
    expect(asked).toHaveLength(2);
    own.close();
  });

  it('knows that somebody has no line when the answer is the top of the board', async () => {
    const { socket, own, answers, hear } = open();
    answers.push(board(...rows(1, 3)));
    socket.open();
    await hear(board(...rows(1, 60)));
    expect(own.standing?.row).toBeNull();
    own.close();
  });

  it('shows what was kept, and goes on showing it until the lines around are read', async () => {
    const { socket, own, answers, hear } = open(board(row(1), ...rows(68, 72)));
    expect(own.standing?.row?.rank).toBe(70);
    answers.push(board(...rows(67, 73)));
    socket.open();
    await hear(board(...rows(1, 60)));
    expect(own.standing?.row?.rank).toBe(70);
    expect(own.kept()?.snapshot.rows.map(({ id }) => id)).toEqual([1, 68, 69, 70, 71, 72]);
    own.close();
  });

  it('is read over HTTP before there is a line, which then takes over', async () => {
    const early = { ...board(row(1), row(ME, 5_000)), ranked: 2 };
    const { socket, own, asked, hear } = open(null, early);
    await vi.advanceTimersByTimeAsync(0);
    expect(asked).toEqual([{ limit: 60 }]);
    expect(own.standing?.row?.score).toBe(5_000);
    socket.open();
    await hear({ ...early, rows: [row(1), row(ME, 6_000)] });
    expect(own.standing?.row?.score).toBe(6_000);
    own.close();
  });

  it('tells what was just added, and not what was added while nobody was connected', async () => {
    const of = (score: number) => ({ ...board(row(1), row(ME, score)), ranked: 2 });
    const { socket, own, hear } = open(of(1_000));
    socket.open();
    await hear(of(5_000));
    expect(own.gained).toBeNull();
    socket.hear('renewed', { topic: `board:${BOARD}`, epoch: 'two' });
    await hear(of(7_000), 2);
    expect(own.gained).toBe(2_000);
    socket.drop();
    socket.open();
    await hear(of(9_000), 3);
    expect(own.gained).toBeNull();
    own.close();
  });
});
