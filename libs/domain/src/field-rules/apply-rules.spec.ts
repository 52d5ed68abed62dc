import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SourceId } from '../ids.js';
import { isKeepable } from '../records/keepable-text.js';
import { RECORD_TYPES } from '../records/record-fields.js';
import { applyRules } from './apply-rules.js';
import { fieldChoice, fieldsOf } from './field-choices.js';
import type { Conversion, FieldRule } from './field-rule.js';

const context = { sourceId: 3 as SourceId, timeZone: 'UTC', currency: 'EUR' };
const amount: FieldRule = {
  record: 'deal',
  field: 'amount',
  from: 'data.fee',
  read: { as: 'money', unit: 'minor' },
};

describe('the fields of a record', () => {
  it('are taken from where a rule says, and from nowhere else', () => {
    const told = { set: { name: 'Orsini', amount: '1.00' } };
    const apply = (payload: unknown) => applyRules('deal', told, payload, [amount], context);
    expect(apply({ data: { fee: 250 } }).set).toEqual({ name: 'Orsini', amount: '2.50' });
    expect(apply({ data: { fee: null } }).set).toEqual({ name: 'Orsini', amount: null });
    expect(apply({ data: {} }).set).toEqual({ name: 'Orsini' });
  });

  it('stay as they were where a value cannot be read, which is said', () => {
    const payload = { data: { fee: 'a lot' } };
    expect(applyRules('deal', { set: { name: 'Orsini' } }, payload, [amount], context)).toEqual({
      set: { name: 'Orsini' },
      unreadable: [
        {
          rule: 0,
          reason: 'Deal, amount: "a lot" at data.fee is no amount, such as 12500.50',
        },
      ],
    });
  });

  it('know the currency before the amount, wherever its rule stands', () => {
    const currency: FieldRule = { ...amount, field: 'currency', from: 'cur', read: { as: 'text' } };
    const payload = { data: { fee: 250 }, cur: 'JPY' };
    const { set } = applyRules('deal', { set: {} }, payload, [amount, currency], context);
    expect(set).toEqual({ currency: 'JPY', amount: '250' });
  });

  it('are left alone where a record only ends, or is of another type', () => {
    const payload = { data: { fee: 250 } };
    const gone = { set: {}, lifecycle: { deleted: true } };
    expect(applyRules('deal', gone, payload, [amount], context).set).toEqual({});
    expect(applyRules('lead', { set: {} }, payload, [amount], context).set).toEqual({});
  });
});

const conversion: fc.Arbitrary<Conversion> = fc.oneof(
  fc.constantFrom<Conversion>(
    { as: 'text' },
    { as: 'list' },
    { as: 'number' },
    { as: 'yes-no' },
    { as: 'date' },
    { as: 'time' },
    { as: 'person' },
    { as: 'money', unit: 'minor' },
    { as: 'money', unit: 'major' },
    { as: 'duration', unit: 'hours' },
  ),
  fc.record({
    as: fc.constant('table' as const),
    rows: fc.array(fc.record({ from: fc.string(), to: fc.string() }), { maxLength: 3 }),
    otherwise: fc.option(fc.string()),
  }),
);
const anyRule: fc.Arbitrary<FieldRule> = fc.record({
  record: fc.constantFrom(...RECORD_TYPES),
  field: fc.oneof(
    fc.constantFrom('amount', 'owner', 'status', 'custom.x', '__proto__'),
    fc.string(),
  ),
  from: fc.oneof(fc.constantFrom('a', 'a.b', 'a[0]', '[0]', '__proto__'), fc.string()),
  read: conversion,
});
const anyPayload = fc.oneof(
  fc.jsonValue(),
  fc.record({ a: fc.oneof(fc.jsonValue(), fc.record({ b: fc.jsonValue() })) }),
);

describe('any rules and any payload', () => {
  it('never throw, and never change a field that no rule names', () => {
    const told = { set: { untouched: 'as it was' } };
    fc.assert(
      fc.property(fc.array(anyRule, { maxLength: 6 }), anyPayload, (rules, payload) => {
        for (const type of RECORD_TYPES) {
          const { set } = applyRules(type, told, payload, rules, context);
          expect(set['untouched']).toBe('as it was');
        }
      }),
    );
  });

  it('never make a text that cannot be kept of one that can', () => {
    const sheep = fc.string({ unit: fc.constantFrom('a', '🐑'), minLength: 50, maxLength: 150 });
    const name: FieldRule = { ...amount, field: 'name', read: { as: 'text' } };
    fc.assert(
      fc.property(sheep, fc.constantFrom(name, amount), (fee, rule) => {
        expect(
          isKeepable(applyRules('deal', { set: {} }, { data: { fee } }, [rule], context)),
        ).toBe(true);
      }),
    );
  });

  it('change nothing when there is no rule', () => {
    fc.assert(
      fc.property(anyPayload, (payload) => {
        const told = { set: { amount: '1.00', name: 'Orsini' } };
        expect(applyRules('deal', told, payload, [], context)).toEqual({ ...told, unreadable: [] });
      }),
    );
  });

  it('can fill every field that is offered', () => {
    for (const record of RECORD_TYPES) {
      for (const field of fieldsOf(record)) {
        expect(fieldChoice(record, field)?.conversions.length).toBeGreaterThan(0);
      }
    }
    expect(fieldsOf('deal')).not.toContain('splits');
  });
});
