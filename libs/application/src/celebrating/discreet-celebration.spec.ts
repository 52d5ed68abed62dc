import type { PersonId, Privacy } from '@bellwether/domain';
import { expect, it } from 'vitest';
import type { CelebrationNotice } from '../ports/celebrations.js';
import { discreetCelebration } from './discreet-celebration.js';

const notice: CelebrationNotice = {
  id: '1',
  kind: 'deal-won',
  person: { id: 7 as PersonId, name: 'Ada', shortName: 'Ada', photoUrl: null, team: null },
  amount: 5_000,
  currency: 'EUR',
  minorDigits: 2,
  deal: null,
  account: null,
  standing: {
    boardTitle: 'Closed-won revenue',
    periodLabel: 'November',
    rankBefore: 9,
    rankAfter: 4,
    toTheBell: 900,
    dealsThisPeriod: 2_000,
  },
  happenedAt: 0,
  arrivedAt: 0,
};
const open: Privacy = { audience: 'everyone', shows: 'value', places: null };

function told(revenue: Partial<Privacy>, deals: Partial<Privacy>, manages: boolean) {
  const privacyOf = (metric: string): Privacy => ({
    ...open,
    ...(metric === 'revenue_won' ? revenue : deals),
  });
  const seen = discreetCelebration(notice, privacyOf, manages);
  if (!seen) return 'nothing';
  const { amount, standing } = seen;
  return [amount, standing && Object.values(standing).slice(2)];
}

it.each<[string, Partial<Privacy>, Partial<Privacy>, boolean, unknown]>([
  ['everything of what is open', {}, {}, false, [5_000, [9, 4, 900, 2_000]]],
  ['no place that is not listed', { places: 5 }, {}, false, [5_000, [null, 4, 900, 2_000]]],
  ['nothing below the list', { places: 3 }, {}, false, [5_000, [null, null, null, 2_000]]],
  ['no values but places', { shows: 'rank' }, { shows: 'rank' }, false, [null, [9, 4, null, null]]],
  ['no standing of a team’s own', { audience: 'team' }, {}, false, [null, null]],
  ['no wins that are not for all', {}, { audience: 'team' }, false, 'nothing'],
  [
    'all to managers',
    { audience: 'managers', places: 1 },
    { audience: 'team', shows: 'rank' },
    true,
    [5_000, [9, 4, 900, 2_000]],
  ],
  ['not what is a person’s own', { audience: 'person' }, {}, true, [null, null]],
  ['nor that it happened', {}, { audience: 'person' }, true, 'nothing'],
])('tells %s', (_, revenue, deals, manages, expected) => {
  expect(told(revenue, deals, manages)).toEqual(expected);
});
