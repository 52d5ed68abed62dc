import type { Instant, MeasureId, PersonId } from '../ids.js';
import type { History } from '../records/history.js';
import { currentOf, enteredAt, firstValueOf, stateOf, stayedMs } from '../records/history.js';
import type { DealLine, FieldValue, Fields, RecordType, Split } from '../records/record-fields.js';
import { workingDays } from '../people/working-days.js';
import type { BusinessDate } from '../time/business-date.js';
import { startOfDate } from '../time/business-date.js';
import type { RateOn } from '../money/exchange.js';
import { exchanged } from '../money/exchange.js';
import { minorDigitsOf, parseMinorUnits } from '../money/minor-units.js';
import { allocate } from './allocate.js';
import { stepsOf } from './balance.js';
import { dueUntil } from './due-until.js';
import type { Moment } from './moment-of.js';
import { lengthOf, momentOf } from './moment-of.js';
import type { Sight } from './condition.js';
import { compileExpression, sightOf } from './condition.js';
import type {
  CreditRule,
  Facet,
  Lasts,
  Measure,
  MeasureRule,
  MeasureUnit,
  Reached,
} from './measure.js';
import { ONE } from './measure.js';

/** What a record should add: this much to this measure of this person on this day. */
export interface Contribution {
  readonly measureId: MeasureId;
  readonly personId: PersonId;
  readonly date: BusinessDate;
  /** The moment within the day, for "who reached it first". */
  readonly at: Instant;
  /** In the measure's smallest part; never 0. */
  readonly quantity: number;
  /** Of all records with the same key, person and day only so many count as the measure allows. */
  readonly distinctKey?: string;
  /** The value of the measure's facet; empty where the record has none. */
  readonly facet?: string;
}

/** Why a record that should count does not, or not fully. A manager sees it and can mend the cause. */
export type Problem =
  | { readonly kind: 'unknown-person'; readonly identity: string }
  | { readonly kind: 'nobody-credited' }
  | { readonly kind: 'no-date' }
  | { readonly kind: 'no-amount' }
  /** Something ended before it began. */
  | { readonly kind: 'negative-span' }
  | { readonly kind: 'foreign-currency'; readonly currency: string }
  | { readonly kind: 'failed-rule'; readonly measure: string; readonly reason: string };

/** What the rules need to know of the organisation. */
export interface ScoringContext {
  readonly timeZone: string;
  readonly currency: string;
  /** What other currencies are worth; without it none is taken. */
  readonly rateOn?: RateOn;
  readonly measures: readonly Measure[];
  readonly personOf: (identity: string) => PersonId | undefined;
}

export interface Evaluation {
  readonly contributions: readonly Contribution[];
  readonly problems: readonly Problem[];
}

/** What a record with this history should contribute, and what stands in its way. */
export function evaluateRecord(
  type: RecordType,
  told: History,
  context: ScoringContext,
): Evaluation {
  const history = currentOf(told);
  const state = stateOf(history);
  if (state.gone) return { contributions: [], problems: [] };
  const contributions: Contribution[] = [];
  const problems = new Map<string, Problem>();
  const seen = sightOf(type, state.fields);
  for (const measure of context.measures) {
    for (const rule of measure.rules) {
      if (rule.record !== type) continue;
      const outcome = applyRule(measure, rule, { history, fields: state.fields, seen }, context);
      for (const contribution of outcome.contributions) contributions.push(contribution);
      for (const problem of outcome.problems) problems.set(JSON.stringify(problem), problem);
    }
  }
  return { contributions, problems: [...problems.values()] };
}

interface Known {
  readonly history: History;
  readonly fields: Fields;
  /** The same fields as conditions see them. */
  readonly seen: Sight;
}

