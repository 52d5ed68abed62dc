import type { DeliveryLine } from '@bellwether/contracts';
import { describe, expect, it } from 'vitest';
import { fieldName, fieldText, resultOf, titleOf } from './describe-delivery.js';

const line = (change: Partial<DeliveryLine> = {}): DeliveryLine => ({
  ref: 'd1',
  at: '2026-11-20T12:00:00.000Z',
  state: 'counted',
  records: [{ type: 'deal', externalId: 'D-1', name: 'Orsini Logistica' }],
  entries: 1,
  reason: null,
  parkedKind: null,
  parkedSubject: null,
  size: 200,
  ...change,
});

describe('a line of the log', () => {
  it.each([
    ['Orsini Logistica', {}],
    ['Call 70318', { records: [{ type: 'call', externalId: '70318', name: null }] }],
    ['Orsini Logistica and 1 more', { records: [...line().records, ...line().records] }],
    ['Request', { records: [], state: 'refused' }],
    ['Delivery', { records: [], state: 'duplicate' }],
  ] as const)('is called %s', (title, change) => {
    expect(titleOf(line(change as Partial<DeliveryLine>))).toBe(title);
  });

  it.each([
    ['1 entry in the ledger', {}],
    ['3 entries in the ledger', { entries: 3 }],
    [
      '“new@example.com” is nobody yet',
      { state: 'parked', parkedKind: 'unknown-person', parkedSubject: 'email:new@example.com' },
    ],
    [
      'Stage "st_1" is unknown',
      { state: 'parked', parkedKind: 'unmappable', reason: 'Stage "st_1" is unknown' },
    ],
    ['The token is wrong', { state: 'refused', reason: 'The token is wrong' }],
    ['It counts when the source goes on', { state: 'held' }],
  ] as const)('says %s', (result, change) => {
    expect(resultOf(line(change))).toBe(result);
  });
});

it.each([
  ['owner', 'email:ada@example.com', 'ada@example.com'],
  ['closedOn', '2026-11-20', '2026-11-20'],
  ['endedAt', 5, 'at 5'],
  ['talkSeconds', 5, '5'],
  ['lostReason', null, 'empty'],
  ['automated', false, 'no'],
  ['tags', ['roi', 'demo'], 'roi, demo'],
  ['splits', [{ identity: 'email:a@b.c', basisPoints: 2_500 }], 'a@b.c 25 %'],
])('the field %s reads %j as %s', (name, value, text) => {
  expect(fieldText(name, value, (at) => `at ${at}`)).toBe(text);
});

it('names fields as people would', () => {
  expect(['closedOn', 'owner', 'custom.dealSize'].map(fieldName)).toEqual([
    'Closed on',
    'Owner',
    'Deal size',
  ]);
});
