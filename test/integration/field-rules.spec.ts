import type {
  AuditReply,
  FieldPreviewReply,
  FieldRule,
  FieldRulesReply,
  ParkedReply,
  SourceMade,
} from '@bellwether/contracts';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ApiClient } from '../support/api-client.js';
import { SourceDesk } from '../support/source-desk.js';
import type { TestServer } from '../support/test-server.js';
import { startTestServer } from '../support/test-server.js';
import { testUrls } from '../support/urls.js';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer(await testUrls());
});
afterAll(() => server.close());

const REVENUE = 'revenue_won.all.reps';
const t0 = Date.UTC(2026, 10, 18, 9);
const EVERYTHING = { from: '2020-01-01T00:00:00Z', until: '2090-01-01T00:00:00Z' };

const fee: FieldRule = {
  record: 'deal',
  field: 'amount',
  from: 'data.custom_fields.fee',
  read: { as: 'money', unit: 'minor' },
};
const setter: FieldRule = {
  record: 'deal',
  field: 'owner',
  from: 'data.custom_fields.setter.id',
  read: { as: 'person' },
};

interface Stage {
  readonly floor: ApiClient;
  readonly desk: SourceDesk;
  readonly send: (...bodies: readonly object[]) => Promise<void>;
  readonly keep: (...rules: readonly FieldRule[]) => ReturnType<ApiClient['own']>;
  readonly preview: (rules: readonly FieldRule[], sent: object) => Promise<FieldPreviewReply>;
}

/** A Pipedrive whose user 501 is ada and 502 is bea. */
async function openStage(kind: 'pipedrive' | 'hubspot' = 'pipedrive'): Promise<Stage> {
  const floor = await ApiClient.found(server, { timeZone: 'UTC' });
  const people = await floor.hire('Iberia', 'ada', 'bea');
  const secret = 'user:password-of-the-hook';
  const { body } = await floor.own<SourceMade>('/api/v1/sources', {
    json: { kind, name: 'The CRM', secret },
  });
  for (const [name, id] of Object.entries({ ada: '501', bea: '502' })) {
    await floor.own(`/api/v1/people/${people.get(name)}/identities`, {
      json: { source: body.id, id },
    });
  }
  const url = new URL(body.url);
  const path = `/api/v1/sources/${body.id}/fields`;
  return {
    floor,
    desk: new SourceDesk(floor, body.id),
    send: async (...bodies) => {
      if (kind === 'hubspot') {
        await floor.hubspot({ path: url.pathname, secret, publicUrl: url.origin }, bodies);
      }
      const authorization = `Basic ${Buffer.from(secret).toString('base64')}`;
      for (const one of kind === 'hubspot' ? [] : bodies) {
        await floor.send(url.pathname, { json: one, headers: { authorization } });
      }
      await floor.scored();
    },
    keep: (...rules) => floor.own(path, { method: 'PUT', json: { rules } }),
    preview: async (rules, sent) => {
      const reply = await floor.own<FieldPreviewReply>(`${path}/preview`, {
        json: { rules, sent },
      });
      expect(reply.status).toBe(200);
      return reply.body;
    },
  };
}

const deal = (id: string, custom: object, more: object = {}) => ({
  data: {
    title: `Deal ${id}`,
    value: 100,
    currency: 'EUR',
    owner_id: 501,
    status: 'won',
    won_time: '2026-11-18T08:00:00Z',
    custom_fields: custom,
    ...more,
  },
  previous: null,
  meta: {
    id: `event-${id}-${JSON.stringify(custom)}`,
    action: 'change',
    entity: 'deal',
    entity_id: id,
    timestamp: new Date(t0).toISOString(),
    version: '2.0',
  },
});

