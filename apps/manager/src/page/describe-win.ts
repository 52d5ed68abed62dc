import type { Celebration } from '@bellwether/contracts';
import { formatMoney, ordinal } from '@bellwether/ui';

/** A won deal in two lines: with whom, and what it did to the standing. */
export function describeWin(win: Celebration, locale: string): { title: string; line: string } {
  return {
    title: win.account ?? win.deal ?? 'A deal',
    line: `${win.person.shortName}${standingText(win, locale)}`,
  };
}

function standingText({ standing, currency, minorDigits }: Celebration, locale: string): string {
  if (!standing || standing.rankAfter === null) return '';
  const { rankBefore, rankAfter, toTheBell } = standing;
  if (rankAfter === 1) return rankBefore === 1 ? ' keeps the bell' : ' takes the bell';
  const place = ordinal(rankAfter);
  if (rankBefore !== null && rankBefore > rankAfter) {
    return ` is ${place} now, was ${ordinal(rankBefore)}`;
  }
  if (toTheBell === null) return ` is ${place}`;
  return ` is ${place}, ${formatMoney(toTheBell, { currency, minorDigits }, locale)} to the bell`;
}
