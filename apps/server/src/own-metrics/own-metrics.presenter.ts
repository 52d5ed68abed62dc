import type {
  ChangedPlace,
  CheckedDraft,
  Directory,
  MetricTrial,
  Outcome,
  OwnMetric,
  TriedRecord as Tried,
} from '@bellwether/application';
import { madeOf, wallsThatPlay } from '@bellwether/application';
import type {
  OwnMetricChecked,
  OwnMetricDraft,
  OwnMetricPreview,
  OwnMetricsReply,
  TriedRecord,
} from '@bellwether/contracts';
import type { DraftProblem, PersonId, Problem, WhyNot } from '@bellwether/domain';
import {
  OPERATORS,
  RECORD_FIELDS,
  RECORD_TYPES,
  RECORD_WORDS,
  fieldChoice,
} from '@bellwether/domain';
import { presentUnit } from '../boards/board.presenter.js';
import { PublicError } from '../http/public-error.js';

type Screens = Parameters<typeof wallsThatPlay>[1];

export function presentOwnMetrics(
  metrics: readonly OwnMetric[],
  screens: Screens,
): OwnMetricsReply {
  const drafts = new Map(metrics.map(({ key, draft }) => [key, draft]));
  return {
    metrics: metrics.map(({ key, version, draft, changedAt }) => ({
      key,
      version,
      draft: draft as OwnMetricsReply['metrics'][number]['draft'],
      changedAt,
      walls: [...wallsThatPlay(key, screens)],
      partOf: madeOf(key, drafts).map((name) => drafts.get(name)?.title ?? name),
    })),
    records: RECORD_TYPES.map((record) => ({
      record,
      ...RECORD_WORDS[record],
      fields: Object.entries(RECORD_FIELDS[record]).map(([field, kind]) => ({
        field,
        kind,
        operators: [...OPERATORS[kind]],
        values: valuesOf(record, field),
      })),
    })),
    ownFieldOperators: [...OPERATORS.custom],
  };
}

function valuesOf(record: (typeof RECORD_TYPES)[number], field: string): string[] | null {
  const values = fieldChoice(record, field)?.values;
  return values ? [...values] : null;
}

/** The first of the problems, with its place in the body; all of them beside it. */
export function wrongDraft(problems: readonly DraftProblem[]): PublicError {
  const [first] = problems;
  return new PublicError('impossible', first?.reason ?? '', first && first.path, { problems });
}

export function presentPreview(
  trial: MetricTrial,
  draft: OwnMetricDraft,
  directory: Directory,
): OwnMetricPreview {
  const lines = linesOf(draft);
  const { looked, isAll, fields, fallsOut, untried, outcome, estimate } = trial;
  return {
    ...presentChecked(trial),
    looked,
    isAll,
    fields: fields.map(({ values, spread, ...facts }) => ({
      ...facts,
      values: [...values],
      spread: spread && { ...spread, bins: [...spread.bins] },
    })),
    fallsOut: {
      of: fallsOut.looked,
      tests: Array.from({ length: lines }, (_, index) => fallsOut.tests.get(index) ?? 0),
    },
    untried,
    outcome: outcome && presentOutcome(outcome, directory),
    estimate,
  };
}

function linesOf({ from }: OwnMetricDraft): number {
  return from.kind === 'records' && from.when.kind === 'form' ? from.when.tests.length : 0;
}

export function presentChecked({ problems, cel, partCel }: CheckedDraft): OwnMetricChecked {
  return { problems: problems.map((problem) => ({ ...problem })), cel, partCel };
}

function presentOutcome(
  { unit, beforeUnit, newest, weeks, places, ...told }: Outcome,
  directory: Directory,
): NonNullable<OwnMetricPreview['outcome']> {
  const { currency } = directory.organisation;
  return {
    ...told,
    unit: presentUnit(unit, currency),
    beforeUnit: beforeUnit && presentUnit(beforeUnit, currency),
    newest: newest.map((tried) => presentTried(tried, directory)),
    weeks: [...weeks],
    places: places.flatMap((place) => presentPlace(place, directory)),
  };
}

function presentPlace(
  { personId, draft, before }: ChangedPlace,
  directory: Directory,
): NonNullable<OwnMetricPreview['outcome']>['places'] {
  const person = somebody(personId, directory);
  return person ? [{ person, draft, before }] : [];
}

function presentTried({ personId, whyNot, ...tried }: Tried, directory: Directory): TriedRecord {
  return {
    ...tried,
    person: personId === null ? null : somebody(personId, directory),
    whyNot: whyNot && presentWhyNot(whyNot),
  };
}

function somebody(id: PersonId, { people }: Directory) {
  const person = people.get(id);
  return person ? { id, name: person.name } : null;
}

function presentWhyNot(whyNot: WhyNot): TriedRecord['whyNot'] {
  if (whyNot.kind !== 'problem') return whyNot;
  const { problem } = whyNot;
  return { kind: 'problem', problem: problem.kind, about: aboutOf(problem) };
}

function aboutOf(problem: Problem): string | null {
  switch (problem.kind) {
    case 'unknown-person':
      return problem.identity;
    case 'foreign-currency':
      return problem.currency;
    case 'failed-rule':
      return problem.reason;
    case 'nobody-credited':
    case 'no-date':
    case 'no-amount':
    case 'negative-span':
      return null;
  }
}