describe('field rules', () => {
  it('score what arrives from now on, and what arrived before once it is replayed', async () => {
    const { floor, desk, send, keep } = await openStage();
    await send(deal('1', { fee: 250_050, setter: { id: 502 } }));
    expect(await floor.standing(REVENUE)).toEqual([['ada', 10_000]]);

    expect((await keep(fee, setter)).status).toBe(200);
    await send(deal('2', { fee: 100, setter: { id: 502 } }));
    expect(await floor.standing(REVENUE)).toEqual([
      ['ada', 10_000],
      ['bea', 100],
    ]);

    const [, first] = await desk.log();
    expect((await desk.read(first!.ref)).told).toMatchObject([
      { outdated: true, countsBy: 0, ruled: ['amount', 'owner'] },
    ]);
    await desk.replay(EVERYTHING);
    expect(await floor.standing(REVENUE)).toEqual([['bea', 250_150]]);
    const shown = (await desk.read(first!.ref)).told[0]!;
    expect(shown).toMatchObject({
      outdated: false,
      countsBy: 1,
      fields: { amount: '2500.50' },
      people: [{ name: 'bea' }],
    });
    expect(shown.entries.map(({ person, own }) => [person, own])).toContainEqual(['bea', true]);

    await desk.replay(EVERYTHING);
    await desk.replay({ refs: [first!.ref] });
    expect(await floor.standing(REVENUE)).toEqual([['bea', 250_150]]);
  });

  it('are taken back with a replay when they go', async () => {
    const { floor, desk, send, keep } = await openStage('hubspot');
    const acv: FieldRule = { ...fee, from: 'properties.acv', read: { as: 'money', unit: 'major' } };
    const property = (propertyName: string, propertyValue: string, after: number) => ({
      portalId: 1,
      subscriptionType: 'deal.propertyChange',
      objectId: 9_001,
      occurredAt: t0 + after,
      propertyName,
      propertyValue,
    });
    await keep(acv);
    await send(
      property('hubspot_owner_id', '501', 1),
      property('closedate', String(t0), 2),
      property('dealstage', 'closedwon', 3),
      property('acv', '1200.50', 4),
      property('amount', '99.00', 5),
    );
    expect(await floor.standing(REVENUE)).toEqual([['ada', 120_050]]);
    await keep();
    await desk.replay(EVERYTHING);
    expect(await floor.standing(REVENUE)).toEqual([['ada', 9_900]]);
  });

  it('end in the same sums in any order of arrival, change and replay', async () => {
    const deals = ['1', '2', '3'].map((id) =>
      deal(id, { fee: Number(id) * 100, setter: { id: 502 } }),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray(deals, { minLength: 3 }),
        fc.nat({ max: 3 }),
        fc.boolean(),
        async (sent, cut, between) => {
          const { floor, desk, send, keep } = await openStage();
          await send(...sent.slice(0, cut));
          if (between) await keep(setter);
          await send(...sent.slice(cut));
          await keep(fee, setter);
          await send(...sent);
          await desk.replay(EVERYTHING);
          await desk.replay(EVERYTHING);
          expect(await floor.standing(REVENUE)).toEqual([['bea', 600]]);
        },
      ),
      { numRuns: 4 },
    );
  });

  it('park what they cannot read, and count it once they are mended', async () => {
    const { floor, send, keep } = await openStage();
    await keep(fee);
    await send(deal('1', { fee: 'a lot' }));
    expect(await floor.standing(REVENUE)).toEqual([]);
    const { body } = await floor.own<ParkedReply>('/api/v1/parked');
    expect(body.items).toMatchObject([
      {
        kind: 'unmappable',
        detail: 'Deal, amount: "a lot" at data.custom_fields.fee is no amount, such as 12500.50',
      },
    ]);
    await keep({ ...fee, from: 'data.value', read: { as: 'money', unit: 'major' } });
    await floor.own('/api/v1/parked/replay', { json: { kind: 'unmappable' } });
    expect(await floor.standing(REVENUE)).toEqual([['ada', 10_000]]);
  });

  it('are kept all or none, and what is wrong is said with its place', async () => {
    const { floor, desk, keep } = await openStage();
    await keep(fee);
    const reply = await keep(setter, { ...fee, field: 'amuont' }, { ...fee, from: 'a..b' });
    expect(reply.status).toBe(422);
    expect(reply.body).toMatchObject({
      code: 'impossible',
      field: '/rules/1/field',
      troubles: [
        { rule: 1, part: 'field' },
        { rule: 2, part: 'from' },
      ],
    });
    const { body } = await floor.own<FieldRulesReply>(`${desk.path}/fields`);
    expect(body).toMatchObject({ rules: [fee], version: 1 });
    expect(body.records.find(({ record }) => record === 'deal')?.fields).toContainEqual({
      field: 'status',
      conversions: ['text', 'table'],
      values: ['open', 'won', 'lost'],
    });
  });

  it('stand in the audit as they were and as they are', async () => {
    const { floor, keep } = await openStage();
    await keep(fee);
    await keep(setter);
    const { body } = await floor.own<AuditReply>('/api/v1/audit?deed=source-fields-mapped');
    expect(body.changes).toMatchObject([
      {
        subject: { kind: 'source', name: 'The CRM' },
        before: { fields: ['deal amount from data.custom_fields.fee, as money in minor'] },
        after: { fields: ['deal owner from data.custom_fields.setter.id, as person'] },
      },
      { before: { fields: [] } },
    ]);
  });

  it('are nobody else’s to see, try or change', async () => {
    const { desk, send } = await openStage();
    await send(deal('1', { fee: 1 }));
    const [line] = await desk.log();
    const stranger = await openStage();
    const foreign = `${desk.path}/fields`;
    const json = { rules: [], sent: { ref: line!.ref } };
    expect((await stranger.floor.own(foreign)).status).toBe(404);
    expect((await stranger.floor.own(foreign, { method: 'PUT', json: { rules: [] } })).status).toBe(
      404,
    );
    expect((await stranger.floor.own(`${foreign}/preview`, { json })).status).toBe(404);
    const own = `${stranger.desk.path}/fields/preview`;
    expect((await stranger.floor.own(own, { json })).status).toBe(404);
  });
});

