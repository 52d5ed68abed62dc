import { describe, expect, it } from 'vitest';
import { choicesOf, conversionOf, keyOfConversion } from './conversion-words.js';
import {
  customField,
  filledText,
  fieldIn,
  withField,
  type Catalogue,
  type DraftRule,
} from './draft-rule.js';

const catalogue: Catalogue = [
  {
    record: 'deal',
    fields: [
      { field: 'amount', conversions: ['money'], values: null },
      { field: 'status', conversions: ['text', 'table'], values: ['open', 'won', 'lost'] },
      { field: 'name', conversions: ['text', 'table'], values: null },
    ],
  },
];
const rule: DraftRule = { id: 1, record: 'deal', field: 'name', from: 'a', read: { as: 'text' } };

describe('a rule that is being written', () => {
  it('is read the usual way when its field changes, unless it can be read as it was', () => {
    expect(withField(rule, 'deal', 'status', catalogue).read).toEqual({ as: 'text' });
    expect(withField(rule, 'deal', 'amount', catalogue).read).toEqual({
      as: 'money',
      unit: 'major',
    });
    expect(withField(rule, 'deal', customField('region'), catalogue)).toMatchObject({
      field: 'custom.region',
      read: { as: 'text' },
    });
  });

  it('knows the only values of a field', () => {
    expect(fieldIn(catalogue, 'deal', 'status').values).toEqual(['open', 'won', 'lost']);
    expect(fieldIn(catalogue, 'deal', 'nothing').conversions).toEqual([]);
  });

  it.each([
    ['amount', 'Deal, amount'],
    ['custom.region', 'Deal, region'],
    ['', 'Deal, a field'],
  ])('fills %s: %s', (field, text) => expect(filledText({ record: 'deal', field })).toBe(text));

  it('names each way to read a value', () => {
    for (const { key, read } of choicesOf(['text', 'money', 'duration', 'table'])) {
      expect(keyOfConversion(conversionOf(key))).toBe(key);
      expect(conversionOf(key)).toEqual(read);
    }
  });
});