function applyRule(
  measure: Measure,
  rule: MeasureRule,
  known: Known,
  context: ScoringContext,
): Evaluation {
  const { history, fields, seen } = known;
  try {
    if (rule.lasts) return balance(measure, { ...rule, lasts: rule.lasts }, known, context);
    if (rule.when && compileExpression(rule.when, rule.record)(seen) !== true) return nothing;
    const span = rule.span && lengthOf(rule.span, known, context.timeZone);
    if (rule.span && span === undefined) return nothing;
    if (span !== undefined && span < 0) {
      return stopped({ kind: 'negative-span' });
    }
    const told = portionsOf(measure, rule, { ...known, spanMs: span ?? 0 }, context);
    if (told === 'failed') return stopped({ kind: 'no-amount' });
    if (told.every(({ quantity }) => quantity === 0)) return nothing;
    const moment = momentOf(rule.dates, history, fields, context.timeZone);
    // What never happened counts nowhere; what happened at an unknown time is a problem.
    if (!moment) return happens(rule) ? stopped({ kind: 'no-date' }) : nothing;
    const { reached } = rule;
    if (reached && !reached.some((one) => hasReached(one, history, moment.at))) return nothing;
    const portions = inOwnCurrency(told, currencyOf(measure, fields, context), moment, context);
    if ('kind' in portions) return stopped(portions);
    return together(
      spread(portions, rule, known, moment, context).map(([portion, on]) =>
        credit(measure, portion, on, creditsOf(rule.credit, fields), fields, context),
      ),
    );
  } catch (error) {
    const reason = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
    return stopped({ kind: 'failed-rule', measure: measure.key, reason });
  }
}

/** What a balance gains and loses from day to day. */
function balance(
  measure: Measure,
  rule: MeasureRule & { readonly lasts: Lasts },
  { history, fields: now }: Known,
  context: ScoringContext,
): Evaluation {
  const holds = (condition: string, fields: Fields) =>
    compileExpression(condition, rule.record)(sightOf(rule.record, fields)) === true;
  const changes = new Map<string, { -readonly [Key in keyof Contribution]: Contribution[Key] }>();
  const problems: Problem[] = [];
  let before: readonly Contribution[] = [];
  const steps = stepsOf(rule, { history, fields: now }, holds, context.timeZone);
  // By the rate of its first day: what rose by one rate must not fall by another.
  const began = steps[0]?.moment;
  for (const { moment, fields } of steps) {
    const held =
      fields && began
        ? heldAt(measure, rule, { history, fields, moment, began }, context)
        : nothing;
    problems.push(...held.problems);
    for (const [part, sign] of [
      ...before.map((one) => [one, -1] as const),
      ...held.contributions.map((one) => [one, 1] as const),
    ]) {
      const key = `${moment.date} ${part.personId} ${part.facet ?? ''}`;
      const known = changes.get(key) ?? { ...part, ...moment, quantity: 0 };
      changes.set(key, {
        ...known,
        at: moment.at,
        quantity: known.quantity + sign * part.quantity,
      });
    }
    before = held.contributions;
  }
  const contributions = [...changes.values()].filter(({ quantity }) => quantity !== 0);
  return { contributions, problems };
}

/** What a record is to a balance while it is this. */
function heldAt(
  measure: Measure,
  rule: MeasureRule,
  {
    history,
    fields,
    moment,
    began,
  }: Pick<Known, 'history' | 'fields'> & { readonly moment: Moment; readonly began: Moment },
  context: ScoringContext,
): Evaluation {
  const known = { history, fields, seen: sightOf(rule.record, fields), spanMs: 0 };
  const told = portionsOf(measure, rule, known, context);
  if (told === 'failed') return stopped({ kind: 'no-amount' });
  const portions = inOwnCurrency(told, currencyOf(measure, fields, context), began, context);
  if ('kind' in portions) return stopped(portions);
  return together(
    portions
      .filter(({ quantity }) => quantity !== 0)
      .map((portion) =>
        credit(measure, portion, moment, creditsOf(rule.credit, fields), fields, context),
      ),
  );
}

/** Each portion on its day; or an even part of it on each weekday of a stretch. */
function spread(
  portions: readonly Portion[],
  { spreadUntil }: MeasureRule,
  { history, fields }: Known,
  moment: Moment,
  { timeZone }: ScoringContext,
): readonly (readonly [Portion, Moment])[] {
  const last = spreadUntil && momentOf(spreadUntil, history, fields, timeZone);
  const days = last ? workingDays(WEEKDAYS, moment.date, last.date) : [];
  if (days.length === 0) return portions.map((portion) => [portion, moment]);
  return portions.flatMap(({ quantity, facet }) => {
    const until = (count: number) => dueUntil(quantity, count, days.length);
    return days.map((date, index) => [
      { quantity: until(index + 1) - until(index), facet },
      { date, at: startOfDate(date, timeZone) },
    ]);
  });
}

