import type {
  BusinessDate,
  Evaluation,
  FieldValue,
  Fields,
  FromRecords,
  Instant,
  Measure,
  MeasureId,
  Metric,
  PersonId,
  RecordState,
  RecordType,
  WhyNot,
} from '@bellwether/domain';
import {
  OPERATORS,
  Tally,
  addDays,
  capOf,
  businessDateOf,
  evaluateRecord,
  holds,
  kindOfField,
  measuresOf,
  metricValue,
  periodOf,
  sumsOf,
  whyNot,
} from '@bellwether/domain';
import type { Directory } from '../ports/directories.js';
import type { PastRecord } from '../ports/past-records.js';
import { comparePlaces } from './compare-places.js';
import type { Compared, Outcome, TriedRecord, TriedWeek } from './trial.js';

const WEEKS = 12;
const MOST_NEWEST = 20;
const MOST_PLACES = 12;

/** What is tried: a metric beside the version of it that is in force. */
export interface TrialSubject {
  readonly metric: Metric;
  readonly before: Metric | null;
  readonly measures: readonly Measure[];
  /** What it makes of records, where it is not made of other metrics. */
  readonly from: FromRecords | null;
}

/** Goes through records one by one, and tells what came of them. */
export class TrialRun {
  readonly #tally: Tally;
  readonly #measures: readonly Measure[];
  readonly #ofDraft: ReadonlySet<MeasureId>;
  #newest: Looked[] = [];

  constructor(
    private readonly subject: TrialSubject,
    private readonly directory: Directory,
    private readonly now: Instant,
  ) {
    const { metric, before } = subject;
    const wanted = new Set([...measuresOf(metric), ...(before ? measuresOf(before) : [])]);
    this.#ofDraft = new Set(measuresOf(metric));
    this.#measures = subject.measures.filter(({ id }) => wanted.has(id));
    this.#tally = new Tally(capOf(this.#measures));
  }

