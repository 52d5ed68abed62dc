import type { VersusReply } from '@bellwether/contracts';
import { describe, expect, it } from 'vitest';
import { comparisonText, effectText } from './comparison-text.js';

const money = { kind: 'money', currency: 'EUR', minorDigits: 2 } as const;
const count = { kind: 'count', one: 'deal', many: 'deals' } as const;
const ratio = { kind: 'ratio' } as const;
const AT = Date.UTC(2026, 10, 19, 14, 18);

const side = (name: string, rank: number | null, more: Partial<VersusReply['own']> = {}) => ({
  id: rank ?? 9,
  name,
  rank,
  tied: false,
  score: 1,
  halves: null,
  reachedAt: AT,
  ...more,
});
const reply = (change: Partial<VersusReply>, unit: VersusReply['metric']['unit'] = money) => ({
  metric: { key: 'revenue_won', title: 'Revenue', unit, direction: 'higher' as const },
  own: side('Ada', 3),
  other: side('Farid', 1),
  verdict: null,
  parts: null,
  needs: null,
  recordType: 'deal',
  ...change,
});
const place = { timeZone: 'UTC', locale: 'en-IE', now: AT + 60_000, isOwn: false };
const behind = { verdict: { kind: 'behind', by: 1_235_000 } } as const;

const cases: [string, VersusReply, string, string | null][] = [
  ['behind the leader', reply(behind), '€12,350 to the bell', null],
  ['behind another', reply({ ...behind, other: side('Bea', 2) }), '€12,350 to 2nd', null],
  ['ahead', reply({ verdict: { kind: 'ahead', by: 5_000 } }), '€50 ahead of Farid', null],
  ['with what it takes', reply({ ...behind, needs: { kind: 'more', gap: 1_235_000, each: 617_551.3, times: 2 } }), '€12,350 to the bell', '2 more deals of their average size, €6,176, draw level'], // prettier-ignore
  ['with one that does it', reply({ ...behind, needs: { kind: 'more', gap: 9, each: 1_000, times: 1 } }), '€12,350 to the bell', '1 more deal of their average size, €10, draws level'], // prettier-ignore
  ['a count, which says it already', reply({ verdict: { kind: 'behind', by: 2_000 }, needs: { kind: 'more', gap: 2_000, each: 1_000, times: 2 } }, count), '2 deals to the bell', null], // prettier-ignore
  ['a rate', reply({ verdict: { kind: 'behind', by: 0.082 }, needs: { kind: 'in-a-row', times: 4 } }, ratio), '8.2 points to the bell', 'If the next 4 all count, it is level'], // prettier-ignore
  ['less being better', reply({ ...behind, needs: { kind: 'less', gap: 500, each: null, times: null } }), '€12,350 to the bell', '€5 less draws level'], // prettier-ignore
  ['places alone', reply({ verdict: { kind: 'behind', by: null } }), 'Farid is ahead', 'Of this metric places are told, and no scores'], // prettier-ignore
  ['level', reply({ verdict: { kind: 'level', first: 'other' }, own: side('Ada', 2, { tied: true }) }), 'Level. Farid got there first, 14:18', 'The same score is the same place: both are 2nd'], // prettier-ignore
  ['level at one moment', reply({ verdict: { kind: 'level', first: null } }), 'Level with Farid', 'The same score is the same place: both are 3rd'], // prettier-ignore
  ['no place', reply({ verdict: { kind: 'unplaced', who: 'own' }, other: null }), 'No place yet', 'A place begins with the first entry that counts'], // prettier-ignore
  ['no rate', reply({ verdict: { kind: 'unplaced', who: 'own' } }, ratio), 'No place yet', 'A rate begins with the first one that could count'], // prettier-ignore
  ['the other without a place', reply({ verdict: { kind: 'unplaced', who: 'other' } }), 'Farid has no place yet', 'A place begins with the first entry that counts'], // prettier-ignore
  ['nobody who is shown', reply({ other: null }), 'Whoever is ahead is not shown here', null],
  ['nobody at all', reply({ other: null, own: side('Ada', 1) }), 'Nobody else has a place yet', null], // prettier-ignore
];

describe('why somebody stands where they stand', () => {
  it.each(cases)('%s', (_, asked, title, sub) => {
    expect(comparisonText(asked, place)).toEqual({ title, sub });
  });

  it('speaks to whoever it is about', () => {
    const own = { ...place, isOwn: true };
    const asked = reply({ ...behind, needs: { kind: 'more', gap: 9, each: 1_000, times: 1 } });
    expect(comparisonText(asked, own).sub).toContain('your average size');
    const level = reply({ verdict: { kind: 'level', first: 'own' } });
    expect(comparisonText(level, own).title).toBe('Level. You got there first, 14:18');
    const none = reply({ verdict: { kind: 'unplaced', who: 'own' } });
    expect(comparisonText(none, own).title).toBe('You have no place yet');
  });
});

it.each([
  [400_000, money, '+€4,000'],
  [-0.082, ratio, '−8.2 points'],
  [0, money, 'even'],
  [0.000_000_1, ratio, 'even'],
  [null, money, ''],
])('what makes %d of a difference in %o is told as %s', (effect, unit, expected) => {
  expect(effectText(unit, effect, 'en-IE')).toBe(expected);
});