const WEEKDAYS = { workingDays: null, absences: [] };

function together(evaluations: readonly Evaluation[]): Evaluation {
  return {
    contributions: evaluations.flatMap(({ contributions }) => contributions),
    problems: evaluations.flatMap(({ problems }) => problems),
  };
}

/** So much of a measure, and under which value of its facet. */
interface Portion {
  readonly quantity: number;
  readonly facet: string | undefined;
}

function credit(
  measure: Measure,
  { quantity: total, facet }: Portion,
  moment: Moment,
  credits: readonly Split[],
  fields: Fields,
  context: ScoringContext,
): Evaluation {
  if (credits.length === 0) return stopped({ kind: 'nobody-credited' });
  const parts = allocate(
    total,
    credits.map(({ basisPoints }) => basisPoints),
  );
  const distinct = distinctValue(measure, fields);
  const contributions: Contribution[] = [];
  const problems: Problem[] = [];
  for (const [index, { identity }] of credits.entries()) {
    const personId = context.personOf(identity);
    const quantity = parts[index] ?? 0;
    if (personId === undefined) problems.push({ kind: 'unknown-person', identity });
    else if (quantity !== 0) {
      const { date, at } = moment;
      const contribution = {
        measureId: measure.id,
        personId,
        date,
        at,
        quantity,
        ...(facet !== undefined && { facet }),
      };
      contributions.push(
        distinct === undefined ? contribution : { ...contribution, distinctKey: distinct },
      );
    }
  }
  return {
    contributions: distinct === undefined ? contributions : byPerson(contributions),
    problems,
  };
}

/** A record claims once for each person, also where a split names somebody by two addresses. */
function byPerson(contributions: readonly Contribution[]): readonly Contribution[] {
  const claims = new Map<PersonId, Contribution>();
  for (const one of contributions) {
    const known = claims.get(one.personId);
    claims.set(one.personId, known ? { ...one, quantity: known.quantity + one.quantity } : one);
  }
  return [...claims.values()];
}

/** The currency that a measure of money counts a record in before it is exchanged. */
function currencyOf({ unit }: Measure, { currency }: Fields, context: ScoringContext): string {
  return unit === 'money' && typeof currency === 'string' ? currency : context.currency;
}

/** Portions at the rate of a day. */
function inOwnCurrency(
  portions: readonly Portion[],
  currency: string,
  { date }: Moment,
  { currency: own, rateOn }: ScoringContext,
): readonly Portion[] | Problem {
  if (currency === own) return portions;
  const rate = rateOn?.(currency, date);
  if (rate === undefined) return { kind: 'foreign-currency', currency };
  const all: Portion[] = [];
  for (const { quantity, facet } of portions) {
    const worth = exchanged(quantity, { from: currency, to: own, rate });
    if (worth === undefined) return { kind: 'no-amount' };
    all.push({ quantity: worth, facet });
  }
  return all;
}

/** One portion, or one for each line of a deal. */
function portionsOf(
  measure: Measure,
  rule: MeasureRule,
  known: Known & { readonly spanMs: number },
  context: ScoringContext,
): readonly Portion[] | 'failed' {
  const currency = currencyOf(measure, known.fields, context);
  if (rule.amount.kind === 'lines') return linePortions(known.fields, currency);
  const quantity = amountOf(measure, rule, known, currency);
  return quantity === 'failed' ? quantity : [{ quantity, facet: facetOf(measure.by, known) }];
}

/** A deal of which no lines are told is one of its own product and amount. */
function linePortions(fields: Fields, currency: string): readonly Portion[] | 'failed' {
  const { lines, product, amount = 0 } = fields;
  const told = Array.isArray(lines) && lines.length > 0 ? (lines as readonly DealLine[]) : null;
  if (!told) {
    const quantity = smallest('money', amount, currency);
    const facet = typeof product === 'string' ? product : '';
    return quantity === 'failed' ? quantity : [{ quantity, facet }];
  }
  const portions: Portion[] = [];
  for (const line of told) {
    const quantity = parseMinorUnits(line.amount, currency);
    if (quantity === undefined) return 'failed';
    portions.push({ quantity, facet: line.product });
  }
  return portions;
}

