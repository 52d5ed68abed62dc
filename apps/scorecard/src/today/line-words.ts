import type { PersonLine } from '@bellwether/contracts';
import { formatMoney, formatScore, numberFormat } from '@bellwether/ui';
import { roundedAim } from './rounded-aim.js';

/** The target behind a number: ` / 45`; of money without its sign, which stands before it already. */
export function aimText({ unit, target, attainment, direction }: PersonLine, locale: string) {
  if (attainment === null && target === 0) return '';
  const of = direction === 'lower' ? ' of at most ' : ' / ';
  if (unit.kind !== 'money') return of + formatScore(unit, roundedAim(unit, target), locale);
  const text = formatMoney(roundedAim(unit, target), unit, locale);
  return of + text.replace(/[^\d.,'’\s\u00a0\u202f-]/g, '').trim();
}

/** What needs a word besides its bar; null for most. */
export function lineNote(line: PersonLine, locale: string): string | null {
  const { unit, target, attainment, minimum, minimumMet, hasOwnTarget, fullTarget, pace } = line;
  if (!line.isForYou) return null;
  if (attainment === null && target === 0) {
    // Of today the sentence above has said so already.
    return line.part === 'activity' ? null : 'You are away: nothing is asked of you';
  }
  if (attainment !== null && attainment > 1 && line.direction === 'higher') {
    const percent = numberFormat(locale, { maximumFractionDigits: 0 }).format(attainment * 100);
    return `${percent} % of your target`;
  }
  if (minimum !== null && minimumMet === false) {
    return `From ${formatScore(unit, minimum, locale)} on the day counts for your streak`;
  }
  if (target < fullTarget && pace) {
    const days = `${pace.totalDays} working ${pace.totalDays === 1 ? 'day' : 'days'}`;
    return `For your ${days}; the whole is ${formatScore(unit, fullTarget, locale)}`;
  }
  return hasOwnTarget ? 'Your own target' : null;
}

/** The same for who cannot see the bar: `of 45, pace 30`. */
export function lineWords({ isForYou, unit, actual, target, pace }: PersonLine, locale: string) {
  if (!isForYou) return 'is not shown to you';
  const aim = `of ${formatScore(unit, roundedAim(unit, target), locale)}`;
  const expected = pace?.expected ?? null;
  const at =
    expected === null
      ? ''
      : `, your pace is ${formatScore(unit, roundedAim(unit, expected), locale)}`;
  return `${actual === null ? 'none yet ' : ''}${aim}${at}. Show the entries behind it`;
}
