import type { SeenBoard } from '@bellwether/application';
import type { BoardDelta } from '@bellwether/contracts';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { LiveBoard } from './live-board.js';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const PACE_MS = 75;

function viewOf(ranked: number, newest: SeenBoard['newest'] = null): SeenBoard {
  return {
    key: 'calls.all@all.reps',
    board: {
      metric: 'calls',
      competitors: 'reps',
      teamId: null,
      asOf: null,
      period: undefined as never,
    },
    metric: {
      key: 'calls',
      title: 'Calls',
      unit: { kind: 'points' },
      direction: 'higher',
    } as never,
    period: {
      kind: 'all',
      key: 'all',
      startsOn: null,
      endsOn: null,
      calendar: { startMonth: 1, pattern: 'months', weekStartsOn: 1 },
    },
    periodLabel: 'Ever',
    ripens: null,
    team: null,
    timeZone: 'Europe/Dublin',
    currency: 'EUR',
    epoch: 'first',
    lines: [],
    ranked,
    unranked: 0,
    least: null,
    roster: 100,
    newest,
    readAt: 0,
    detail: 'value',
    places: null,
  } as SeenBoard;
}

/** A board on which `ranked` counts the changes, and all that its screens are sent. */
function watchedBoard(readMs = 5) {
  const now = () => performance.now();
  const stage = { ranked: 0, reads: 0, isAway: false };
  const frames: { readonly at: number; readonly delta: BoardDelta; arrivedAt: number | null }[] =
    [];
  const failed = vi.fn<(error: unknown) => void>();
  const board = new LiveBoard('calls.all.reps', 'board:calls.all.reps', 'node', {
    read: async () => {
      stage.reads += 1;
      const view = viewOf(stage.ranked);
      await new Promise((resolve) => setTimeout(resolve, readMs));
      if (stage.isAway) throw new Error('away');
      return { view, asOf: 0, readId: 'calls.all.reps' };
    },
    now,
    later: (work, milliseconds) => void setTimeout(work, milliseconds),
    send: (delta, arrivedAt) => void frames.push({ at: now(), delta, arrivedAt }),
    renewed: () => undefined,
    failed,
  });
  const change = (arrivedAt: number | null = null) => {
    stage.ranked += 1;
    board.touch(arrivedAt);
  };
  const open = async () => {
    const snapshot = board.snapshot();
    await vi.advanceTimersByTimeAsync(readMs);
    return snapshot;
  };
  return { board, stage, frames, failed, change, open };
}

describe('a board that is watched', () => {
  it('sends the first change at once, and what follows in one frame', async () => {
    const { frames, change, open } = watchedBoard();
    await open();
    await vi.advanceTimersByTimeAsync(1_000);
    change(7);
    await vi.advanceTimersByTimeAsync(5);
    expect(frames.map(({ delta }) => delta.changes.ranked)).toEqual([1]);
    for (let n = 0; n < 20; n += 1) change(100 + n);
    await vi.advanceTimersByTimeAsync(PACE_MS + 5);
    expect(frames.map(({ delta }) => delta.changes.ranked)).toEqual([1, 21]);
    expect(frames.map(({ arrivedAt }) => arrivedAt)).toEqual([7, 100]);
  });

  it('reads once more, not once for each, when much changes while it reads', async () => {
    const { stage, frames, change, open } = watchedBoard(50);
    await open();
    await vi.advanceTimersByTimeAsync(1_000);
    const before = stage.reads;
    change();
    for (let n = 0; n < 100; n += 1) change();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(stage.reads - before).toBe(2);
    expect(frames.map(({ delta }) => delta.changes.ranked)).toEqual([1, 101]);
  });

  it('is read again a second later when it could not be read', async () => {
    const { stage, frames, failed, change, open } = watchedBoard();
    await open();
    stage.isAway = true;
    change();
    await vi.advanceTimersByTimeAsync(500);
    expect(failed).toHaveBeenCalledOnce();
    stage.isAway = false;
    await vi.advanceTimersByTimeAsync(600);
    expect(frames.map(({ delta }) => delta.changes.ranked)).toEqual([1]);
  });

  it('ends up showing the last change, in numbered frames that keep the pace', async () => {
    const steps = fc.array(fc.nat({ max: 120 }), { maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(steps, fc.integer({ min: 1, max: 200 }), async (between, readMs) => {
        const { stage, frames, change, open } = watchedBoard(readMs);
        await open();
        for (const pause of between) {
          change();
          await vi.advanceTimersByTimeAsync(pause);
        }
        await vi.advanceTimersByTimeAsync(1_000);
        expect(frames.at(-1)?.delta.changes.ranked ?? 0).toBe(stage.ranked);
        expect(frames.map(({ delta }) => delta.revision)).toEqual(frames.map((_, n) => n + 2));
        const pauses = frames.slice(1).map(({ at }, n) => at - (frames[n]?.at ?? 0));
        expect(Math.min(PACE_MS, ...pauses)).toBe(PACE_MS);
      }),
    );
  });
});
