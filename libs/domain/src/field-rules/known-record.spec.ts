import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SourceId } from '../ids.js';
import type { FieldRule } from './field-rule.js';
import { knownRecord } from './known-record.js';

const context = { sourceId: 3 as SourceId, timeZone: 'UTC', currency: 'EUR' };
const rule = (field: string, from: string, read: FieldRule['read']): FieldRule => ({
  record: 'deal',
  field,
  from,
  read,
});
const id = rule('$id', 'number', { as: 'text' });
const at = rule('$at', 'changed', { as: 'time' });
const is = rule('$is', 'event', {
  as: 'table',
  rows: [{ from: 'deal.won', to: 'yes' }],
  otherwise: 'no',
});
const deleted = rule('$deleted', 'gone', { as: 'yes-no' });
const known = (payload: object, ...rules: FieldRule[]) =>
  knownRecord('deal', payload, rules, context);
const order = { number: 70_318, changed: '2026-11-18T09:00:00Z', event: 'deal.won' };

describe('a record that only rules know', () => {
  it('has its name and its moment from where they say', () => {
    expect(known(order, id, at)).toEqual({
      kind: 'record',
      externalId: '70318',
      at: Date.UTC(2026, 10, 18, 9),
    });
    expect(known({ ...order, gone: true }, id, at, deleted)).toMatchObject({ deleted: true });
  });

  it('is none where it has no name, or the rules say that it is none', () => {
    expect(known({ changed: order.changed }, id, at)).toEqual({ kind: 'none' });
    expect(known({ ...order, event: 'ping' }, id, at, is)).toEqual({ kind: 'none' });
    expect(known(order, id, at, is)).toMatchObject({ kind: 'record' });
    expect(known(order, at)).toEqual({ kind: 'none' });
  });

  it('waits where it does not say when', () => {
    expect(known({ number: 1, changed: 'soon' }, id, at)).toMatchObject({
      kind: 'unreadable',
      unreadable: [{ rule: 1, reason: 'Deal, at: "soon" at changed is no time' }],
    });
    expect(known({ number: 1 }, id, at)).toMatchObject({
      kind: 'unreadable',
      unreadable: [{ rule: 1, reason: 'It does not say when it became true' }],
    });
  });

  it('never throws, whatever was sent', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (payload) => {
        const { kind } = knownRecord('deal', payload, [id, at, is, deleted], context);
        expect(['record', 'none', 'unreadable']).toContain(kind);
      }),
    );
  });
});