function facetOf(
  by: Facet | undefined,
  { history, fields }: Pick<Known, 'history' | 'fields'>,
): string | undefined {
  if (!by) return undefined;
  const value = by.first ? firstValueOf(history, by.field) : fields[by.field];
  if (typeof value !== 'string' && typeof value !== 'number') return '';
  return by.as?.[value] ?? String(value);
}

/** In the measure's smallest part. */
function amountOf(
  measure: Measure,
  rule: MeasureRule,
  { history, fields, seen, spanMs }: Known & { readonly spanMs: number },
  currency: string,
): number | 'failed' {
  const { amount } = rule;
  switch (amount.kind) {
    case 'lines':
    case 'one':
      return ONE;
    case 'field':
      return smallest(measure.unit, fields[amount.field] ?? 0, currency);
    case 'first':
      return smallest(measure.unit, firstValueOf(history, amount.field) ?? 0, currency);
    case 'span':
      return integer((spanMs / 1_000) * wholeUnit(measure.unit, currency));
    case 'stayed': {
      const stayed = stayedMs(history, amount.field, amount.values);
      return integer((stayed / 1_000) * wholeUnit(measure.unit, currency));
    }
    case 'expression': {
      const value = compileExpression(amount.cel, rule.record)(seen) ?? 0;
      const whole = typeof value === 'bigint' ? Number(value) : value;
      if (typeof whole !== 'number') return 'failed';
      return integer(whole * wholeUnit(measure.unit, currency));
    }
  }
}

/** Money is written as decimal text and read exactly; everything else is a number of whole units. */
function smallest(unit: MeasureUnit, value: FieldValue, currency: string): number | 'failed' {
  if (unit === 'money') {
    const text = typeof value === 'number' ? value.toString() : value;
    return typeof text === 'string' ? (parseMinorUnits(text, currency) ?? 'failed') : 'failed';
  }
  return typeof value === 'number' ? integer(value * wholeUnit(unit, currency)) : 'failed';
}

function wholeUnit(unit: MeasureUnit, currency: string): number {
  switch (unit) {
    case 'count':
      return ONE;
    case 'money':
      return 10 ** minorDigitsOf(currency);
    case 'duration':
      return 1;
  }
}

function integer(value: number): number | 'failed' {
  const whole = Math.sign(value) * Math.round(Math.abs(value));
  return Number.isSafeInteger(whole) ? whole : 'failed';
}

function happens({ dates }: MeasureRule): boolean {
  return dates.every(({ kind }) => kind !== 'entered' && kind !== 'left');
}

const DAY_MS = 86_400_000;

function hasReached(
  { field, values, withinDays }: Reached,
  history: History,
  since: Instant,
): boolean {
  const reached = enteredAt(history, field, values, 'first');
  if (reached === undefined) return false;
  return withinDays === undefined || reached - since <= withinDays * DAY_MS;
}

/** What a measure has a cap for each day is one group of that day. */
const WHOLE_DAY = '';

function distinctValue({ distinctBy, atMost }: Measure, fields: Fields): string | undefined {
  if (distinctBy === undefined) return atMost === undefined ? undefined : WHOLE_DAY;
  const names = typeof distinctBy === 'string' ? [distinctBy] : distinctBy;
  const values = names.map((name) => fields[name]);
  return values.find((value) => typeof value === 'string');
}

const WHOLE = 10_000;

function creditsOf(rule: CreditRule, fields: Fields): readonly Split[] {
  if (rule.kind === 'field') return owners(fields, rule.fields);
  const splits = fields['splits'];
  return Array.isArray(splits) && splits.length > 0
    ? (splits as readonly Split[])
    : owners(fields, ['owner']);
}

function owners(fields: Fields, names: readonly string[]): readonly Split[] {
  for (const name of names) {
    const identity = fields[name];
    if (typeof identity === 'string' && identity !== '') return [{ identity, basisPoints: WHOLE }];
  }
  return [];
}

const nothing: Evaluation = { contributions: [], problems: [] };

function stopped(problem: Problem): Evaluation {
  return { contributions: [], problems: [problem] };
}
