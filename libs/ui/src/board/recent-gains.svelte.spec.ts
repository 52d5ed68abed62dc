import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { boardRow } from './board-row.fixture.js';
import { RecentGains } from './recent-gains.svelte.js';

describe('RecentGains', () => {
  beforeEach(() => void vi.useFakeTimers({ now: 0 }));
  afterEach(() => void vi.useRealTimers());

  it('lights who scored, adds up what comes while lit, and cools', () => {
    const { gains, see } = board();
    see({ 1: 10, 2: 5 });
    see({ 1: 10, 2: 8 });
    vi.advanceTimersByTime(3_000);
    see({ 1: 10, 2: 9 });
    expect(lit(gains)).toEqual({ 2: 4 });
    vi.advanceTimersByTime(6_800);
    expect(lit(gains)).toEqual({});
    expect(vi.getTimerCount()).toBe(0);
  });

  it('lights nobody who falls', () => {
    const { gains, see } = board();
    see({ 1: 10 });
    see({ 1: 8 });
    expect(lit(gains)).toEqual({});
  });

  it('knows that less is better where it is', () => {
    const { gains, see } = board('lower');
    see({ 1: 10 });
    see({ 1: 8 });
    expect(lit(gains)).toEqual({ 1: -2 });
  });

  it('lights three at most, the newest', () => {
    const { gains, see } = board();
    see({ 1: 1, 2: 1, 3: 1, 4: 1 });
    see({ 1: 9, 2: 1, 3: 1, 4: 1 });
    vi.advanceTimersByTime(100);
    see({ 1: 9, 2: 4, 3: 5, 4: 6 });
    expect(lit(gains)).toEqual({ 2: 3, 3: 4, 4: 5 });
  });
});

function board(direction: 'higher' | 'lower' = 'higher') {
  const gains = new RecentGains();
  const see = (scores: Record<number, number>) => {
    const rows = Object.entries(scores).map(([id, score]) => boardRow({ id: Number(id), score }));
    gains.see(rows, direction, Date.now());
  };
  return { gains, see };
}

function lit({ gains }: RecentGains) {
  return Object.fromEntries([...gains].map(([id, { amount }]) => [id, amount]));
}
