import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { BellPassing } from './bell-passing.svelte.js';

describe('BellPassing', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('is simply worn by who leads when a board appears', () => {
    const { bell, landed } = passing();
    bell.lead(7, true);
    expect([bell.wearer, bell.phase, bell.swinging]).toEqual([7, 'worn', false]);
    expect(landed).not.toHaveBeenCalled();
  });

  it('lets go, crosses and swings on the next', () => {
    const { bell, landed } = passing();
    bell.lead(7, true);
    bell.lead(8, true);
    const seen = [700, 300, 700].map((pause) => {
      vi.advanceTimersByTime(pause);
      return `${bell.phase} ${bell.wearer}`;
    });
    expect(seen).toEqual(['leaving 7', 'crossing 7', 'worn 8']);
    expect([bell.swinging, landed.mock.calls.length]).toEqual([true, 1]);
    vi.advanceTimersByTime(4_000);
    expect([bell.swinging, vi.getTimerCount()]).toEqual([false, 0]);
  });

  it('lands on whoever leads when it arrives', () => {
    const { bell } = passing();
    bell.lead(7, true);
    bell.lead(8, true);
    vi.advanceTimersByTime(800);
    bell.lead(9, true);
    vi.advanceTimersByTime(900);
    expect(bell.wearer).toBe(9);
  });

  it('changes hands at once where nothing may move', () => {
    const { bell } = passing();
    bell.lead(7, false);
    bell.lead(8, false);
    expect([bell.wearer, bell.phase, vi.getTimerCount()]).toEqual([8, 'worn', 0]);
  });
});

function passing() {
  const landed = vi.fn<() => void>();
  return { bell: new BellPassing(landed), landed };
}