describe('a preview of field rules', () => {
  it('shows what would come out, beside what comes out now, and changes nothing', async () => {
    const { floor, desk, send, preview } = await openStage();
    await send(deal('1', { fee: 250_050, setter: { id: 502 } }));
    const [line] = await desk.log();
    const { items, troubles } = await preview([setter, fee], { ref: line!.ref });
    expect(troubles).toEqual([]);
    expect(items[0]?.values).toContainEqual({
      path: 'data.custom_fields.fee',
      steps: ['data', 'custom_fields', 'fee'],
      text: '250050',
      kind: 'number',
    });
    const [record] = items[0]!.records;
    expect(record).toMatchObject({ type: 'deal', externalId: 'deal-1' });
    const differing = record!.fields.filter(({ differs }) => differs);
    expect(differing).toMatchObject([
      { name: 'owner', rule: 0, person: 'bea' },
      { name: 'amount', value: '2500.50', was: '100', rule: 1 },
    ]);
    expect(await floor.standing(REVENUE)).toEqual([['ada', 10_000]]);
    const { body } = await floor.own<FieldRulesReply>(`${desk.path}/fields`);
    expect(body).toMatchObject({ rules: [], version: 0 });
  });

  it('leaves out rules that are wrong or cannot read, and says why', async () => {
    const { preview } = await openStage();
    const body = JSON.stringify(deal('1', { fee: 'a lot', setter: { id: 502 } }));
    const half = { ...fee, field: '' };
    const { items, troubles } = await preview([half, fee, setter], { body });
    expect(troubles).toMatchObject([{ rule: 0, part: 'field' }]);
    expect(items[0]).toMatchObject({
      unconverted: [{ rule: 1, reason: expect.stringContaining('"a lot"') as string }],
      problem: null,
    });
    const amount = items[0]!.records[0]!.fields.find(({ name }) => name === 'amount');
    expect(amount).toMatchObject({ value: '100' });
  });

  it.each([
    ['{"a":', 'It is no JSON'],
    ['7', 'It holds no JSON object'],
    ['[]', 'It holds no JSON object'],
  ])('of %s says that %s', async (body, reason) => {
    const { preview } = await openStage();
    expect(await preview([fee], { body })).toMatchObject({ unreadable: reason, items: [] });
  });

  it('looks into what HubSpot sent and nothing needed', async () => {
    const { desk, send, preview } = await openStage('hubspot');
    await send({
      portalId: 1,
      subscriptionType: 'deal.propertyChange',
      objectId: 9_001,
      occurredAt: t0,
      propertyName: 'acv',
      propertyValue: '12',
    });
    const [line] = await desk.logOf(1, '?verdict=not-needed');
    const acv: FieldRule = { ...fee, from: 'properties.acv' };
    const { items } = await preview([acv], { ref: line!.ref });
    expect(items[0]?.values).toContainEqual({
      path: 'properties.acv',
      steps: ['properties', 'acv'],
      text: '12',
      kind: 'text',
    });
    expect(items[0]?.records).toMatchObject([{ fields: [{ name: 'amount', value: '0.12' }] }]);
  });
});

