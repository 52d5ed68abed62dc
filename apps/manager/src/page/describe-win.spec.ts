import type { Celebration } from '@bellwether/contracts';
import { describe, expect, it } from 'vitest';
import { describeWin } from './describe-win.js';

const standing = {
  boardTitle: 'Closed-won revenue',
  periodLabel: 'November',
  rankBefore: 5,
  rankAfter: 3,
  toTheBell: 1_235_000,
  dealsThisPeriod: 4_000,
};
const win = (change: Partial<Celebration> = {}): Celebration => ({
  id: '1',
  kind: 'deal-won',
  person: { id: 7, name: 'Minh Châu', shortName: 'Châu', photoUrl: null, team: null },
  amount: 840_000,
  currency: 'EUR',
  minorDigits: 2,
  deal: 'Annual licence',
  account: 'Nordbad Kliniken',
  standing,
  happenedAt: 0,
  arrivedAt: 0,
  ...change,
});

describe('a won deal', () => {
  it.each([
    [standing, 'Châu is 3rd now, was 5th'],
    [{ ...standing, rankAfter: 1 }, 'Châu takes the bell'],
    [{ ...standing, rankBefore: 1, rankAfter: 1 }, 'Châu keeps the bell'],
    [{ ...standing, rankBefore: 3 }, 'Châu is 3rd, €12,350 to the bell'],
    [{ ...standing, rankBefore: null }, 'Châu is 3rd, €12,350 to the bell'],
    [null, 'Châu'],
  ])('with the standing %j says %j', (told, line) => {
    expect(describeWin(win({ standing: told }), 'en-IE').line).toBe(line);
  });

  it('is called by the customer, the deal, or nothing', () => {
    expect(describeWin(win(), 'en-IE').title).toBe('Nordbad Kliniken');
    expect(describeWin(win({ account: null }), 'en-IE').title).toBe('Annual licence');
    expect(describeWin(win({ account: null, deal: null }), 'en-IE').title).toBe('A deal');
  });
});
