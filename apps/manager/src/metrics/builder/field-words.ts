import type { OwnMetricDraft, OwnMetricsReply, TestOperator } from '@bellwether/contracts';

export type RecordChoice = OwnMetricsReply['records'][number];
export type FieldKind = RecordChoice['fields'][number]['kind'] | 'own';
export type FromRecords = Extract<OwnMetricDraft['from'], { kind: 'records' }>;
export type FieldTest = Extract<FromRecords['when'], { kind: 'form' }>['tests'][number];

/** Fields of one's own stand under this. */
export const OWN = 'custom.';

const NAMES: Readonly<Record<string, string>> = {
  createdBy: 'who made it',
  passedBy: 'who handed it over',
  talkSeconds: 'talk time',
  contactLevel: 'level of the contact',
  closedOn: 'day it closed',
  createdAt: 'moment it was made',
  termMonths: 'months of the term',
  yearly: 'yearly amount',
  automated: 'sent by itself',
  lostReason: 'reason it was lost',
  goalsMet: 'goals met',
  splits: 'split',
  successful: 'success',
};

/** `talk time`, `lost reason`, `satisfaction`. */
export function fieldText(field: string): string {
  if (field.startsWith(OWN)) return field.slice(OWN.length).replaceAll('_', ' ');
  return NAMES[field] ?? inWords(field);
}

/** The day that counts, as it stands in the sentence: `the day they ended`. */
export function dayText(day: FromRecords['day']): string {
  switch (day.kind) {
    case 'heard':
      return 'the day they were first heard of';
    case 'became': {
      const values = day.values.length === 0 ? '…' : day.values.join(' or ');
      const first = day.which === 'first' ? 'first became' : 'last became';
      return `the day ${fieldText(day.field)} ${first} ${values}`;
    }
    case 'field':
      return DAYS[day.field] ?? `the day of ${fieldText(day.field)}`;
  }
}

const DAYS: Readonly<Record<string, string>> = {
  createdAt: 'the day they were made',
  startedAt: 'the day they began',
  endedAt: 'the day they ended',
  startsAt: 'the day they are for',
  heldAt: 'the day they were held',
  bookedAt: 'the day they were booked',
  sentAt: 'the day they were sent',
  touchedAt: 'the day somebody got in touch',
  passedAt: 'the day they were handed over',
  qualifiedAt: 'the day they were qualified',
  firstContactAt: 'the day of the first contact',
  paidAt: 'the day they were paid',
  closedOn: 'the day they closed',
  completedAt: 'the day they were completed',
  evaluatedAt: 'the day they were evaluated',
  intentBy: 'the day the customer means to buy',
};

export function creditText(credit: FromRecords['credit']): string {
  if (credit.kind === 'split') return 'the people of the split';
  const names: Readonly<Record<string, string>> = {
    owner: 'the owner',
    createdBy: 'whoever made them',
    passedBy: 'whoever handed them over',
  };
  return names[credit.field] ?? fieldText(credit.field);
}

/** A comparison in a list to choose from, by what is compared. */
export function operatorText(operator: TestOperator, kind: FieldKind): string {
  if (kind === 'date') return ON_DAYS[operator] ?? OPERATORS[operator];
  return kind === 'texts' && operator.startsWith('contains')
    ? operator === 'contains'
      ? 'has'
      : 'does not have'
    : OPERATORS[operator];
}

const OPERATORS: Readonly<Record<TestOperator, string>> = {
  is: 'is',
  'is-not': 'is not',
  'one-of': 'is one of',
  'none-of': 'is none of',
  contains: 'contains',
  'contains-not': 'does not contain',
  'at-least': 'is at least',
  'at-most': 'is at most',
  'more-than': 'is more than',
  'less-than': 'is less than',
  yes: 'is yes',
  no: 'is not yes',
  known: 'is known',
  unknown: 'is not known',
};
const ON_DAYS: Partial<Readonly<Record<TestOperator, string>>> = {
  'at-least': 'is on or after',
  'at-most': 'is on or before',
  'more-than': 'is after',
  'less-than': 'is before',
};

/** A line of a form as one chip: `talk time is at least 15 min`. */
export function testText(test: FieldTest, kind: FieldKind): string {
  if (test.field === '') return 'a condition';
  const said = `${fieldText(test.field)} ${operatorText(test.operator, kind)}`;
  const value = valueText(test.value, kind);
  return value === '' ? said : `${said} ${value}`;
}

export function valueText(value: FieldTest['value'], kind: FieldKind): string {
  if (value === null) return '';
  if (Array.isArray(value)) return value.length === 0 ? '…' : value.join(', ');
  if (kind === 'seconds' && typeof value === 'number') return minutesText(value);
  return value === '' ? '…' : String(value);
}

/** `15 min`, `1 min 30 s`, `45 s`. */
export function minutesText(seconds: number): string {
  const minutes = Math.trunc(seconds / 60);
  const rest = seconds - minutes * 60;
  if (minutes === 0) return `${rest} s`;
  return rest === 0 ? `${minutes} min` : `${minutes} min ${rest} s`;
}

function inWords(field: string): string {
  return field
    .replace(/At$/, '')
    .replace(/([A-Z])/g, ' $1')
    .toLowerCase();
}
