import type { Privacy } from '@bellwether/domain';
import { DEALS_WON, REVENUE_WON } from '@bellwether/domain';
import type { CelebrationNotice } from '../ports/celebrations.js';

/**
 * A celebration without what the privacy of won deals and of their revenue keeps back, from everybody
 * or from those who manage. Undefined when wins are not for them at all.
 */
export function discreetCelebration(
  notice: CelebrationNotice,
  privacyOf: (metric: string) => Privacy,
  manages: boolean,
): CelebrationNotice | undefined {
  const deals = privacyOf(DEALS_WON);
  const revenue = privacyOf(REVENUE_WON);
  if (!isFor(deals, manages)) return undefined;
  const amount = tellsValues(revenue, manages) ? notice.amount : null;
  return {
    ...notice,
    amount,
    standing: discreetStanding(notice.standing, revenue, deals, manages),
  };
}

function discreetStanding(
  standing: CelebrationNotice['standing'],
  revenue: Privacy,
  deals: Privacy,
  manages: boolean,
): CelebrationNotice['standing'] {
  if (standing === null || !isFor(revenue, manages)) return null;
  const { rankBefore, rankAfter, toTheBell, dealsThisPeriod } = standing;
  const most = manages ? null : revenue.places;
  const isListed = (rank: number | null) => rank !== null && (most === null || rank <= most);
  const tells = isListed(rankAfter);
  return {
    ...standing,
    rankBefore: tells && isListed(rankBefore) ? rankBefore : null,
    rankAfter: tells ? rankAfter : null,
    toTheBell: tells && tellsValues(revenue, manages) ? toTheBell : null,
    dealsThisPeriod: tellsValues(deals, manages) ? dealsThisPeriod : null,
  };
}

function isFor({ audience }: Privacy, manages: boolean): boolean {
  return manages ? audience !== 'person' : audience === 'everyone';
}

function tellsValues(privacy: Privacy, manages: boolean): boolean {
  return isFor(privacy, manages) && (manages || privacy.shows === 'value');
}
