import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { countUp } from './count-up.js';

const FRAME_MS = 1000 / 60;

describe('countUp', () => {
  beforeAll(() => {
    vi.useFakeTimers({ toFake: ['performance', 'setTimeout'] });
    vi.stubGlobal('requestAnimationFrame', (step: (now: number) => void) =>
      setTimeout(() => step(performance.now()), FRAME_MS),
    );
  });
  afterAll(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  it('passes through numbers between, never backwards, and ends on the exact one', () => {
    const written: number[] = [];
    countUp(1_000, 9_400, { wait: 0, milliseconds: 700 }, (value) => written.push(value));
    vi.advanceTimersByTime(1_000);
    expect(written.length).toBeGreaterThan(10);
    // Thirty writes a second are enough for the eye.
    expect(written.length).toBeLessThanOrEqual(22);
    expect(written).toEqual([...written].sort((a, b) => a - b));
    expect(written.at(-1)).toBe(9_400);
  });

  it('stands still as long as it is told to', () => {
    const written: number[] = [];
    countUp(0, 10, { wait: 300, milliseconds: 100 }, (value) => written.push(value));
    vi.advanceTimersByTime(290);
    expect(new Set(written)).toEqual(new Set([0]));
    vi.advanceTimersByTime(200);
    expect(written.at(-1)).toBe(10);
  });

  it('stops when told to, and leaves no frame behind', () => {
    const written: number[] = [];
    const stop = countUp(0, 10, { wait: 0, milliseconds: 500 }, (value) => written.push(value));
    vi.advanceTimersByTime(100);
    stop();
    const before = written.length;
    vi.advanceTimersByTime(1_000);
    expect([written.length, vi.getTimerCount()]).toEqual([before, 0]);
  });
});
