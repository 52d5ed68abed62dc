import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { RankNews } from './rank-news.svelte.js';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('RankNews', () => {
  it('says nothing of the first look, nor of another board', () => {
    const news = new RankNews();
    news.see('calls', 7);
    news.see('deals', 2);
    expect(news.text).toBe('');
  });

  it('tells a move at once, and the ones that follow together, ten seconds later', () => {
    const news = new RankNews();
    for (const rank of [7, 6, 5, 3]) news.see('calls', rank);
    expect(news.text).toBe('You are 6th now, up from 7th');
    vi.advanceTimersByTime(10_000);
    expect(news.text).toBe('You are 3rd now, up from 6th');
    news.close();
  });

  it('keeps quiet about a place that came back meanwhile', () => {
    const news = new RankNews();
    for (const rank of [7, 6, 5, 6]) news.see('calls', rank);
    vi.advanceTimersByTime(10_000);
    expect(news.text).toBe('You are 6th now, up from 7th');
    news.close();
  });
});
