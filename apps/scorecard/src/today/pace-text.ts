import type { PersonLine, PersonScorecard, Unit } from '@bellwether/contracts';
import { formatAmount, formatScore } from '@bellwether/ui';
import { duringText } from '../score/periods.js';
import { mainLine } from './main-line.js';
import { roundedAim } from './rounded-aim.js';

/** The page's one sentence, and a smaller one for the next step. */
export interface PaceText {
  readonly title: string;
  readonly sub: string;
}

/** How somebody stands against their own plan, in words. */
export function paceText(card: PersonScorecard, locale: string): PaceText {
  const main = mainLine(card);
  if (!card.worksToday) return offText(card.dayOff, main, locale);
  if (!main) return { title: 'Your scorecard has no line for you yet', sub: 'Ask your manager' };
  if (main.attainment === null && main.target === 0) {
    return {
      title: `Nothing is asked of you ${duringText(main.period.kind)}`,
      sub: 'You are away on all working days. What you do counts all the same',
    };
  }
  if (main.direction === 'higher' && main.actual !== null && main.actual >= main.target) {
    return reachedText(main, locale);
  }
  return main.pace ? runningText(main, main.pace, locale) : levelText(main, locale);
}

function offText(
  dayOff: PersonScorecard['dayOff'],
  main: PersonLine | null,
  locale: string,
): PaceText {
  const title =
    dayOff === 'holiday'
      ? 'It is a holiday. Your pace waits for you'
      : 'You are off today. Your pace waits for you';
  const gap = main && gapOf(main);
  if (!main || gap === null) return { title, sub: '' };
  const amount = formatAmount(main.unit, Math.abs(gap), locale);
  return { title, sub: gap === 0 ? 'You left on pace' : `You left ${amount} ${sideOf(gap)}` };
}

function reachedText({ unit, actual, target, period }: PersonLine, locale: string): PaceText {
  const over = (actual ?? 0) - target;
  const title = `Your target is reached: ${formatAmount(unit, roundedAim(unit, target), locale)}`;
  return {
    title,
    sub:
      over > 0
        ? `${formatAmount(unit, over, locale)} more than asked ${duringText(period.kind)}`
        : 'Everything from here on is more than asked',
  };
}

function runningText(
  line: PersonLine,
  pace: NonNullable<PersonLine['pace']>,
  locale: string,
): PaceText {
  const { unit, period, target } = line;
  const gap = gapOf(line);
  if (pace.state === 'not-started' || gap === null) {
    return {
      title: `${formatAmount(unit, roundedAim(unit, target), locale)} ${duringText(period.kind)}`,
      sub: needText(unit, pace, 'makes your plan', locale) || 'Your first working day begins it',
    };
  }
  if (gap === 0) {
    return { title: 'On your pace', sub: needText(unit, pace, 'keeps you there', locale) };
  }
  const amount = formatAmount(unit, Math.abs(gap), locale);
  if (gap > 0) {
    return {
      title: `${amount} ahead of your pace`,
      sub: needText(unit, pace, 'is enough from here', locale),
    };
  }
  return {
    title: `${amount} behind your pace`,
    sub: levelAgainText(unit, -gap, locale),
  };
}

/** Quotients have no pace, only a level; nor has what is the better the lower it is. */
function levelText(
  { unit, title, actual, target, direction }: PersonLine,
  locale: string,
): PaceText {
  const aim = formatScore(unit, target, locale);
  if (actual === null) return { title: `No ${title} yet`, sub: `Your target is ${aim}` };
  const met = direction === 'lower' ? actual <= target : actual >= target;
  return {
    title: `${title}: ${formatScore(unit, actual, locale)}`,
    sub: met ? `Your target of ${aim} is met` : `Your target is ${aim}`,
  };
}

/** How far ahead (or, below zero, behind) of pace, in what people count; null without a pace. */
function gapOf({ actual, pace, unit }: PersonLine): number | null {
  if (actual === null || !pace || pace.expected === null) return null;
  const gap = actual - pace.expected;
  const step = stepOf(unit, Math.abs(gap));
  if (Math.abs(gap) < step / 2) return 0;
  // What is told to be missing is enough, and what is told to be there is there.
  return (gap > 0 ? Math.max(1, Math.floor(gap / step)) : Math.floor(gap / step)) * step;
}

/** Nobody holds half a meeting, and nobody needs the cents of a pace. */
function stepOf(unit: Unit, amount: number): number {
  switch (unit.kind) {
    case 'count':
    case 'points':
      return 1000;
    case 'money': {
      const one = 10 ** unit.minorDigits;
      return amount >= 10_000 * one ? 100 * one : amount >= 1000 * one ? 10 * one : one;
    }
    case 'duration':
      return 60;
    case 'days':
      return 8_640;
    case 'per':
    case 'ratio':
    case 'share':
    case 'place':
      return 0.01;
  }
}

function needText(
  unit: Unit,
  { neededPerDay }: NonNullable<PersonLine['pace']>,
  deed: string,
  locale: string,
): string {
  if (neededPerDay === null || neededPerDay <= 0) return '';
  const step = stepOf(unit, neededPerDay);
  const rounded =
    unit.kind === 'count' || unit.kind === 'points'
      ? Math.ceil(neededPerDay / 100) * 100
      : Math.ceil(neededPerDay / step) * step;
  return `${formatAmount(unit, rounded, locale)} a day ${deed}`;
}

function levelAgainText(unit: Unit, amount: number, locale: string): string {
  const isCounted = unit.kind === 'count' || unit.kind === 'points';
  if (isCounted && amount === 1000) return 'One more today brings you level';
  return `${formatScore(unit, amount, locale)} more today ${isCounted ? 'bring' : 'brings'} you level`;
}

function sideOf(gap: number): string {
  return gap > 0 ? 'ahead' : 'behind';
}
