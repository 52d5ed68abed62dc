import type { OwnMetricDraft } from '@bellwether/contracts';
import { oftenText } from './often-text.js';
import { leastText } from './least-text.js';
import {
  creditText,
  dayText,
  fieldText,
  testText,
  type FieldKind,
  type FromRecords,
  type RecordChoice,
} from './field-words.js';

/** A draft as one line: `Count calls where talk time is at least 15 min, credited to the owner …`. */
export function sentenceText(
  { from }: OwnMetricDraft,
  records: readonly RecordChoice[],
  titleOf: (metric: string) => string,
): string {
  if (from.kind === 'points') {
    const terms = from.terms.map(({ metric, weight }) => `${weight} × ${titleOf(metric)}`);
    return `Add up ${terms.join(' + ')}`;
  }
  if (from.kind === 'formula') return `Work out ${from.cel}`;
  const choice = records.find(({ record }) => record === from.record);
  const kindOf = (field: string): FieldKind =>
    choice?.fields.find((one) => one.field === field)?.kind ?? 'own';
  const often = oftenText(from);
  const once = often === 'every one' ? '' : `, ${often}`;
  return (
    `${figureText(from.figure, choice?.many ?? from.record)}${whereText(from.when, kindOf)}` +
    `${partText(from.figure, kindOf)}, credited to ${creditText(from.credit)}` +
    ` on ${dayText(from.day)}${once}${placeText(from)}`
  );
}

function placeText({ figure, least }: FromRecords): string {
  if (figure.kind !== 'average' && figure.kind !== 'share') return '';
  return `, ${leastText(least)}`;
}

function figureText(figure: FromRecords['figure'], many: string): string {
  switch (figure.kind) {
    case 'count':
      return `Count ${many}`;
    case 'sum':
      return `Add up ${fieldText(figure.field)} of ${many}`;
    case 'average':
      return `Average ${fieldText(figure.field)} of ${many}`;
    case 'distinct':
      return `Count different ${fieldText(figure.field)} of ${many}`;
    case 'share':
      return `Share of ${many}`;
  }
}

function partText(figure: FromRecords['figure'], kindOf: (field: string) => FieldKind): string {
  return figure.kind === 'share' ? `, of these the part${whereText(figure.part, kindOf)}` : '';
}

function whereText(condition: FromRecords['when'], kindOf: (field: string) => FieldKind): string {
  if (condition.kind === 'cel') return ` where ${condition.cel}`;
  const lines = condition.tests.map((test) => testText(test, kindOf(test.field)));
  return lines.length === 0
    ? ''
    : ` where ${lines.join(condition.match === 'all' ? ' and ' : ' or ')}`;
}
