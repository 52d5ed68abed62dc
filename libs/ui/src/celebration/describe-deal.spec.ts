import type { Celebration } from '@bellwether/contracts';
import { describe, expect, it } from 'vitest';
import { celebration } from './celebration.fixture.js';
import { dealFacts, describeDeal } from './describe-deal.js';

type Standing = NonNullable<Celebration['standing']>;
const facts = (standing: Partial<Standing>) =>
  dealFacts(
    celebration({
      id: 'a',
      standing: {
        boardTitle: 'Closed-won',
        periodLabel: 'November',
        rankBefore: 3,
        rankAfter: 2,
        toTheBell: 1_235_000,
        dealsThisPeriod: 6_000,
        ...standing,
      },
    }),
    'en-IE',
  ).map(({ label, value, up }) => `${label}: ${value}${up ? ' up' : ''}`);

describe('dealFacts', () => {
  it('says what the deal did', () => {
    expect(facts({})).toEqual([
      'Closed-won, November: 3rd to 2nd up',
      'To the bell: €12,350',
      'Deals, November: 6',
    ]);
  });

  it.each([
    [{ rankBefore: 2, rankAfter: 1, toTheBell: null }, 'The bell: takes it'],
    [{ rankBefore: 1, rankAfter: 1, toTheBell: null }, 'The bell: keeps it'],
    [{ rankBefore: null, rankAfter: 9 }, 'Closed-won, November: 9th up'],
    [{ rankBefore: 2, rankAfter: 2 }, 'Closed-won, November: 2nd'],
  ])('for %o tells "%s"', (standing, fact) => {
    expect(facts(standing)).toContain(fact);
  });

  it('says nothing when nothing is known', () => {
    expect(dealFacts(celebration({ id: 'a' }), 'en-IE')).toEqual([]);
  });
});

it.each([
  ['Orsini', 'Renewal', 'Orsini, Renewal'],
  ['Orsini', null, 'Orsini'],
  [null, ' ', ''],
])('describes %s and %s as "%s"', (account, deal, text) => {
  expect(describeDeal({ account, deal })).toBe(text);
});
