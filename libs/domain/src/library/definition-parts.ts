import type { CreditRule, DateRule, MeasureDefinition, MeasureRule } from '../measures/measure.js';
import { USUAL_LEAST } from '../metrics/least.js';
import type { MetricUnit } from '../metrics/metric.js';
import type { MetricDefinition, PartDefinition, Terms } from './built-in.js';

export const owner: CreditRule = { kind: 'field', fields: ['owner'] };
export const one = { kind: 'one' } as const;

/** On the day of the first of these fields that is known. */
export function on(...fields: readonly string[]): readonly DateRule[] {
  return fields.map((field) => ({ kind: 'field', field }));
}

/** The first time that a field came to have one of the values. */
export function entered(field: string, ...values: readonly string[]): DateRule {
  return { kind: 'entered', field, values, which: 'first' };
}

/** On the day that a deal says it was closed, else when it became what it is. */
export function closed(...statuses: readonly ('won' | 'lost')[]): readonly DateRule[] {
  return [...on('closedOn'), { kind: 'entered', field: 'status', values: statuses, which: 'last' }];
}

/** The day that a record says it was created, else when it was first heard of. */
export const created: readonly DateRule[] = [...on('createdAt'), { kind: 'first-heard' }];
export const callEnded = on('endedAt', 'startedAt', 'createdAt');
/** So marked, or two minutes of talk. */
export const REACHED =
  '(has(call.outcome) && call.outcome == "conversation") || call.talkSeconds >= 120';
/** What a sequence sends by itself is nobody's activity. */
export const HAND_WRITTEN =
  '!(has(email.automated) && email.automated) && ' +
  '!(has(email.direction) && email.direction == "inbound")';
export const meetingHeld: readonly DateRule[] = [
  ...on('heldAt', 'startsAt'),
  { kind: 'entered', field: 'status', values: ['held'], which: 'last' },
];

export function countUnit(singular: string, plural: string): MetricUnit {
  return { kind: 'count', one: singular, many: plural };
}

/** A count of records by one rule. */
export function counter(
  key: string,
  words: { readonly one: string; readonly many: string },
  rule: Omit<MeasureRule, 'credit' | 'amount'> & { readonly credit?: CreditRule },
): MeasureDefinition {
  return { key, unit: 'count', words, rules: [{ credit: owner, ...rule, amount: one }] };
}

type Timing = MetricDefinition['timing'];

export function sumOf(
  key: string,
  title: string,
  unit: MetricUnit,
  timing: Timing,
  terms: Terms = { [key]: 1 },
): MetricDefinition {
  return { key, title, unit, direction: 'higher', timing, formula: { kind: 'sum', terms } };
}

/** A percentage; of too few counts nobody has a place by it. */
export function shareOf(
  key: string,
  title: string,
  timing: Timing,
  numerator: Terms,
  denominator: Terms,
  of?: 'money',
): MetricDefinition {
  const unit: MetricUnit = of ? { kind: 'ratio', of } : { kind: 'ratio' };
  return {
    key,
    title,
    unit,
    direction: 'higher',
    timing,
    formula: { kind: 'ratio', numerator, denominator, ...(!of && { least: USUAL_LEAST }) },
  };
}

/** So many of so many: a percentage of counts of which those above are among those below. */
export function proportionOf(
  key: string,
  title: string,
  timing: Timing,
  numerator: Terms,
  denominator: Terms,
): MetricDefinition {
  const formula = { kind: 'ratio', numerator, denominator, least: USUAL_LEAST } as const;
  return {
    key,
    title,
    unit: { kind: 'ratio' },
    direction: 'higher',
    timing,
    formula: { ...formula, isProportion: true },
  };
}

/** What happens to somebody a few times in a quarter, and says something all the same. */
export function seldom(metric: MetricDefinition): MetricDefinition {
  const { formula } = metric;
  return formula.kind === 'ratio'
    ? { ...metric, formula: { ...formula, least: SELDOM_LEAST } }
    : metric;
}

const SELDOM_LEAST = { shown: 1, ranked: 5 };

export interface Average {
  readonly unit: MetricUnit;
  readonly timing: Timing;
  readonly direction: MetricDefinition['direction'];
  readonly total: Terms;
  readonly count: Terms;
}

/**
 * So much for each, in the smallest part of `unit`: counts below are thousandths. A count for each of
 * another has `count` a thousandfold.
 */
export function averageOf(
  key: string,
  title: string,
  { unit, timing, direction, total, count }: Average,
): MetricDefinition {
  const numerator = Object.fromEntries(
    Object.entries(total).map(([measure, weight]) => [measure, weight * 1_000]),
  );
  const least = USUAL_LEAST;
  const formula = { kind: 'ratio', numerator, denominator: count, least } as const;
  return { key, title, unit, direction, timing, formula };
}

export interface Calculation {
  readonly unit: MetricUnit;
  readonly timing: Timing;
  readonly direction: MetricDefinition['direction'];
  readonly parts: Readonly<Record<string, PartDefinition>>;
  readonly cel: string;
}

/** What a CEL expression makes of named sums, in whole units. */
export function computed(
  key: string,
  title: string,
  { unit, timing, direction, parts, cel }: Calculation,
): MetricDefinition {
  return { key, title, unit, direction, timing, formula: { kind: 'computed', parts, cel } };
}
