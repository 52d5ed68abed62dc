import type { MetricDefinition } from '../library/built-in.js';
import { averageOf, countUnit, proportionOf, sumOf } from '../library/definition-parts.js';
import type {
  AmountRule,
  CreditRule,
  DateRule,
  MeasureDefinition,
  MeasureUnit,
} from '../measures/measure.js';
import type { MetricUnit } from '../metrics/metric.js';
import { allOf, conditionCel } from './condition-cel.js';
import type { DraftCredit, DraftDay, FromRecords, OwnMetricDraft } from './own-metric-draft.js';
import { RECORD_WORDS } from './record-words.js';
import { kindOfField } from './testable-field.js';

interface Defined {
  readonly metric: MetricDefinition;
  readonly measures: readonly MeasureDefinition[];
}

/** Measures and a metric out of a draft in which nothing is wrong. */
export function defineFromRecords(draft: OwnMetricDraft, from: FromRecords, key: string): Defined {
  const { direction, timing } = draft;
  const title = draft.title.trim();
  const words = draft.words ?? RECORD_WORDS[from.record];
  const { figure } = from;
  const finished = (metric: MetricDefinition, measures: readonly MeasureDefinition[]): Defined => ({
    metric: { ...metric, direction, formula: withLeast(metric.formula, from.least) },
    measures,
  });
  switch (figure.kind) {
    case 'count':
      return finished(sumOf(key, title, countUnit(words.one, words.many), timing), [
        measure(key, from, { words }),
      ]);
    case 'distinct':
      return finished(sumOf(key, title, countUnit(words.one, words.many), timing), [
        measure(key, from, { words, when: knownCel(from, figure.field, 'string') }, figure.field),
      ]);
    case 'sum': {
      const unit = unitOfField(from, figure.field);
      const amount = { kind: 'field', field: figure.field } as const;
      const shown: MetricUnit =
        unit === 'count' ? countUnit(words.one, words.many) : { kind: unit };
      const when = numberCel(from, figure.field);
      return finished(sumOf(key, title, shown, timing), [
        measure(key, from, { words, unit, amount, when }),
      ]);
    }
    case 'average': {
      const unit = unitOfField(from, figure.field);
      const amount = { kind: 'field', field: figure.field } as const;
      const [total, count] = [`${key}__total`, `${key}__count`];
      const when = knownCel(from, figure.field, 'double');
      const shown: MetricUnit = unit === 'count' ? { kind: 'per' } : { kind: unit };
      const each = { [count]: unit === 'count' ? 1_000 : 1 };
      return finished(
        averageOf(key, title, {
          unit: shown,
          timing,
          direction,
          total: { [total]: 1 },
          count: each,
        }),
        [
          measure(total, from, { words, unit, amount, when }),
          measure(count, from, { words: RECORD_WORDS[from.record], when }),
        ],
      );
    }
    case 'share': {
      const [part, whole] = [`${key}__part`, `${key}__whole`];
      const when = conditionCel(figure.part, from.record);
      return finished(proportionOf(key, title, timing, { [part]: 1 }, { [whole]: 1 }), [
        measure(part, from, { words, when }),
        measure(whole, from, { words }),
      ]);
    }
  }
}

function withLeast(
  formula: MetricDefinition['formula'],
  least: FromRecords['least'],
): MetricDefinition['formula'] {
  return formula.kind === 'ratio' && least ? { ...formula, least } : formula;
}

interface Differing {
  readonly words: { readonly one: string; readonly many: string };
  readonly unit?: MeasureUnit;
  readonly amount?: AmountRule;
  /** Besides what the draft asks for. */
  readonly when?: string | undefined;
}

function measure(
  key: string,
  from: FromRecords,
  { words, unit = 'count', amount = { kind: 'one' }, when }: Differing,
  distinctBy = from.oncePer,
): MeasureDefinition {
  const { record, credit, day } = from;
  const whole = allOf(dayCel(from), conditionCel(from.when, record), when);
  return {
    key,
    unit,
    words,
    rules: [
      {
        record,
        ...(whole !== undefined && { when: whole }),
        credit: creditRule(credit),
        dates: [dateRule(day)],
        amount,
      },
    ],
    ...(distinctBy !== null && { distinctBy }),
    ...(from.atMost !== undefined && { atMost: from.atMost }),
  };
}

/** Whoever wrote something down owns it where nobody says who wrote it down. */
function creditRule(credit: DraftCredit): CreditRule {
  if (credit.kind === 'split') return { kind: 'split' };
  const { field } = credit;
  return { kind: 'field', fields: field === 'createdBy' ? [field, 'owner'] : [field] };
}

function dateRule(day: DraftDay): DateRule {
  switch (day.kind) {
    case 'field':
      return { kind: 'field', field: day.field };
    case 'became':
      return { kind: 'entered', field: day.field, values: day.values, which: day.which };
    case 'heard':
      return { kind: 'first-heard' };
  }
}

/** What does not know its day has not happened. */
function dayCel({ record, day }: FromRecords): string | undefined {
  return day.kind === 'field' ? `has(${record}.${day.field})` : undefined;
}

/** A field of one's own may be of any kind: what is no number is left out, and not parked. */
function numberCel(from: FromRecords, field: string): string | undefined {
  const isOwn = kindOfField(from.record, field) === 'custom';
  return isOwn ? knownCel(from, field, 'double') : undefined;
}

function knownCel({ record }: FromRecords, field: string, type: 'double' | 'string'): string {
  const name = `${record}.${field}`;
  const known = `has(${name})`;
  return kindOfField(record, field) === 'custom' ? `${known} && type(${name}) == ${type}` : known;
}

function unitOfField({ record }: FromRecords, field: string): MeasureUnit {
  const kind = kindOfField(record, field);
  if (kind === 'money') return 'money';
  return kind === 'seconds' ? 'duration' : 'count';
}