describe('any JSON', () => {
  const rule = (field: string, from: string, read: FieldRule['read']): FieldRule => ({
    record: 'deal',
    field,
    from,
    read,
  });
  const rules = [
    rule('$id', 'order.number', { as: 'text' }),
    rule('$at', 'order.changed', { as: 'time' }),
    rule('$deleted', 'order.cancelled', { as: 'yes-no' }),
    rule('owner', 'order.seller', { as: 'person' }),
    rule('amount', 'order.cents', { as: 'money', unit: 'minor' }),
    rule('closedOn', 'order.changed', { as: 'date' }),
    rule('status', 'event', {
      as: 'table',
      rows: [{ from: 'order.paid', to: 'won' }],
      otherwise: 'open',
    }),
  ];
  const order = (number: number, cents: number, more: object = {}) => ({
    event: 'order.paid',
    order: { number, cents, seller: 'ada@example.com', changed: '2026-11-18T09:00:00Z', ...more },
  });

  async function openJson() {
    const floor = await ApiClient.found(server, { timeZone: 'UTC' });
    await floor.hire('Iberia', 'ada');
    const { body } = await floor.own<SourceMade>('/api/v1/sources', {
      json: { kind: 'json', name: 'The shop' },
    });
    const path = `/api/v1/sources/${body.id}/fields`;
    const headers = { authorization: `Bearer ${body.secret}` };
    return {
      floor,
      send: async (...bodies: readonly object[]) => {
        await floor.send(new URL(body.url).pathname, { json: bodies, headers });
        await floor.scored();
      },
      keep: (...some: readonly FieldRule[]) =>
        floor.own(path, { method: 'PUT', json: { rules: some } }),
    };
  }

  it('waits until rules say what it is about, then counts, is corrected and taken back', async () => {
    const { floor, send, keep } = await openJson();
    await send(order(1, 1_000), order(2, 50));
    const { body } = await floor.own<ParkedReply>('/api/v1/parked');
    expect(body.counts).toMatchObject([{ kind: 'unmappable' }]);
    expect((await keep(...rules)).status).toBe(200);
    await floor.own('/api/v1/parked/replay', { json: { kind: 'unmappable' } });
    expect(await floor.standing(REVENUE)).toEqual([['ada', 1_050]]);
    await send(order(1, 2_000, { changed: '2026-11-18T10:00:00Z' }), order(1, 2_000), { ping: 1 });
    expect(await floor.standing(REVENUE)).toEqual([['ada', 2_050]]);
    await send(order(2, 50, { changed: '2026-11-18T11:00:00Z', cancelled: true }));
    expect(await floor.standing(REVENUE)).toEqual([['ada', 2_000]]);
  });

  it('keeps the names of its records once there are any: another name would count them twice', async () => {
    const { send, keep } = await openJson();
    expect((await keep(...rules.slice(1))).body).toMatchObject({ field: '/rules/0/record' });
    await keep(...rules);
    const renamed = [rule('$id', 'order.cents', { as: 'text' }), ...rules.slice(1)];
    expect((await keep(...renamed)).status).toBe(200);
    expect((await keep(...rules)).status).toBe(200);
    await send(order(1, 1_000));
    expect(await keep(...renamed)).toMatchObject({ status: 422, body: { field: '/rules/0/from' } });
    expect((await keep()).status).toBe(422);
    expect((await keep(...rules.slice(0, 5))).status).toBe(200);
  });
});
