import type { Slide } from '@bellwether/contracts';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Programme } from './programme.svelte.js';

const slide = (board: string, seconds = 10): Slide => ({ board, strip: null, seconds });

describe('a programme', () => {
  beforeEach(() => void vi.useFakeTimers({ now: 0 }));
  afterEach(() => void vi.useRealTimers());

  it('plays its slides in turn, for ever', () => {
    const { programme, after } = playing([slide('a'), slide('b', 20)]);
    expect([after(0), after(10), after(19), after(1)]).toEqual(['a 0', 'b 0', 'b 0', 'a 0']);
    programme.close();
    expect(vi.getTimerCount()).toBe(0);
  });

  it('turns the pages of a long board within its time, and goes on with them the next time', () => {
    const { after } = playing([slide('a', 20), slide('b')], { a: 7 });
    expect([after(6), after(6), after(8), after(10), after(6), after(6)]).toEqual([
      'a 1',
      'a 2',
      'b 0',
      'a 0',
      'a 3',
      'a 4',
    ]);
  });

  it('turns pages also where one slide is all there is, without starting it anew', () => {
    const { programme, after } = playing([slide('a', 24)], { a: 2 });
    const turn = programme.turn?.number;
    expect([after(12), after(12), after(12)]).toEqual(['a 1', 'a 0', 'a 1']);
    expect(programme.turn?.number).toBe(turn);
  });

  it('begins to turn pages when it learns that there are any', () => {
    const pages: Record<string, number> = {};
    const { programme, after } = playing([slide('a', 12)], pages);
    after(1);
    pages.a = 7;
    programme.repage();
    expect([after(4), after(1), after(6), after(6)]).toEqual(['a 0', 'a 1', 'a 0', 'a 2']);
  });

  it('turns pages on a clock with fractions', () => {
    const programme = new Programme(
      () => 2,
      () => Date.now() + Math.random() / 10,
    );
    programme.play([slide('a', 24)]);
    vi.advanceTimersByTime(12_001);
    expect(programme.page).toBe(1);
  });

  it('stands still while it is held, and gives the page its full time afterwards', () => {
    const { programme, after } = playing([slide('a'), slide('b')]);
    after(9);
    programme.hold();
    expect(after(60)).toBe('a 0');
    programme.resume();
    expect([after(9), after(1)]).toEqual(['a 0', 'b 0']);
  });

  it('goes on with its slide when the programme around it changes', () => {
    const { programme, after } = playing([slide('a'), slide('b')]);
    after(12);
    programme.play([slide('c'), slide('b'), slide('d')]);
    expect([after(0), after(8)]).toEqual(['b 0', 'd 0']);
  });

  it('starts over when its slide is gone, and rests when none is left', () => {
    const { programme, after } = playing([slide('a')]);
    programme.play([slide('c')]);
    expect(after(0)).toBe('c 0');
    programme.play([]);
    expect(after(0)).toBe('nothing');
  });
});

function playing(slides: readonly Slide[], pages: Readonly<Record<string, number>> = {}) {
  const programme = new Programme(
    ({ board }) => pages[board] ?? 1,
    () => Date.now(),
  );
  programme.play(slides);
  const after = (seconds: number): string => {
    vi.advanceTimersByTime(seconds * 1000);
    return programme.turn ? `${programme.turn.slide.board} ${programme.page}` : 'nothing';
  };
  return { programme, after };
}
