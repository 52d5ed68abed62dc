import type { ParkedReply, SourceMade } from '@bellwether/contracts';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ApiClient } from '../support/api-client.js';
import type { TestServer } from '../support/test-server.js';
import { startTestServer } from '../support/test-server.js';
import { testUrls } from '../support/urls.js';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer(await testUrls());
});
afterAll(() => server.close());

const REVENUE = 'revenue_won.all.reps';
const secret = 'client-secret-of-the-app';
const t0 = Date.UTC(2026, 10, 18, 9);

interface Portal {
  readonly floor: ApiClient;
  readonly source: number;
  send(...events: readonly object[]): ReturnType<ApiClient['hubspot']>;
}

async function openPortal(settings: object = {}): Promise<Portal> {
  const floor = await ApiClient.found(server);
  const people = await floor.hire('Iberia', 'ada', 'bea');
  const { body } = await floor.own<SourceMade>('/api/v1/sources', {
    json: { kind: 'hubspot', name: 'HubSpot', secret, settings },
  });
  for (const [name, ownerId] of Object.entries({ ada: '77001', bea: '77002' })) {
    await floor.own(`/api/v1/people/${people.get(name)}/identities`, {
      json: { source: body.id, id: ownerId },
    });
  }
  const url = new URL(body.url);
  const hook = { path: url.pathname, secret, publicUrl: url.origin };
  return {
    floor,
    source: body.id,
    send: (...events) => floor.hubspot(hook, events),
  };
}

const about = (subscriptionType: string, occurredAt: number, objectId = 9_001) => ({
  eventId: occurredAt % 1_000_000,
  subscriptionId: 2_001,
  portalId: 62_515,
  appId: 54_321,
  occurredAt,
  subscriptionType,
  attemptNumber: 0,
  objectId,
});
const property = (name: string, value: string, occurredAt: number, objectId = 9_001) => ({
  ...about('deal.propertyChange', occurredAt, objectId),
  propertyName: name,
  propertyValue: value,
});

const wonDeal = [
  { ...about('deal.creation', t0), changeFlag: 'CREATED' },
  property('dealname', 'Orsini Logistica', t0 + 1),
  property('amount', '12500.50', t0 + 2),
  property('hubspot_owner_id', '77001', t0 + 3),
  property('dealstage', 'closedwon', t0 + 4),
  property('closedate', String(t0 + 4), t0 + 5),
];

