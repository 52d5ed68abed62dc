import { describe, expect, it } from 'vitest';
import { personLine } from './card.fixture.js';
import { scoreShares } from '@bellwether/ui';

describe('how a score adds up', () => {
  it('is weight times what is reached, and no more than the cap where it ranks', () => {
    const line = (metric: string, weight: number, attainment: number | null) =>
      personLine({ metric, part: 'activity', weight, attainment, cap: 100 });
    const shares = scoreShares(
      [
        line('calls', 20, 0.5),
        line('emails', 10, 1.5),
        line('leads', 30, 1),
        line('demos', 40, 0.5),
      ],
      'activity',
    );
    expect(shares.map(({ points }) => points)).toEqual([10, 15, 30, 20]);
    expect(shares.map(({ ranked }) => ranked)).toEqual([10, 10, 30, 20]);
  });

  it('leaves out what somebody is exempt from: the rest weighs as much as all', () => {
    const lines = [
      personLine({ metric: 'a', weight: 50, attainment: 0.8 }),
      personLine({ metric: 'b', weight: 50, attainment: null }),
    ];
    expect(scoreShares(lines, 'outcome').map(({ points }) => points)).toEqual([80]);
    expect(scoreShares(lines, 'activity')).toEqual([]);
  });
});
