import type { Unit } from '@bellwether/contracts';
import { formatDuration } from './format-duration.js';
import { formatMoney } from './format-money.js';
import { numberFormat, withTrueMinus } from './number-format.js';

/** A score without its unit's word, as it stands in a column of scores. */
export function formatScore(unit: Unit, score: number, locale: string): string {
  switch (unit.kind) {
    case 'money':
      return formatMoney(score, unit, locale);
    case 'count':
    case 'points':
      return thousandths(score, locale);
    case 'duration':
      return formatDuration(score);
    case 'days':
      return formatDays(score, locale);
    case 'per':
      return perText(score, locale);
    case 'ratio':
      return percent(score, locale);
    case 'share':
      return wholePercent(score, locale);
    case 'place':
      return '';
  }
}

/** A difference of scores with its unit's word, as it stands in a sentence: `2 calls`, `€8,400`. */
export function formatAmount(unit: Unit, amount: number, locale: string): string {
  switch (unit.kind) {
    case 'money':
      return formatMoney(amount, unit, locale);
    case 'count':
      return `${thousandths(amount, locale)} ${amount === 1000 ? unit.one : unit.many}`;
    case 'points':
      return `${thousandths(amount, locale)} ${amount === 1000 ? 'point' : 'points'}`;
    case 'duration':
      return formatDuration(amount);
    case 'days':
      return formatDays(amount, locale);
    case 'per':
      return perText(amount, locale);
    case 'ratio':
      // A difference between two percentages is counted in points.
      return `${decimals(amount * 100, 1, locale)} points`;
    case 'share':
      return wholePercent(amount, locale);
    case 'place':
      return '';
  }
}

/** The parts of a score that a count-up may pass through, so that no decimals flicker on the way. */
export function scoreStep(unit: Unit, score: number): number {
  switch (unit.kind) {
    case 'money': {
      const one = 10 ** unit.minorDigits;
      return Math.abs(score) >= 1000 * one || score % one === 0 ? one : 1;
    }
    case 'count':
    case 'points':
      return score % 1000 === 0 ? 1000 : 100;
    case 'duration':
      return 1;
    case 'days':
      return DAY / 10;
    case 'per':
      return 0.01;
    case 'ratio':
      return 0.001;
    case 'share':
      return 0.01;
    case 'place':
      return 1;
  }
}

/** How many of what people count one score is: a cent is a hundredth of a euro. */
export function wholes(unit: Unit, score: number): number {
  switch (unit.kind) {
    case 'money':
      return score / 10 ** unit.minorDigits;
    case 'count':
    case 'points':
      return score / 1000;
    case 'duration':
    case 'per':
      return score;
    case 'days':
      return score / DAY;
    case 'ratio':
    case 'share':
      return score * 100;
    case 'place':
      return 0;
  }
}

const DAY = 86_400;

/** Few are told apart by hundredths: `2.28`, `16.3`. */
function perText(value: number, locale: string): string {
  return decimals(value, Math.abs(value) < 10 ? 2 : 1, locale);
}

/** Seconds as days and tenths of a day: `51.8 d`. */
function formatDays(seconds: number, locale: string): string {
  return `${decimals(seconds / DAY, 1, locale)} d`;
}

function thousandths(value: number, locale: string): string {
  return decimals(value / 1000, 2, locale);
}

function decimals(value: number, most: number, locale: string): string {
  const options = { minimumFractionDigits: 0, maximumFractionDigits: most };
  return withTrueMinus(numberFormat(locale, options).format(value + 0));
}

function wholePercent(value: number, locale: string): string {
  return percent(value, locale, 0);
}

function percent(value: number, locale: string, digits = Math.abs(value) >= 1 ? 0 : 1): string {
  const options = {
    style: 'percent',
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  };
  return withTrueMinus(numberFormat(locale, options as Intl.NumberFormatOptions).format(value + 0));
}
