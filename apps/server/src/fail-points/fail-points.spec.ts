import { describe, expect, it } from 'vitest';
import { FailPoints } from './fail-points.js';

class Shop {
  readonly #sold: string[] = [];

  sell(what: string): Promise<number> {
    this.#sold.push(what);
    return Promise.resolve(this.#sold.length);
  }

  refuse(): Promise<never> {
    return Promise.reject(new Error('closed'));
  }
}

describe('fail points', () => {
  it('leave everything as it is while nobody listens', () => {
    const shop = new Shop();
    expect(new FailPoints().around(shop, { sell: { before: 'before-signal' } })).toBe(shop);
  });

  it('tell before a method begins and after it succeeded', async () => {
    const told: string[] = [];
    const points = new FailPoints((point) => told.push(point));
    const shop = points.around(new Shop(), {
      sell: { before: 'before-signal', after: 'after-signal' },
    });
    const selling = shop.sell('bell');
    expect(told).toEqual(['before-signal']);
    expect(await selling).toBe(1);
    expect(told).toEqual(['before-signal', 'after-signal']);
  });

  it('say nothing after a method that failed', async () => {
    const told: string[] = [];
    const points = new FailPoints((point) => told.push(point));
    const shop = points.around(new Shop(), { refuse: { after: 'after-signal' } });
    await expect(shop.refuse()).rejects.toThrow('closed');
    expect(told).toEqual([]);
  });
});
