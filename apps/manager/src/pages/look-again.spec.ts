import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { lookAgain } from './look-again.js';

const seen = { visibilityState: 'visible' };
beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('document', seen);
  seen.visibilityState = 'visible';
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it('looks after each pause, and not in the background', async () => {
  const look = vi.fn<() => Promise<void>>(() => Promise.resolve());
  const stop = lookAgain(look, () => 1_000);
  expect(look).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(2_000);
  expect(look).toHaveBeenCalledTimes(2);
  seen.visibilityState = 'hidden';
  await vi.advanceTimersByTimeAsync(5_000);
  expect(look).toHaveBeenCalledTimes(2);
  seen.visibilityState = 'visible';
  await vi.advanceTimersByTimeAsync(1_000);
  expect(look).toHaveBeenCalledTimes(3);
  stop();
});

it('does not begin again when it was stopped while it looked', async () => {
  let answer = () => {};
  const look = vi.fn<() => Promise<void>>(() => new Promise((resolve) => (answer = resolve)));
  const stop = lookAgain(look, () => 1_000);
  await vi.advanceTimersByTimeAsync(1_000);
  stop();
  answer();
  await vi.advanceTimersByTimeAsync(10_000);
  expect(look).toHaveBeenCalledTimes(1);
});