  /** The records that it is made of. */
  get types(): readonly RecordType[] {
    return [...new Set(this.#measures.flatMap(({ rules }) => rules.map(({ record }) => record)))];
  }

  /** Why single records do not tell what it comes to; null when they do. */
  untried(): string | null {
    const one = this.#measures.find(
      ({ gathers, rules }) => gathers !== undefined || rules.some(({ lasts }) => lasts),
    );
    return one ? 'Part of it is worked out of more than single records' : null;
  }

  add(record: PastRecord, state: RecordState): void {
    const { timeZone, currency } = this.directory.organisation;
    const { personOf } = this.directory;
    const context = { timeZone, currency, personOf, measures: this.#measures };
    const evaluation = evaluateRecord(record.type, record.history, context);
    this.#tally.add(record, evaluation.contributions);
    const { from } = this.subject;
    const isOfDraft = from
      ? record.type === from.record
      : evaluation.contributions.some(({ measureId }) => this.#ofDraft.has(measureId));
    if (isOfDraft)
      this.#keepIfNew({ record, state, evaluation, at: this.#momentOf(record, evaluation) });
  }

  outcome(): Outcome {
    const { metric, before } = this.subject;
    const { timeZone, calendar } = this.directory.organisation;
    const today = businessDateOf(this.now, timeZone);
    const counted = this.#tally.counted();
    const week = periodOf('week', today, calendar).startsOn ?? today;
    const since = addDays(week, -7 * (WEEKS - 1));
    const compared = (isWanted: (date: BusinessDate) => boolean): Compared => {
      const totals = new Map<MeasureId, number>();
      for (const own of sumsOf(counted, isWanted).values()) {
        for (const [id, sum] of own.totals) totals.set(id, (totals.get(id) ?? 0) + sum);
      }
      const scoreOf = (one: Metric | null) =>
        (one && metricValue(one, (id) => totals.get(id))?.score) ?? null;
      return { draft: scoreOf(metric), before: scoreOf(before) };
    };
    const weeks = Array.from({ length: WEEKS }, (_, index): TriedWeek => {
      const startsOn = addDays(since, 7 * index);
      const endsOn = addDays(startsOn, 6);
      return { startsOn, ...compared((date) => date >= startsOn && date <= endsOn) };
    });
    const month = periodOf('month', today, calendar);
    const sums = sumsOf(
      counted,
      (date) => date >= (month.startsOn ?? date) && date <= (month.endsOn ?? date),
    );
    const { people, changed } = comparePlaces(sums, metric, before, this.directory);
    return {
      unit: metric.unit,
      isQuotient: metric.formula.kind !== 'sum',
      newest: newestOf(this.#newest).map((looked) => this.#tried(looked)),
      weeks,
      total: compared((date) => date >= since && date <= addDays(week, 6)),
      beforeVersion: before?.version ?? null,
      beforeUnit: before?.unit ?? null,
      people,
      changed: changed.length,
      places: changed.slice(0, MOST_PLACES),
    };
  }

  #momentOf({ history }: PastRecord, { contributions }: Evaluation): Instant {
    const own = contributions.find(({ measureId }) => this.#ofDraft.has(measureId));
    return own?.at ?? history.at(-1)?.at ?? 0;
  }

  #keepIfNew(looked: Looked): void {
    if (looked.at > this.now) return;
    this.#newest.push(looked);
    if (this.#newest.length < 2 * MOST_NEWEST) return;
    this.#newest = newestOf(this.#newest);
  }

  #tried({ record, state, evaluation, at }: Looked): TriedRecord {
    const { from } = this.subject;
    const own = evaluation.contributions.filter(({ measureId }) => this.#ofDraft.has(measureId));
    const counting = own.filter((one) => !this.#tally.isLeftOut(record.id, one));
    const { name } = state.fields;
    return {
      type: record.type,
      externalId: record.externalId,
      name: typeof name === 'string' ? name : null,
      personId: own[0]?.personId ?? this.#creditedIn(state.fields),
      at,
      shown: from && shownOf(from, state.fields),
      whyNot:
        counting.length > 0
          ? null
          : own.length > 0
            ? this.#leftOut()
            : from && whyNot(from, state, evaluation.problems),
      isPart: from?.figure.kind === 'share' && holds(from.figure.part, from.record, state.fields),
    };
  }

  /** Of a cap it is told how many come before. */
  #leftOut(): WhyNot {
    const atMost = this.subject.from?.atMost;
    return atMost === undefined ? { kind: 'second' } : { kind: 'above-cap', atMost };
  }

  #creditedIn(fields: Fields): PersonId | null {
    const credit = this.subject.from?.credit;
    const names = credit?.kind === 'field' ? [credit.field, 'owner'] : ['owner'];
    const identity = names.map((name) => fields[name]).find((one) => typeof one === 'string');
    return (typeof identity === 'string' && this.directory.personOf(identity)) || null;
  }
}

interface Looked {
  readonly record: PastRecord;
  readonly state: RecordState;
  readonly evaluation: Evaluation;
  readonly at: Instant;
}

function newestOf(looked: readonly Looked[]): Looked[] {
  return looked.toSorted((a, b) => b.at - a.at || b.record.id - a.record.id).slice(0, MOST_NEWEST);
}

/** The field that is added up, or else the first that is compared with a number. */
function shownOf(
  { record, figure, when }: FromRecords,
  fields: Fields,
): { readonly field: string; readonly value: FieldValue } | null {
  const summed = figure.kind === 'sum' || figure.kind === 'average' ? figure.field : undefined;
  const tests = when.kind === 'form' ? when.tests : [];
  const measured = tests.find(({ field }) => {
    const kind = kindOfField(record, field);
    return kind !== undefined && kind !== 'date' && OPERATORS[kind].includes('at-least');
  });
  const field = summed ?? measured?.field;
  return field === undefined ? null : { field, value: fields[field] ?? null };
}
