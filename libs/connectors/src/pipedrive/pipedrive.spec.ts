import { describe, expect, it } from 'vitest';
import { requestOf, sourceOf } from '../source.fixture.js';
import { pipedriveConnector as pipedrive } from './pipedrive.connector.js';

const source = sourceOf('pipedrive', ['lark:secret-pass']);
const basic = (pair: string) => ({
  authorization: `Basic ${Buffer.from(pair).toString('base64')}`,
});
const at = '2026-11-18T10:00:00.000Z';

const event = (entity: string, data: object | null, more: object = {}, meta: object = {}) => ({
  data,
  previous: null,
  ...more,
  meta: {
    id: '7e6c1f5a-0000-4000-8000-000000000001',
    action: data === null ? 'delete' : 'change',
    entity,
    entity_id: '8',
    timestamp: at,
    version: '2.0',
    attempt: 1,
    ...meta,
  },
});
const deal = {
  title: 'Orsini Logistica',
  value: 12_500.5,
  currency: 'EUR',
  owner_id: 501,
  stage_id: 2,
  status: 'open',
  add_time: '2026-11-01T09:00:00Z',
};

function mapped(body: object) {
  const mapping = pipedrive.map(JSON.stringify(body), 'key', source);
  return mapping.kind === 'changes' ? mapping.changes : mapping;
}

describe('Pipedrive', () => {
  it.each([
    [basic('lark:secret-pass'), true],
    [basic('lark:secret-pas'), false],
    [basic('other:secret-pass'), false],
    [{ authorization: 'Bearer lark:secret-pass' }, false],
    [{}, false],
  ])('with %j is believed: %s', (headers, isBelieved) => {
    const refusal = pipedrive.refusal(requestOf([], headers), source, 0);
    expect(refusal === undefined).toBe(isBelieved);
  });

  it('tells a deal whole, each time', () => {
    expect(mapped(event('deal', deal))).toEqual([
      {
        type: 'deal',
        externalId: 'deal-8',
        change: {
          at: Date.parse(at),
          key: 'key',
          set: {
            owner: 'source-3:501',
            name: 'Orsini Logistica',
            amount: '12500.5',
            currency: 'EUR',
            stage: '2',
            status: 'open',
            createdAt: Date.parse('2026-11-01T09:00:00Z'),
            closedOn: null,
          },
          lifecycle: { deleted: false },
        },
      },
    ]);
  });

  it.each([
    ['won', { won_time: '2026-11-18T23:59:00Z' }, '2026-11-18'],
    ['won', { won_time: '2026-07-18 23:30:00' }, '2026-07-19'],
    ['lost', { lost_time: '2026-11-17T10:00:00Z', lost_reason: 'price' }, '2026-11-17'],
  ])('%s on the day it was, in our zone', (status, more, closedOn) => {
    expect(mapped(event('deal', { ...deal, status, ...more }))).toMatchObject([
      { change: { set: { status, closedOn } } },
    ]);
  });

  it('reopens, deletes and merges', () => {
    const reopened = event('deal', { ...deal, won_time: null }, { previous: { status: 'won' } });
    expect(mapped(reopened)).toMatchObject([
      { change: { set: { status: 'open', closedOn: null } } },
    ]);
    expect(mapped(event('deal', null))).toMatchObject([
      { change: { lifecycle: { deleted: true } } },
    ]);
    expect(mapped(event('deal', null, {}, { merged_to_id: 9 }))).toMatchObject([
      { change: { lifecycle: { mergedInto: 'deal-9' } } },
    ]);
  });

  it('counts a call when it is done, and no longer when it is not', () => {
    const call = { type: 'call', owner_id: 501, person_id: 7, duration: { value: '00:30' } };
    const done = event('activity', { ...call, done: true }, { previous: { done: false } });
    expect(mapped(done)).toMatchObject([
      {
        type: 'call',
        change: {
          set: { owner: 'source-3:501', contact: '7', talkSeconds: 1_800, endedAt: Date.parse(at) },
          lifecycle: { deleted: false },
        },
      },
    ]);
    expect(mapped(event('activity', { ...call, done: false }))).toMatchObject([
      { change: { lifecycle: { deleted: true } } },
    ]);
  });

  it('holds a meeting when it is done', () => {
    const meeting = {
      type: 'meeting',
      owner_id: 501,
      due_date: '2026-11-18',
      due_time: { value: '14:30' },
    };
    expect(mapped(event('activity', { ...meeting, done: true }))).toMatchObject([
      {
        type: 'meeting',
        change: { set: { status: 'held', startsAt: Date.parse('2026-11-18T14:30:00Z') } },
      },
    ]);
  });

  it('lets an activity become of another kind', () => {
    const changed = event(
      'activity',
      { type: 'meeting', done: false },
      { previous: { type: 'call' } },
    );
    expect(mapped(changed)).toMatchObject([
      { type: 'call', change: { lifecycle: { deleted: true } } },
      { type: 'meeting', change: { set: { status: 'booked' } } },
    ]);
  });

  it('is one item an event, the same for its retries', () => {
    const keyOf = (body: object) => {
      const split = pipedrive.split(requestOf(body), source, 0);
      const [item] = split.kind === 'items' ? split.items : [];
      return item?.kind === 'item' ? item.key : item?.kind;
    };
    const first = event('deal', deal);
    expect(keyOf(event('deal', deal, {}, { attempt: 2 }))).toBe(keyOf(first));
    expect(keyOf(event('deal', deal, {}, { id: 'another' }))).not.toBe(keyOf(first));
    expect(keyOf(event('product', {}))).toBe('ignored');
    expect(keyOf(event('deal', deal, {}, { version: '1.0' }))).toBe('refused');
  });
});
