import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Toasts } from './toasts.svelte.js';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const titles = (toasts: Toasts) => toasts.items.map(({ title }) => title);

describe('notices', () => {
  it('go after six seconds, troubles stay', () => {
    const toasts = new Toasts();
    toasts.done('4 deals count now');
    toasts.trouble('The team was not added');
    vi.advanceTimersByTime(6_000);
    expect(titles(toasts)).toEqual(['The team was not added']);
  });

  it('stay while somebody reads them', () => {
    const toasts = new Toasts();
    toasts.done('Saved');
    const id = toasts.items[0]?.id ?? 0;
    toasts.hold(id);
    vi.advanceTimersByTime(60_000);
    expect(titles(toasts)).toEqual(['Saved']);
    toasts.resume(id);
    vi.advanceTimersByTime(6_000);
    expect(titles(toasts)).toEqual([]);
  });

  it('say the same thing once, and three things at most', () => {
    const toasts = new Toasts();
    for (const title of ['a', 'b', 'b', 'c', 'd']) toasts.trouble(title);
    expect(titles(toasts)).toEqual(['b', 'c', 'd']);
  });
});