describe('HubSpot', () => {
  it('tells of a deal property by property, in any order, more than once', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray(wonDeal, { minLength: wonDeal.length }),
        fc.nat({ max: wonDeal.length }),
        async (events, cut) => {
          const portal = await openPortal();
          await portal.send(...events.slice(cut));
          await portal.floor.scored();
          const retried = events.map((event) => ({ ...event, attemptNumber: 1 }));
          await portal.send(...retried);
          expect(await portal.floor.standing(REVENUE)).toEqual([['ada', 1_250_050]]);
          const { body } = await portal.floor.own<ParkedReply>('/api/v1/parked');
          expect(body.items).toEqual([]);
        },
      ),
      { numRuns: 5 },
    );
  });

  it.each<[string, object[], [string, number][]]>([
    ['an edited amount', [property('amount', '99.99', t0 + 9)], [['ada', 9_999]]],
    ['a new owner', [property('hubspot_owner_id', '77002', t0 + 9)], [['bea', 1_250_050]]],
    ['a lost deal', [property('dealstage', 'closedlost', t0 + 9)], []],
    ['a reopened deal', [property('dealstage', 'contractsent', t0 + 9)], []],
    ['a deleted deal', [about('deal.deletion', t0 + 9)], []],
    [
      'a restored deal',
      [about('deal.restore', t0 + 10), about('deal.deletion', t0 + 9)],
      [['ada', 1_250_050]],
    ],
    [
      'a merged deal',
      [
        {
          ...about('deal.merge', t0 + 9, 9_002),
          primaryObjectId: 9_002,
          mergedObjectIds: [9_001],
        },
      ],
      [],
    ],
    ['an amount of before', [property('amount', '1.00', t0 + 1)], [['ada', 1_250_050]]],
  ])('follows %s', async (_, events, standing) => {
    const portal = await openPortal();
    await portal.send(...wonDeal);
    await portal.floor.scored();
    await portal.send(...events);
    expect(await portal.floor.standing(REVENUE)).toEqual(standing);
  });

  it('parks a stage that nobody has explained, and counts it once somebody does', async () => {
    const portal = await openPortal();
    const ownStage = property('dealstage', '184273645', t0 + 4);
    await portal.send(
      ...wonDeal.filter(
        (event) => !('propertyName' in event && event.propertyName === 'dealstage'),
      ),
      ownStage,
    );
    expect(await portal.floor.standing(REVENUE)).toEqual([]);
    const { body } = await portal.floor.own<ParkedReply>('/api/v1/parked');
    expect(body.items).toMatchObject([
      { kind: 'unmappable', source: 'HubSpot', body: JSON.stringify(ownStage) },
    ]);
    expect(body.items[0]?.detail).toMatch('"184273645" is unknown');

    await portal.floor.own(`/api/v1/sources/${portal.source}`, {
      method: 'PATCH',
      json: { settings: { stages: { '184273645': 'won' } } },
    });
    const replay = await portal.floor.own('/api/v1/parked/replay', {
      json: { kind: 'unmappable' },
    });
    expect(replay.body).toEqual({ replayed: 1 });
    expect(await portal.floor.standing(REVENUE)).toEqual([['ada', 1_250_050]]);
    const after = await portal.floor.own<ParkedReply>('/api/v1/parked');
    expect(after.body.counts).toEqual([]);
  });

  it('parks the deal of an unknown owner until the desk says who that is', async () => {
    const portal = await openPortal();
    const owner = property('hubspot_owner_id', '77999', t0 + 8);
    await portal.send(...wonDeal, owner);
    expect(await portal.floor.standing(REVENUE)).toEqual([]);
    const people = await portal.floor.hire('New logos', 'eve');
    const subject = `source-${portal.source}:77999`;
    const { body } = await portal.floor.own<ParkedReply>('/api/v1/parked');
    expect(body.counts).toEqual([{ kind: 'unknown-person', subject, items: 1 }]);
    await portal.floor.own(`/api/v1/people/${people.get('eve')}/identities`, {
      json: { source: portal.source, id: '77999' },
    });
    expect(await portal.floor.standing(REVENUE)).toEqual([['eve', 1_250_050]]);
  });

  it('counts calls, meetings, e-mails and leads of its generic events', async () => {
    const portal = await openPortal();
    const generic = (type: string, verb: string, at: number, objectId: number, more = {}) => ({
      ...about(`object.${verb}`, at, objectId),
      objectTypeId: type,
      ...more,
    });
    const of = (type: string, objectId: number, ...pairs: readonly [string, string][]) => [
      generic(type, 'creation', t0, objectId),
      ...pairs.map(([propertyName, propertyValue], index) =>
        generic(type, 'propertyChange', t0 + 1 + index, objectId, { propertyName, propertyValue }),
      ),
    ];
    await portal.send(
      ...of('0-48', 1, ['hubspot_owner_id', '77001'], ['hs_call_duration', '185000']),
      ...of(
        '0-47',
        2,
        ['hubspot_owner_id', '77001'],
        ['hs_meeting_outcome', 'COMPLETED'],
        ['hs_meeting_start_time', '2026-11-18T10:00:00Z'],
      ),
      ...of('0-49', 3, ['hubspot_owner_id', '77001'], ['hs_email_direction', 'EMAIL']),
      ...of('0-1', 4, ['hubspot_owner_id', '77001'], ['lifecyclestage', 'salesqualifiedlead']),
    );
    await portal.floor.scored();
    const scores: Record<string, number> = {};
    for (const metric of [
      'calls',
      'talk_time',
      'conversations',
      'meetings_held',
      'meetings_booked',
      'emails',
      'leads_created',
      'leads_qualified',
    ]) {
      scores[metric] = (await portal.floor.standing(`${metric}.all.reps`))[0]?.[1] ?? 0;
    }
    expect(scores).toEqual({
      calls: 1_000,
      talk_time: 185,
      conversations: 2_000,
      meetings_held: 1_000,
      meetings_booked: 1_000,
      emails: 1_000,
      leads_created: 1_000,
      leads_qualified: 1_000,
    });
  });

  it('ignores what nothing here counts, and refuses what is no event', async () => {
    const portal = await openPortal();
    const reply = await portal.send(
      about('company.creation', t0),
      property('dealtype', 'newbusiness', t0),
      { eventId: 1 },
    );
    expect(reply.body.items.map(({ verdict }) => verdict)).toEqual([
      'ignored',
      'ignored',
      'refused',
    ]);
  });

  it('takes nothing that is not signed by the secret', async () => {
    const portal = await openPortal();
    const hook = { path: '/hooks/none', secret: 'other', publicUrl: 'https://sales.example.com' };
    const sources = await portal.floor.own<{ sources: { kind: string; address: string }[] }>(
      '/api/v1/sources',
    );
    const address = sources.body.sources.find(({ kind }) => kind === 'hubspot')?.address;
    const wrong = await portal.floor.hubspot({ ...hook, path: `/hooks/${address}` }, wonDeal);
    expect(wrong.status).toBe(401);
    const unsigned = await portal.floor.send(`/hooks/${address}`, { json: wonDeal });
    expect(unsigned.status).toBe(401);
  });
});
