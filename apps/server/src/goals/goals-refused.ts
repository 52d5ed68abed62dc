import type { GoalRefusal, ReliefOutcome } from '@bellwether/application';
import type { GoalRefusals } from '@bellwether/contracts';
import { PublicError } from '../http/public-error.js';

/** Nothing was set: which goals could not be, and why. */
export function goalsRefused(refusals: readonly GoalRefusal[]): PublicError {
  const told: GoalRefusals = refusals.map((refusal) => ({
    index: refusal.index,
    reason: reasonOf(refusal),
  }));
  const [first] = told;
  const more = told.length > 1 ? `, and ${told.length - 1} more` : '';
  const detail = `Nothing was set. ${first?.reason ?? ''}${more}`;
  return new PublicError('impossible', detail, `/goals/${first?.index ?? 0}`, { refusals: told });
}

export function reliefRefused(outcome: Exclude<ReliefOutcome, 'given'>): PublicError {
  return new PublicError('impossible', REASONS[outcome], FIELDS[outcome]);
}

function reasonOf(refusal: GoalRefusal): string {
  if (refusal.because !== 'double') return REASONS[refusal.because];
  return `${refusal.other} has a number of its own, which counts the same days`;
}

const REASONS: Readonly<Record<Exclude<ReliefOutcome, 'given'>, string>> = {
  'unknown-person': 'There is no such person',
  'unknown-team': 'There is no such team',
  'no-period': 'That is no month, quarter or year',
  twice: 'The same goal is named twice',
  double: 'Another goal counts the same days',
  'money-only': 'A team has money as its goal, as a whole',
  'not-in-team': 'The manager is not in that team',
  'ends-before-it-begins': 'Relief ends before it begins',
  'in-a-closed-month': 'That month is over; relief changes what is due from this month on',
  'no-goal': 'There is no goal in these months to take it from',
  'too-much': 'Relief takes off more than is due in these months',
};

const FIELDS: Readonly<Partial<Record<ReliefOutcome, string>>> = {
  'ends-before-it-begins': '/until',
  'in-a-closed-month': '/from',
  'no-goal': '/amount',
  'too-much': '/amount',
};
