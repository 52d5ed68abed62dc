import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { boardRow } from '../board/board-row.fixture.js';
import { boardDelta, watchedBoard } from './board-snapshot.fixture.js';
import { FakeSocket } from './fake-socket.fixture.js';
import { LiveBoard } from './live-board.svelte.js';

const BOARD = 'points.month.reps';
const rows = [boardRow({ id: 1 }), boardRow({ id: 2 })];

describe('a live board', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('starts from a snapshot and follows the numbered changes', () => {
    const { socket, board } = settled();
    socket.hear('delta', boardDelta(2, { removed: [2] }));
    socket.hear('delta', boardDelta(3, { rows: [boardRow({ id: 3 })] }));
    expect(shown(board)).toEqual({ revision: 3, ids: [1, 3] });
    expect(socket.asked).toEqual([]);
  });

  it('shows many changes at once when it is told to wait with them', () => {
    const socket = new FakeSocket();
    const deeds = new Set<() => void>();
    const board = new LiveBoard(socket.asSocket, BOARD, null, (deed) => deeds.add(deed));
    socket.open();
    socket.answer(watchedBoard(rows));
    socket.hear('delta', boardDelta(2, { removed: [2] }));
    socket.hear('delta', boardDelta(3, { rows: [boardRow({ id: 3 })] }));
    expect(shown(board)).toEqual({ revision: 1, ids: [1, 2] });
    expect(deeds.size).toBe(1);
    for (const show of deeds) show();
    expect(shown(board)).toEqual({ revision: 3, ids: [1, 3] });
    expect(socket.asked).toEqual([]);
  });

  it.each([
    ['a revision was skipped', (socket: FakeSocket) => socket.hear('delta', boardDelta(3))],
    ['a new epoch begins', (socket: FakeSocket) => socket.hear('delta', boardDelta(1, {}, 'two'))],
    [
      'the board was renewed',
      (socket: FakeSocket) => socket.hear('renewed', { topic: `board:${BOARD}`, epoch: 'two' }),
    ],
    [
      'the line came back',
      (socket: FakeSocket) => {
        socket.drop();
        socket.open();
      },
    ],
  ])('asks for a snapshot when %s, and shows the last standing meanwhile', (_, happens) => {
    const { socket, board } = settled();
    happens(socket);
    expect(socket.asked).toEqual([`board:${BOARD}`]);
    expect(shown(board)).toEqual({ revision: 1, ids: [1, 2] });
  });

  it('asks again when a change overtakes the snapshot', () => {
    const socket = new FakeSocket();
    const board = new LiveBoard(socket.asSocket, BOARD);
    socket.open();
    socket.hear('delta', boardDelta(6));
    socket.answer(watchedBoard(rows, { revision: 5 }));
    expect(socket.asked).toEqual([`board:${BOARD}`]);
    socket.answer(watchedBoard([boardRow({ id: 1 })], { revision: 6 }));
    expect(shown(board)).toEqual({ revision: 6, ids: [1] });
    expect(socket.asked).toEqual([]);
  });

  it('asks once, however many changes it missed', () => {
    const { socket } = settled();
    for (const revision of [5, 6, 7]) socket.hear('delta', boardDelta(revision));
    expect(socket.asked).toHaveLength(1);
  });

  it('does not apply changes to what it kept from before', () => {
    const socket = new FakeSocket();
    const board = new LiveBoard(socket.asSocket, BOARD, watchedBoard(rows));
    socket.open();
    socket.hear('delta', boardDelta(2, { removed: [1] }));
    expect(shown(board)).toEqual({ revision: 1, ids: [1, 2] });
  });

  it('hears only its own board', () => {
    const { socket, board } = settled();
    socket.hear('delta', { ...boardDelta(2, { removed: [1] }), topic: 'board:other' });
    expect(shown(board)).toEqual({ revision: 1, ids: [1, 2] });
  });

  it('asks again soon when the server is not ready', () => {
    const socket = new FakeSocket();
    const board = new LiveBoard(socket.asSocket, BOARD);
    socket.open();
    socket.answer({ error: { code: 'unavailable', detail: 'Starting. Ask again.' } });
    expect([board.error?.code, socket.asked]).toEqual(['unavailable', []]);
    vi.advanceTimersByTime(2_000);
    socket.answer(watchedBoard(rows));
    expect([board.error, shown(board).revision]).toEqual([null, 1]);
  });

  it('ignores an answer to a question of a line that is gone', () => {
    const socket = new FakeSocket();
    const board = new LiveBoard(socket.asSocket, BOARD);
    socket.open();
    socket.drop();
    socket.open();
    expect([board.watched, socket.asked]).toEqual([null, [`board:${BOARD}`]]);
  });

  it('registers its handlers once and takes them all off', () => {
    const { socket, board } = settled();
    const events = ['connect', 'disconnect', 'delta', 'renewed'];
    for (let turn = 0; turn < 3; turn += 1) {
      socket.drop();
      socket.open();
    }
    expect(events.map((event) => socket.listenersOf(event))).toEqual([1, 1, 1, 1]);
    board.close();
    expect(events.map((event) => socket.listenersOf(event))).toEqual([0, 0, 0, 0]);
    expect(socket.sent.at(-1)).toEqual({ event: 'unwatch', message: { topic: `board:${BOARD}` } });
  });

  it('stays for another one on the page that shows the same', () => {
    const { socket, board } = settled();
    const other = new LiveBoard(socket.asSocket, BOARD);
    const unwatched = () => socket.sent.filter(({ event }) => event === 'unwatch').length;
    board.close();
    board.close();
    expect(unwatched()).toBe(0);
    other.close();
    expect(unwatched()).toBe(1);
  });
});

function settled() {
  const socket = new FakeSocket();
  const board = new LiveBoard(socket.asSocket, BOARD);
  socket.open();
  socket.answer(watchedBoard(rows));
  return { socket, board };
}

function shown(board: LiveBoard) {
  return {
    revision: board.watched?.revision,
    ids: board.watched?.snapshot.rows.map(({ id }) => id),
  };
}
