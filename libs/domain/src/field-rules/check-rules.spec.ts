import { describe, expect, it } from 'vitest';
import type { SourceId } from '../ids.js';
import { checkRules } from './check-rules.js';
import type { FieldRule } from './field-rule.js';

const context = { sourceId: 3 as SourceId, timeZone: 'UTC', currency: 'EUR' };
const good: FieldRule = {
  record: 'deal',
  field: 'amount',
  from: 'data.custom_fields.3d0f.value',
  read: { as: 'money', unit: 'major' },
};
const name: FieldRule = { ...good, field: 'name', read: { as: 'text' } };
const table = (rows: readonly (readonly [string, string])[], otherwise: string | null = null) => ({
  ...good,
  field: 'status',
  read: { as: 'table' as const, rows: rows.map(([from, to]) => ({ from, to })), otherwise },
});
const check = (...rules: FieldRule[]) =>
  checkRules(rules, { records: ['deal', 'call'], byRules: false }, context);

describe('rules for fields', () => {
  it('are good when each fills a field of its own from a path', () => {
    const custom: FieldRule = { ...name, field: 'custom.region', from: 'data["sales region"][0]' };
    expect(check(good, name, custom, table([['Closed', 'won']], 'open'))).toEqual([]);
  });

  it.each<[string, FieldRule, 'record' | 'field' | 'from' | 'read', RegExp]>([
    ['another record', { ...good, record: 'lead' }, 'record', /tells of no lead/],
    ['a field that is none', { ...good, field: 'amuont' }, 'field', /"amuont"/],
    ['what every object has', { ...good, field: 'constructor' }, 'field', /no field/],
    ['no field', { ...good, field: '' }, 'field', /Choose a field/],
    ['shares', { ...good, field: 'splits' }, 'field', /no field "splits" to fill/],
    ['a name of one’s own with spaces', { ...name, field: 'custom.a b' }, 'field', /no field/],
    ['no path', { ...good, from: '' }, 'from', /Say where/],
    ['what is no path', { ...good, from: 'data..value' }, 'from', /no path/],
    ['an amount as text', { ...good, read: { as: 'text' } }, 'read', /cannot be read as text/],
    ['an empty table', table([]), 'read', /no row/],
    [
      'a row that stands twice',
      table([
        ['a', 'won'],
        ['A ', 'lost'],
      ]),
      'read',
      /twice/,
    ],
    ['a row that means nothing', table([['a', 'gone']]), 'read', /none of open/],
    ['something else that means nothing', table([['a', 'won']], 'gone'), 'read', /Anything else/],
  ])('refuse %s, and say where', (_, rule, part, reason) => {
    expect(check(name, rule)).toEqual([
      { rule: 1, part, reason: expect.stringMatching(reason) as string },
    ]);
  });

  it('say which record it is only where nothing else does', () => {
    const id: FieldRule = { ...name, field: '$id' };
    const at: FieldRule = { ...name, field: '$at', read: { as: 'time' } };
    const alone = (...rules: FieldRule[]) =>
      checkRules(rules, { records: ['deal'], byRules: true }, context);
    expect(check(id)).toMatchObject([
      { part: 'field', reason: expect.stringContaining('no field "$id"') as string },
    ]);
    expect(alone(id, at, good)).toEqual([]);
    expect(alone(good)).toMatchObject([
      { part: 'record', reason: 'No rule says which deal it is' },
    ]);
    expect(alone(id, good)).toMatchObject([
      { rule: 0, reason: expect.stringContaining('when it became true') as string },
    ]);
  });

  it('refuse a field that is filled twice', () => {
    expect(check(good, { ...good, from: 'data.value' })).toMatchObject([
      { rule: 1, part: 'field' },
    ]);
    expect(check(name, { ...name, record: 'call', field: 'outcome' })).toEqual([]);
  });
});
