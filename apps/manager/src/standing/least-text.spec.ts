import { describe, expect, it } from 'vitest';
import { leastText } from './least-text.js';

const deals = { one: 'deal', many: 'deals' };

describe('what a board of rates says of its places', () => {
  it.each([
    [5, 20, false, 'A place takes 20 deals, a value 5'],
    [1, 5, false, 'A place takes 5 deals'],
    [
      5,
      20,
      true,
      'A place takes 20 deals, a value 5. Places go by what the rate is at least: the same rate of more deals stands higher',
    ],
  ])('from %i and %i, by a bound: %s', (shown, ranked, isByBound, text) => {
    expect(leastText({ shown, ranked, isByBound, ...deals }, 'higher')).toBe(text);
  });

  it('says that every one counts where a single one is enough', () => {
    const text = leastText({ shown: 1, ranked: 1, isByBound: true, ...deals }, 'lower');
    expect(text).toMatch(/^Every deal counts\. Places go by what the rate is at most/);
  });
});
