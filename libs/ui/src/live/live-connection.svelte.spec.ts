import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { FakeSocket } from './fake-socket.fixture.js';
import { LiveConnection } from './live-connection.svelte.js';

const NINE = 1_000_000;

describe('a live connection', () => {
  beforeEach(() => void vi.useFakeTimers({ now: 0 }));
  afterEach(() => void vi.useRealTimers());

  it('says that the line is lost only after some seconds, and since when', () => {
    const { socket, connection } = open();
    vi.advanceTimersByTime(60_000);
    socket.drop();
    vi.advanceTimersByTime(4_999);
    expect(connection.line).toBe('open');
    vi.advanceTimersByTime(1);
    expect([connection.line, connection.lostAt]).toEqual(['lost', NINE + 60_000]);
  });

  it('says nothing of a line that blinks', () => {
    const { socket, connection } = open();
    socket.drop();
    vi.advanceTimersByTime(3_000);
    socket.open();
    vi.advanceTimersByTime(10_000);
    expect([connection.line, connection.lostAt]).toEqual(['open', null]);
  });

  it('keeps the first moment of the loss through later failures', () => {
    const { socket, connection } = open();
    socket.drop();
    vi.advanceTimersByTime(60_000);
    socket.drop();
    vi.advanceTimersByTime(60_000);
    expect(connection.lostAt).toBe(NINE);
  });

  it('knows from its earlier life since when the server is away', () => {
    const socket = new FakeSocket();
    const connection = new LiveConnection(socket.asSocket, () => Date.now(), 77);
    connection.start();
    vi.advanceTimersByTime(5_000);
    expect([connection.line, connection.lostAt]).toEqual(['lost', 77]);
  });

  it.each([
    ['refused', (socket: FakeSocket) => socket.refuse(), 30_000],
    ['dropped by the server', (socket: FakeSocket) => socket.drop('io server disconnect'), 2_000],
  ])('knocks again by itself when it was %s', (_, happens, pause) => {
    const { socket } = open();
    const connect = vi.spyOn(socket, 'connect');
    happens(socket);
    vi.advanceTimersByTime(pause - 1);
    expect(connect).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    expect(connect).toHaveBeenCalledOnce();
  });

  it('starts over when the server beats no more', () => {
    const { socket } = open();
    const connect = vi.spyOn(socket, 'connect');
    socket.hear('beat', { now: NINE, asOf: NINE });
    vi.advanceTimersByTime(45_000);
    expect(connect).toHaveBeenCalledOnce();
  });

  it('learns the clock anew when a beat contradicts it', () => {
    const { socket, connection } = open();
    socket.hear('beat', { now: NINE + 500_000, asOf: NINE });
    expect(connection.clock.now()).toBeNull();
    socket.answerClock(NINE + 500_000);
    expect(connection.clock.now()).toBe(NINE + 500_000);
  });

  it('tells what is on the glass with the time of the server', () => {
    const { socket, connection } = open();
    connection.painted('board:a', 3);
    const message = { topic: 'board:a', revision: 3, paintedAt: NINE };
    expect(socket.sent.at(-1)).toEqual({ event: 'painted', message });
  });

  it('leaves nothing behind', () => {
    const { socket, connection } = open();
    socket.hear('beat', { now: NINE, asOf: NINE });
    connection.close();
    expect(vi.getTimerCount()).toBe(0);
    const events = ['connect', 'disconnect', 'connect_error', 'beat'];
    expect(events.map((event) => socket.listenersOf(event))).toEqual([0, 0, 0, 0]);
  });
});

/** Open, and the clock asked and answered five times. */
function open() {
  const socket = new FakeSocket();
  const connection = new LiveConnection(socket.asSocket, () => Date.now());
  socket.open();
  for (let question = 0; question < 5; question += 1) {
    socket.answerClock(NINE + Date.now());
    vi.advanceTimersByTime(150);
  }
  vi.setSystemTime(0);
  return { socket, connection };
}
