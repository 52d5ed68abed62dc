import type { MetricPrivacy } from '@bellwether/contracts';
import { describe, expect, it } from 'vitest';
import { describePrivacy, glancesOf } from './describe-privacy.js';

const open: MetricPrivacy = { audience: 'everyone', shows: 'value', places: null };

describe('describePrivacy', () => {
  it.each<[Partial<MetricPrivacy>, string]>([
    [{}, 'Everyone, values, all places'],
    [{ places: 12 }, 'Everyone, values, the first 12 places'],
    [{ places: 1, shows: 'progress' }, 'Everyone, shares of the best score, first place only'],
    [
      { audience: 'team', shows: 'rank' },
      'Each team its own board, names in order without scores, all places',
    ],
    [{ audience: 'managers' }, 'Managers only, each their own teams'],
    [{ audience: 'person' }, 'Everybody their own number, nobody another’s'],
  ])('%o: %s', (privacy, text) => {
    expect(describePrivacy({ ...open, ...privacy })).toBe(text);
  });
});

describe('glancesOf', () => {
  const sees = (privacy: Partial<MetricPrivacy>) =>
    glancesOf({ ...open, ...privacy }).map((glance) => glance.sees);

  it('says what each who looks will see', () => {
    expect(sees({ places: 12 })).toEqual([
      'Values, the first 12 places',
      'Values, the first 12 places; their own line with its value, and two on either side',
      'All places and values',
      'All places and values',
    ]);
    expect(sees({ audience: 'person' })).toEqual([
      'Nothing',
      'Their own line',
      'Nothing',
      'Nothing',
    ]);
    expect(sees({ audience: 'team', shows: 'rank' })[1]).toBe(
      'Of their team: names in order without scores, all places; their own line with its value',
    );
  });
});
