import type { FieldRule } from '@bellwether/contracts';

export type Conversion = FieldRule['read'];

/** A way to read a value, as a list to choose from names it: `money-minor`. */
export interface ConversionChoice {
  readonly key: string;
  readonly label: string;
  readonly read: Conversion;
}

const CHOICES: readonly ConversionChoice[] = [
  { key: 'text', label: 'text', read: { as: 'text' } },
  { key: 'person', label: 'somebody', read: { as: 'person' } },
  { key: 'number', label: 'a number', read: { as: 'number' } },
  { key: 'money-major', label: 'an amount, 12500.50', read: { as: 'money', unit: 'major' } },
  { key: 'money-minor', label: 'an amount in cents', read: { as: 'money', unit: 'minor' } },
  { key: 'date', label: 'a day', read: { as: 'date' } },
  { key: 'time', label: 'a moment', read: { as: 'time' } },
  { key: 'duration-seconds', label: 'seconds', read: { as: 'duration', unit: 'seconds' } },
  { key: 'duration-minutes', label: 'minutes', read: { as: 'duration', unit: 'minutes' } },
  { key: 'duration-hours', label: 'hours', read: { as: 'duration', unit: 'hours' } },
  {
    key: 'duration-milliseconds',
    label: 'milliseconds',
    read: { as: 'duration', unit: 'milliseconds' },
  },
  { key: 'yes-no', label: 'yes or no', read: { as: 'yes-no' } },
  { key: 'list', label: 'a list', read: { as: 'list' } },
  {
    key: 'table',
    label: 'a table of values',
    read: { as: 'table', rows: [{ from: '', to: '' }], otherwise: null },
  },
];

/** The ways to read a field, of those that the server offers. */
export function choicesOf(conversions: readonly string[]): readonly ConversionChoice[] {
  return CHOICES.filter(({ read }) => conversions.includes(read.as));
}

export function keyOfConversion(read: Conversion): string {
  return 'unit' in read ? `${read.as}-${read.unit}` : read.as;
}

export function conversionOf(key: string): Conversion {
  return CHOICES.find((choice) => choice.key === key)?.read ?? { as: 'text' };
}
