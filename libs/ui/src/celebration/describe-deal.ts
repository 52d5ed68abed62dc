import type { Celebration } from '@bellwether/contracts';
import { formatMoney } from '../numbers/format-money.js';
import { formatScore } from '../numbers/format-score.js';
import { ordinal } from '../numbers/ordinal.js';

/** Something the deal did, for the strip under a celebration. */
export interface DealFact {
  readonly label: string;
  readonly value: string;
  /** The place got better. */
  readonly up: boolean;
}

/** What was sold and to whom, as far as it is known. */
export function describeDeal({ account, deal }: Pick<Celebration, 'account' | 'deal'>): string {
  return [account, deal].filter((part) => part !== null && part.trim() !== '').join(', ');
}

/** What a deal did to the standing: the place, what is missing to the bell, how many it makes. */
export function dealFacts(celebration: Celebration, locale: string): DealFact[] {
  const { standing } = celebration;
  if (!standing) return [];
  const { boardTitle, periodLabel, rankBefore, rankAfter, toTheBell, dealsThisPeriod } = standing;
  const facts: DealFact[] = [];
  if (rankAfter !== null) {
    const up = rankBefore === null || rankAfter < rankBefore;
    const value =
      rankBefore !== null && rankBefore !== rankAfter
        ? `${ordinal(rankBefore)} to ${ordinal(rankAfter)}`
        : ordinal(rankAfter);
    facts.push({ label: `${boardTitle}, ${periodLabel}`, value, up });
  }
  if (toTheBell !== null) {
    facts.push({ label: 'To the bell', value: formatMoney(toTheBell, celebration, locale), up: false });
  } else if (rankAfter === 1) {
    const value = rankBefore === 1 ? 'keeps it' : 'takes it';
    facts.push({ label: 'The bell', value, up: false });
  }
  const deals = formatScore({ kind: 'count', one: 'deal', many: 'deals' }, dealsThisPeriod, locale);
  facts.push({ label: `Deals, ${periodLabel}`, value: deals, up: false });
  return facts;
}
