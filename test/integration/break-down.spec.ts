import type { BreakDownReply, ExplainReply, MetricsReply, Problem } from '@bellwether/contracts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ApiClient } from '../support/api-client.js';
import type { TestServer } from '../support/test-server.js';
import { startTestServer } from '../support/test-server.js';
import { testUrls } from '../support/urls.js';

let server: TestServer;
beforeAll(async () => (server = await startTestServer(await testUrls())));
afterAll(() => server.close());

const METRIC = 'leads_by_channel';
const ALL_TIME = `/api/v1/explain/breakdown?metric=${METRIC}&period=all`;

let floor: ApiClient;
let ada: number;
beforeEach(async () => {
  floor = await ApiClient.found(server);
  ada = (await floor.hire('Iberia', 'ada')).get('ada')!;
  await floor.hire('Atlantic', 'bo');
  await floor.own(`/api/v1/library/${METRIC}/use`, { method: 'PUT' });
  await floor.events([
    lead(1, { channel: 'website' }),
    lead(2, { channel: 'website' }),
    lead(3, { channel: 'cold call' }),
    lead(4, {}),
    lead(5, { channel: 'website', owner: 'bo@example.com' }),
  ]);
  await floor.scored();
});

const lead = (id: number, about: object) => ({
  type: 'lead',
  externalId: `L-${id}`,
  changedAt: '2026-11-17T10:00:00Z',
  createdAt: '2026-11-17T10:00:00Z',
  owner: 'ada@example.com',
  ...about,
});

const parts = ({ parts: all }: Pick<BreakDownReply, 'parts'>) =>
  all.map(({ facet, score, share }) => [facet, score, share]);

describe('a break-down', () => {
  it('tells of everybody, of a team and of a person, the largest part first', async () => {
    const everybody = await floor.own<BreakDownReply>(ALL_TIME);
    expect(everybody.body.by).toBe('channel');
    expect(parts(everybody.body)).toEqual([
      ['website', 3_000, 0.6],
      ['', 1_000, 0.2],
      ['cold call', 1_000, 0.2],
    ]);
    const own = await floor.own<BreakDownReply>(`${ALL_TIME}&person=${ada}`);
    expect(parts(own.body)).toEqual([
      ['website', 2_000, 0.5],
      ['', 1_000, 0.25],
      ['cold call', 1_000, 0.25],
    ]);
    const { body } = await floor.own<MetricsReply>('/api/v1/metrics');
    expect(body.metrics.find(({ key }) => key === METRIC)?.brokenDownBy).toBe('channel');
  });

  it('stands with the explanation of somebody’s number', async () => {
    const { body } = await floor.own<ExplainReply>(
      `/api/v1/explain?metric=${METRIC}&period=all&person=${ada}`,
    );
    expect(body.brokenDown && parts(body.brokenDown)).toHaveLength(3);
    const plain = await floor.own<ExplainReply>(
      `/api/v1/explain?metric=calls&period=all&person=${ada}`,
    );
    expect(plain.body.brokenDown).toBeNull();
  });

  it('follows a correction, and keeps the channel that was known first', async () => {
    await floor.events([
      { ...lead(1, { channel: 'cold call' }), changedAt: '2026-11-18T10:00:00Z' },
      { ...lead(3, { deleted: true }), changedAt: '2026-11-18T10:00:00Z' },
    ]);
    await floor.scored();
    const { body } = await floor.own<BreakDownReply>(`${ALL_TIME}&person=${ada}`);
    expect(parts(body)).toEqual([
      ['website', 2_000, 2 / 3],
      ['', 1_000, 1 / 3],
    ]);
  });

  it.each([
    ['a metric that has no parts', ALL_TIME.replace(METRIC, 'calls'), 422],
    ['a metric that there is not', ALL_TIME.replace(METRIC, 'nothing'), 404],
    ['nobody', `${ALL_TIME}&person=999999`, 404],
    ['no team', `${ALL_TIME}&team=999999`, 404],
    ['no period', ALL_TIME.replace('=all', '=month@2026-13'), 400],
  ])('of %s is refused', async (_, path, status) => {
    expect((await floor.own<Problem>(path)).status).toBe(status);
  });
});
