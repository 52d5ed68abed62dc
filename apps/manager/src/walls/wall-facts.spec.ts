import type { SeenWall, WallDayReply } from '@bellwether/contracts';
import { describe, expect, it } from 'vitest';
import { dayText, wallFacts } from './wall-facts.js';

const place = { timeZone: 'Europe/Dublin', locale: 'en-IE' };
const now = Date.parse('2026-11-20T14:32:00Z');
const vitals = {
  upSeconds: 29 * 86_400 + 3_600,
  clockAhead: 200,
  memory: 184_000_000,
  sound: 'ready',
  width: 1920,
  height: 1080,
  slide: null,
} as const;
const seen: SeenWall = {
  screenId: 7,
  life: 'live',
  seenAt: now - 1_000,
  since: now - 60_000,
  engine: 'Chromium 76',
  told: { toldAt: now - 1_000, vitals },
};
const facts = (wall: SeenWall, volume = 0.6) =>
  wallFacts({ volume }, wall, now, place).map(({ name, text }) => `${name}: ${text}`);
const told = (more: Partial<NonNullable<SeenWall['told']>['vitals']>): SeenWall => ({
  ...seen,
  told: { toldAt: now, vitals: { ...vitals, ...more } },
});

describe('the facts of a wall', () => {
  it('are as many as it tells', () => {
    expect(facts(seen)).toEqual([
      'Sound: On, 60 %',
      'Last heartbeat: 1 s ago',
      'Up since: 22 Oct, 29 days',
      'Memory: 184 MB',
      'Clock: 0.2 s ahead',
      'Engine: Chromium 76, 1080p',
    ]);
    expect(facts({ ...seen, told: null })).toEqual([
      'Last heartbeat: 1 s ago',
      'Engine: Chromium 76',
    ]);
  });

  it.each([
    [{ sound: 'locked' }, 'Sound: Locked: press OK on its remote'],
    [{ clockAhead: -42 }, 'Clock: Right'],
    [{ clockAhead: -7_200_000 }, 'Clock: 2 h behind'],
    [{ width: 3840, height: 2160 }, 'Engine: Chromium 76, 4K'],
    [{ width: 1366, height: 768 }, 'Engine: Chromium 76, 1366 × 768'],
    [{ upSeconds: 90 }, 'Up since: 20 Nov, 1 min 30 s'],
  ] as const)('say of %j: %s', (more, fact) => {
    expect(facts(told(more))).toContain(fact);
  });

  it('leave out what the engine does not know', () => {
    const names = facts(told({ memory: null, clockAhead: null })).join();
    expect(names).not.toMatch(/Memory|Clock/);
  });
});

describe('the last day in words', () => {
  const none = { times: 0, seconds: 0 };
  const day = (more: Partial<WallDayReply>): WallDayReply => ({
    bars: ['live', 'live'],
    late: none,
    dark: none,
    ...more,
  });

  it.each([
    [day({}), 'live all the time'],
    [day({ bars: ['unknown', 'live'] }), 'live since it was opened'],
    [day({ bars: ['unknown'] }), 'nothing was heard yet'],
    [day({ late: { times: 1, seconds: 40 } }), 'late once, for 40 s'],
    [
      day({ late: { times: 3, seconds: 95 }, dark: { times: 2, seconds: 2_040 } }),
      'dark twice, for 34 min, late 3 times, for 1 min 35 s',
    ],
  ])('%j', (told, text) => {
    expect(dayText(told)).toBe(`Last 24 hours: ${text}`);
  });
});
