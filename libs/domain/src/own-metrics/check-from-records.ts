import { checkCondition } from './check-condition.js';
import type { DraftProblem, FromRecords } from './own-metric-draft.js';
import { RECORD_WORDS } from './record-words.js';
import type { TestableKind } from './testable-field.js';
import { kindOfField, unknownField } from './testable-field.js';

/** All that is wrong with what a draft makes of records. */
export function checkFromRecords(from: FromRecords): readonly DraftProblem[] {
  const { record, when } = from;
  return [
    ...figureProblems(from),
    ...checkCondition(when, record, '/from/when'),
    ...creditProblems(from),
    ...dayProblems(from),
    ...onceProblems(from),
    ...capProblems(from),
    ...leastProblems(from),
  ];
}

const MEASURED: readonly TestableKind[] = ['number', 'seconds', 'money', 'custom'];
const NAMING: readonly TestableKind[] = ['text', 'identity', 'custom'];
const DATED: readonly TestableKind[] = ['instant', 'date'];

function figureProblems({ record, figure }: FromRecords): readonly DraftProblem[] {
  switch (figure.kind) {
    case 'count':
      return [];
    case 'sum':
    case 'average':
      return fieldProblems(record, figure.field, MEASURED, 'is no number', '/from/figure/field');
    case 'distinct':
      return fieldProblems(record, figure.field, NAMING, 'names nothing', '/from/figure/field');
    case 'share': {
      const problems = checkCondition(figure.part, record, '/from/figure/part');
      const isEmpty = figure.part.kind === 'form' && figure.part.tests.length === 0;
      if (problems.length > 0 || !isEmpty) return problems;
      const reason = 'Say what the share is of: all of it is always 100 %';
      return [{ path: '/from/figure/part', reason }];
    }
  }
}

function creditProblems({ record, credit }: FromRecords): readonly DraftProblem[] {
  if (credit.kind === 'split') {
    if (record === 'deal') return [];
    const reason = `${RECORD_WORDS[record].many} have no split`;
    return [{ path: '/from/credit', reason }];
  }
  return fieldProblems(record, credit.field, ['identity'], 'names nobody', '/from/credit/field');
}

function dayProblems({ record, day }: FromRecords): readonly DraftProblem[] {
  switch (day.kind) {
    case 'heard':
      return [];
    case 'field':
      return fieldProblems(record, day.field, DATED, 'is no day', '/from/day/field');
    case 'became': {
      const problems = fieldProblems(
        record,
        day.field,
        ['text'],
        'has no steps',
        '/from/day/field',
      );
      if (problems.length > 0) return problems;
      const isNamed = day.values.length > 0 && day.values.every((value) => value !== '');
      return isNamed ? [] : [{ path: '/from/day/values', reason: 'Say what it came to' }];
    }
  }
}

function onceProblems({ record, figure, oncePer }: FromRecords): readonly DraftProblem[] {
  if (oncePer === null) return [];
  const path = '/from/oncePer';
  if (figure.kind === 'distinct') {
    return [{ path, reason: 'Each value counts once a day already' }];
  }
  if (figure.kind === 'average') {
    return [{ path, reason: 'An average is of all of them' }];
  }
  return fieldProblems(record, oncePer, NAMING, 'names nothing', path);
}

const MOST_COUNTED = 10_000;

function capProblems({ figure, atMost }: FromRecords): readonly DraftProblem[] {
  if (atMost === undefined) return [];
  const path = '/from/atMost';
  if (figure.kind !== 'count' && figure.kind !== 'sum') {
    return [{ path, reason: 'Only a count or a sum has a cap' }];
  }
  const isFine = Number.isInteger(atMost) && atMost >= 1 && atMost <= MOST_COUNTED;
  return isFine ? [] : [{ path, reason: `A whole number from 1 to ${MOST_COUNTED}` }];
}

const MOST_LEAST = 1_000_000;

function leastProblems({ figure, least }: FromRecords): readonly DraftProblem[] {
  if (!least) return [];
  if (figure.kind !== 'average' && figure.kind !== 'share') {
    return [{ path: '/from/least', reason: 'Only an average or a share is of so many' }];
  }
  const unfit = (['shown', 'ranked'] as const).filter((which) => {
    const pieces = least[which];
    return !Number.isInteger(pieces) || pieces < 1 || pieces > MOST_LEAST;
  });
  if (unfit.length > 0) {
    const reason = 'A whole number from 1 on';
    return unfit.map((which) => ({ path: `/from/least/${which}`, reason }));
  }
  const reason = `What has a place is shown as well: at least ${least.shown}`;
  return least.ranked < least.shown ? [{ path: '/from/least/ranked', reason }] : [];
}

function fieldProblems(
  record: FromRecords['record'],
  field: string,
  kinds: readonly TestableKind[],
  otherwise: string,
  path: string,
): readonly DraftProblem[] {
  const kind = kindOfField(record, field);
  if (kind === undefined) return [{ path, reason: unknownField(record, field) }];
  return kinds.includes(kind) ? [] : [{ path, reason: `"${field}" ${otherwise}` }];
}
