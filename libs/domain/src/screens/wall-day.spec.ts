import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gapBetween, judgeWallDay, wallLife } from './wall-day.js';

const now = Date.parse('2026-11-20T14:32:00Z');
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

describe('wallLife', () => {
  it.each([
    [2_000, 'live'],
    [11_999, 'live'],
    [12_000, 'late'],
    [179_999, 'late'],
    [180_000, 'dark'],
  ] as const)('after %d ms without a word a wall is %s', (silence, life) => {
    expect(wallLife(silence)).toBe(life);
  });
});

describe('judgeWallDay', () => {
  const healthy = { gaps: [], heardAt: now, knownSince: now - 9 * DAY };
  const count = (bars: readonly string[]) =>
    Object.fromEntries(
      [...new Set(bars)].map((life) => [life, bars.filter((bar) => bar === life).length]),
    );

  it('of a wall that was always heard is live', () => {
    const day = judgeWallDay(healthy, now);
    expect(count(day.bars)).toEqual({ live: 72 });
    expect([day.late.times, day.dark.times]).toEqual([0, 0]);
  });

  it('tells of a wall that was late once, for 40 s', () => {
    const from = now - 6 * HOUR - 600_000;
    const day = judgeWallDay({ ...healthy, gaps: [{ from, to: from + 40_000 }] }, now);
    expect(count(day.bars)).toEqual({ live: 71, late: 1 });
    expect(day.late).toEqual({ times: 1, seconds: 40 });
  });

  it('of a wall that is dark now ends in the dark', () => {
    const day = judgeWallDay({ ...healthy, heardAt: now - 34 * 60_000 }, now);
    expect(day.bars.slice(-3)).toEqual(['live', 'dark', 'dark']);
    expect(day.dark).toEqual({ times: 1, seconds: 34 * 60 });
  });

  it('says nothing about the time before it was first heard', () => {
    const day = judgeWallDay({ ...healthy, knownSince: now - HOUR }, now);
    expect(count(day.bars)).toEqual({ unknown: 69, live: 3 });
  });

  it('counts of a night in the dark what lies within the day', () => {
    const gaps = [{ from: now - 30 * HOUR, to: now - 20 * HOUR }];
    const day = judgeWallDay({ ...healthy, gaps }, now);
    expect(day.dark).toEqual({ times: 1, seconds: 4 * 3_600 });
    expect(count(day.bars)).toEqual({ dark: 12, live: 60 });
  });

  it('shows every gap of the day in some bar, and none where there is no gap', () => {
    const gap = fc
      .tuple(fc.integer({ min: 0, max: 2 * DAY }), fc.integer({ min: 1, max: DAY }))
      .map(([ago, length]) => gapBetween(now - ago - length, now - ago))
      .filter((one) => one !== undefined);
    fc.assert(
      fc.property(fc.array(gap, { maxLength: 8 }), (gaps) => {
        const { bars } = judgeWallDay({ ...healthy, gaps }, now);
        const within = gaps.filter(({ to }) => to > now - DAY);
        expect(bars.some((bar) => bar !== 'live')).toBe(within.length > 0);
      }),
    );
  });
});
