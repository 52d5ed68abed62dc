import type { FieldRule } from '@bellwether/domain';
import { RECORD_TYPES } from '@bellwether/domain';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { connectors } from './index.js';
import { requestOf, sourceOf } from './source.fixture.js';

const money: FieldRule['read'] = { as: 'money', unit: 'major' };
const at = Date.UTC(2026, 10, 18, 9);

function mapped(kind: string, body: object, rules: readonly FieldRule[]) {
  const source = sourceOf(kind, ['a-secret'], {}, rules);
  const mapping = connectors(kind)!.map(JSON.stringify(body), 'key', source);
  return mapping.kind === 'changes' ? mapping.changes.map(({ change }) => change.set) : mapping;
}

describe('HubSpot with rules', () => {
  const event = (propertyName: string, propertyValue: string) => ({
    portalId: 62_515,
    subscriptionType: 'deal.propertyChange',
    objectId: 9_001,
    occurredAt: at,
    propertyName,
    propertyValue,
  });
  const acv: FieldRule = { record: 'deal', field: 'amount', from: 'properties.acv', read: money };

  it('reads a property of one’s own, and no longer the one it stands in for', () => {
    expect(mapped('hubspot', event('acv', '1200.50'), [acv])).toEqual([{ amount: '1200.50' }]);
    expect(mapped('hubspot', event('amount', '99'), [acv])).toEqual([{}]);
    expect(mapped('hubspot', event('dealname', 'Orsini'), [acv])).toEqual([{ name: 'Orsini' }]);
    expect(mapped('hubspot', event('acv', ''), [acv])).toEqual([{ amount: null }]);
  });

  it('takes in what a rule reads, and only that', () => {
    const verdict = (rules: readonly FieldRule[]) => {
      const source = sourceOf('hubspot', ['a-secret'], {}, rules);
      const split = connectors('hubspot')!.split(requestOf([event('acv', '1')]), source, at);
      return split.kind === 'items' ? split.items.map(({ kind }) => kind) : split;
    };
    expect(verdict([])).toEqual(['ignored']);
    expect(verdict([acv])).toEqual(['item']);
    expect(verdict([{ ...acv, record: 'lead' }])).toEqual(['ignored']);
  });

  it('tells nothing of a property whose rule is gone, so that a replay takes it back', () => {
    expect(mapped('hubspot', event('acv', '1200.50'), [])).toEqual([{}]);
  });

  it('lets a table explain stages that HubSpot’s connector does not know', () => {
    const rows = [{ from: '1178534821', to: 'won' }];
    const status: FieldRule = {
      record: 'deal',
      field: 'status',
      from: 'properties.dealstage',
      read: { as: 'table', rows, otherwise: 'open' },
    };
    expect(mapped('hubspot', event('dealstage', '1178534821'), [status])).toEqual([
      { status: 'won' },
    ]);
  });

  it('says which rule cannot read what, and where', () => {
    expect(mapped('hubspot', event('acv', 'a lot'), [acv])).toEqual({
      kind: 'unmappable',
      reason: 'Deal, amount: "a lot" at properties.acv is no amount, such as 12500.50',
      unreadable: [{ rule: 0, reason: expect.stringContaining('a lot') as string }],
    });
  });
});

describe('Pipedrive with rules', () => {
  const deal = (custom: object) => ({
    data: { title: 'Orsini', value: 1, owner_id: 501, status: 'open', custom_fields: custom },
    previous: null,
    meta: {
      id: 'one',
      action: 'change',
      entity: 'deal',
      entity_id: '8',
      timestamp: new Date(at).toISOString(),
      version: '2.0',
    },
  });
  it('credits whom a custom field names', () => {
    const setter: FieldRule = {
      record: 'deal',
      field: 'owner',
      from: 'data.custom_fields.3d0f.id',
      read: { as: 'person' },
    };
    const sets = mapped('pipedrive', deal({ '3d0f': { type: 'user', id: 77 } }), [setter]);
    expect(sets).toMatchObject([{ owner: 'source-3:77', name: 'Orsini' }]);
    expect(mapped('pipedrive', deal({}), [setter])).not.toMatchObject([
      { owner: expect.anything() },
    ]);
  });
});

describe('any vendor with rules', () => {
  it.each(['canonical', 'hubspot', 'pipedrive', 'aircall'])(
    '%s: a rule that finds nothing changes nothing else',
    (kind) => {
      const connector = connectors(kind)!;
      const source = sourceOf(kind, ['a-secret-of-ours']);
      const sample = connector.sample(source, 'https://x.example', 'one', at);
      const split = connector.split({ method: 'POST', url: '', ...sample }, source, at);
      const [item] = split.kind === 'items' ? split.items : [];
      if (item?.kind !== 'item') throw new Error('the sample is no item');
      const plain = connector.map(item.body, 'key', source);
      fc.assert(
        fc.property(fc.constantFrom(...RECORD_TYPES), fc.string(), (record, field) => {
          const read = { as: 'text' } as const;
          const rule: FieldRule = {
            record,
            field: `custom.${field}`,
            from: 'nowhere.at.all',
            read,
          };
          const ruled = connector.map(item.body, 'key', { ...source, fieldRules: [rule] });
          expect(ruled).toEqual(plain);
        }),
      );
      expect(connector.records.length).toBeGreaterThan(0);
    },
  );
});
