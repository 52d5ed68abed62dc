import type { FieldRule } from '@bellwether/domain';
import { describe, expect, it } from 'vitest';
import { connectors } from '../index.js';
import { signStandardWebhook } from '../signing/standard-webhooks.js';
import { requestOf, sourceOf } from '../source.fixture.js';

const json = connectors('json')!;
const secret = 'whsec_bmV3LW5ldy1uZXc=';
const now = Date.parse('2026-11-20T12:00:00Z');
const rule = (field: string, from: string, read: FieldRule['read']): FieldRule => ({
  record: 'deal',
  field,
  from,
  read,
});
const rules = [
  rule('$id', 'order.number', { as: 'text' }),
  rule('$at', 'order.changed', { as: 'time' }),
  rule('amount', 'order.cents', { as: 'money', unit: 'minor' }),
];
const order = { order: { number: 7, changed: '2026-11-20T11:00:00Z', cents: 1_250 } };
const map = (body: object, known = rules) =>
  json.map(JSON.stringify(body), 'key', sourceOf('json', [secret], {}, known));

describe('any JSON', () => {
  it.each([
    [{ authorization: `Bearer ${secret}` }, true],
    [{ authorization: 'Bearer another' }, false],
    [{}, false],
  ])('with %j is believed: %s', (headers, isBelieved) => {
    const refusal = json.refusal(requestOf(order, headers), sourceOf('json', [secret]), now);
    expect(refusal === undefined).toBe(isBelieved);
  });

  it('is believed with a signature, too', () => {
    const request = requestOf(order);
    const timestamp = String(now / 1_000);
    const headers = {
      'webhook-id': 'one',
      'webhook-timestamp': timestamp,
      'webhook-signature': signStandardWebhook(secret, 'one', timestamp, request.body),
    };
    const source = sourceOf('json', [secret]);
    expect(json.refusal({ ...request, headers }, source, now)).toBeUndefined();
    expect(json.refusal({ ...request, headers }, sourceOf('json', ['whsec_bm8=']), now)).toMatch(
      'does not match',
    );
  });

  it('has a sample that the newest secret proves', () => {
    const source = sourceOf('json', ['the-old-secret', secret]);
    const sample = json.sample(source, 'https://x.example', 'one', now);
    const request = { method: 'POST', url: '', ...sample };
    expect(json.refusal(request, sourceOf('json', [secret]), now)).toBeUndefined();
    expect(json.refusal(request, sourceOf('json', ['the-old-secret']), now)).toBeDefined();
    expect(json.split(request, source, now)).toMatchObject({ items: [{ kind: 'item' }] });
  });

  it('is about what its rules say', () => {
    expect(map(order)).toEqual({
      kind: 'changes',
      changes: [
        {
          type: 'deal',
          externalId: '7',
          change: { at: Date.parse('2026-11-20T11:00:00Z'), key: 'key', set: { amount: '12.50' } },
        },
      ],
    });
  });

  it('waits for its first rule, counts nothing that is about something else, and says what it cannot read', () => {
    expect(map(order, [])).toMatchObject({
      kind: 'unmappable',
      reason: expect.stringContaining('No rule says yet') as string,
    });
    expect(map({ ping: true })).toEqual({ kind: 'ignored' });
    expect(map({ order: { number: 7, changed: 'soon' } })).toMatchObject({
      kind: 'unmappable',
      reason: 'Deal, at: "soon" at order.changed is no time',
    });
  });

  it('is one item an object, the same for its repeats', () => {
    const split = (body: unknown, headers = {}) => {
      const made = json.split(requestOf(body, headers), sourceOf('json', [secret]), now);
      return made.kind === 'items'
        ? made.items.map((item) => (item.kind === 'item' ? item.key : item.kind))
        : made.kind;
    };
    const [key, other, refused] = split([order, { ...order, more: 1 }, 7]);
    expect(split(order)).toEqual([key]);
    expect(other).not.toBe(key);
    expect(refused).toBe('refused');
    expect(split(order, { 'webhook-id': 'one' })).not.toEqual(
      split(order, { 'webhook-id': 'two' }),
    );
    expect(split('{"a":')).toBe('malformed');
  });
});
