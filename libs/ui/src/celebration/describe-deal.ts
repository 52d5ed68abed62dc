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

const DEALS = { kind: 'count', one: 'deal', many: 'deals' } as const;

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
    facts.push({
      label: 'To the bell',
      value: formatMoney(toTheBell, celebration, locale),
      up: false,
    });
  } else if (rankAfter === 1) {
    const value = rankBefore === 1 ? 'keeps it' : 'takes it';
    facts.push({ label: 'The bell', value, up: false });
  }
  if (dealsThisPeriod !== null) {
    const value = formatScore(DEALS, dealsThisPeriod, locale);
    facts.push({ label: `Deals, ${periodLabel}`, value, up: false });
  }
  return facts;
}

/** What many deals have in common: how many people and teams won them, and the largest. */
export function totalFacts(celebrations: readonly Celebration[], locale: string): DealFact[] {
  const people = new Set(celebrations.map(({ person }) => person.id));
  const teams = new Set(celebrations.flatMap(({ person }) => person.team?.id ?? []));
  const facts: DealFact[] = [{ label: 'People', value: String(people.size), up: false }];
  if (teams.size > 0) facts.push({ label: 'Teams', value: String(teams.size), up: false });
  const largest = largestOf(celebrations);
  if (largest?.amount) {
    const value = formatMoney(largest.amount, largest, locale);
    facts.push({ label: `Largest, ${largest.person.shortName}`, value, up: false });
  }
  return facts;
}

/** Nothing is the largest of amounts that cannot be compared. */
function largestOf(celebrations: readonly Celebration[]): Celebration | null {
  if (new Set(celebrations.map(({ currency }) => currency)).size > 1) return null;
  return celebrations.reduce<Celebration | null>(
    (largest, deal) => ((deal.amount ?? 0) > (largest?.amount ?? 0) ? deal : largest),
    null,
  );
}
