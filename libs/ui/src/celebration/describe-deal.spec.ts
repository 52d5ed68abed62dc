import type { Celebration } from '@bellwether/contracts';
import { describe, expect, it } from 'vitest';
import { celebration } from './celebration.fixture.js';
import { dealFacts, describeDeal, totalFacts } from './describe-deal.js';

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

describe('totalFacts', () => {
  const deals = [
    celebration({ id: 'a', amount: 100_000 }),
    celebration({ id: 'b', amount: 900_000 }),
    celebration({ id: 'c', amount: null }),
  ];
  const told = (all: typeof deals) =>
    totalFacts(all, 'en-IE').map(({ label, value }) => `${label}: ${value}`);

  it('counts the winners and names the largest deal', () => {
    expect(told(deals)).toEqual(['People: 1', 'Largest, Tomás: €9,000']);
  });

  it('compares no currencies', () => {
    expect(told([...deals, celebration({ id: 'd', currency: 'USD' })])).toEqual(['People: 1']);
  });
});

it.each([
  ['Orsini', 'Renewal', 'Orsini, Renewal'],
  ['Orsini', null, 'Orsini'],
  [null, ' ', ''],
])('describes %s and %s as "%s"', (account, deal, text) => {
  expect(describeDeal({ account, deal })).toBe(text);
});
