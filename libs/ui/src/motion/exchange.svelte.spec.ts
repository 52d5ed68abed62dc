import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Exchange } from './exchange.svelte.js';
import { LEAVE_MS } from './exchange-queue.js';

const FRAME_MS = 16;
const ada = { id: 1, score: 5 };
const bea = { id: 2, score: 7 };

describe('Exchange', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['performance', 'setTimeout'] });
    vi.stubGlobal('requestAnimationFrame', (step: () => void) => setTimeout(step, FRAME_MS));
  });
  afterEach(() => {
    vi.runAllTimers();
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  it('shows at once what changes about the same thing', () => {
    const exchange = new Exchange(ada);
    exchange.show({ ...ada, score: 6 });
    expect([exchange.shown.score, exchange.phase]).toEqual([6, 'there']);
  });

  it('lets the one leave before the other comes', () => {
    const exchange = new Exchange(ada);
    exchange.show(bea);
    expect([exchange.shown, exchange.phase]).toEqual([ada, 'leaving']);
    vi.advanceTimersByTime(LEAVE_MS + FRAME_MS);
    expect([exchange.shown, exchange.phase, exchange.isNew]).toEqual([bea, 'entering', true]);
    exchange.show({ ...bea, score: 8 });
    expect([exchange.shown.score, exchange.isNew]).toEqual([8, false]);
  });

  it('shows the newest of what came meanwhile', () => {
    const exchange = new Exchange(ada);
    exchange.show(bea);
    exchange.show({ ...bea, score: 9 });
    exchange.show({ id: 3, score: 10 });
    vi.advanceTimersByTime(LEAVE_MS + FRAME_MS);
    expect(exchange.shown).toEqual({ id: 3, score: 10 });
  });

  it('sets no more than two anew in one frame', () => {
    const places = Array.from({ length: 5 }, () => new Exchange(ada));
    for (const place of places) place.show(bea);
    const exchanged = () => places.filter(({ shown }) => shown === bea).length;
    vi.advanceTimersByTime(LEAVE_MS + FRAME_MS);
    expect(exchanged()).toBe(2);
    vi.advanceTimersByTime(FRAME_MS);
    expect(exchanged()).toBe(4);
    vi.advanceTimersByTime(FRAME_MS);
    expect(exchanged()).toBe(5);
  });

  it('forgets what is no longer on the screen', () => {
    const exchange = new Exchange(ada);
    exchange.show(bea);
    exchange.close();
    vi.runAllTimers();
    expect(exchange.shown).toBe(ada);
  });
});
