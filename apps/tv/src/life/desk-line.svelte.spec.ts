import type { Vitals } from '@bellwether/contracts';
import { FakeSocket } from '@bellwether/ui/live/fake-socket.fixture.js';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DeskLine } from './desk-line.svelte.js';

const BEAT = { now: 0, asOf: 0 };

describe('the line between a wall and the desk', () => {
  beforeEach(() => void vi.useFakeTimers({ now: 0 }));
  afterEach(() => void vi.useRealTimers());

  it('tells how the wall is every ten seconds, and when another slide is on', () => {
    const { socket, wall } = open();
    const told = () => socket.sent.filter(({ event }) => event === 'vitals').length;
    beat(socket, 1);
    expect(told()).toBe(1);
    beat(socket, 4);
    expect(told()).toBe(1);
    beat(socket, 1);
    expect(told()).toBe(2);
    wall.slide = 1;
    beat(socket, 1);
    expect(told()).toBe(3);
  });

  it('tells nothing to a server that is away', () => {
    const { socket } = open();
    vi.advanceTimersByTime(60_000);
    expect(socket.sent).toEqual([]);
  });

  it('shows what was asked for during ten seconds, the last of several', () => {
    const { socket, line } = open();
    expect(call(socket, 'identify')).toEqual({ sound: 'locked' });
    vi.advanceTimersByTime(6_000);
    call(socket, 'test');
    vi.advanceTimersByTime(6_000);
    expect(line.shown).toBe('test');
    vi.advanceTimersByTime(4_000);
    expect(line.shown).toBe(null);
  });

  it('rings, takes a new key and loads anew, and answers first', () => {
    const { socket, wall } = open();
    for (const asked of ['test', 'renew-key', 'reload'] as const) {
      expect(call(socket, asked)).toEqual({ sound: 'locked' });
    }
    expect(wall.done).toEqual(['rang', 'took a key']);
    vi.advanceTimersByTime(300);
    expect(wall.done.at(-1)).toBe('loaded anew');
  });

  it('is over when it is closed', () => {
    const { socket, line, wall } = open();
    call(socket, 'identify');
    call(socket, 'reload');
    line.close();
    vi.advanceTimersByTime(10_000);
    beat(socket, 1);
    expect([line.shown, wall.done, socket.sent]).toEqual([null, [], []]);
  });
});

function open() {
  const socket = new FakeSocket();
  const wall = {
    slide: 0,
    done: [] as string[],
    vitals: (): Vitals => ({
      upSeconds: 1,
      clockAhead: null,
      memory: null,
      sound: 'locked',
      width: 1920,
      height: 1080,
      slide: { index: wall.slide, leftSeconds: 10 },
    }),
    ring: () => void wall.done.push('rang'),
    renewKey: () => void wall.done.push('took a key'),
    reload: () => void wall.done.push('loaded anew'),
  };
  return { socket, wall, line: new DeskLine(socket.asSocket, wall, () => Date.now()) };
}

/** The server beats every two seconds. */
function beat(socket: FakeSocket, times: number): void {
  for (let beats = 0; beats < times; beats += 1) {
    vi.advanceTimersByTime(2_000);
    socket.hear('beat', BEAT);
  }
}

function call(socket: FakeSocket, asked: 'identify' | 'test' | 'reload' | 'renew-key'): unknown {
  let answer: unknown;
  socket.hear('call', { call: asked }, (heard: unknown) => (answer = heard));
  return answer;
}
