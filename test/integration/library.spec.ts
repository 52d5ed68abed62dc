import type {
  AuditReply,
  BoardReply,
  LibraryReply,
  MetricsReply,
  Problem,
  RescoringReply,
  ScreenMade,
  ScreensReply,
} from '@bellwether/contracts';
import { KPIS, SCORECARD_KPIS } from '@bellwether/domain';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { ApiClient } from '../support/api-client.js';
import type { TestServer } from '../support/test-server.js';
import { startTestServer } from '../support/test-server.js';
import { testUrls } from '../support/urls.js';

let server: TestServer;
beforeAll(async () => (server = await startTestServer(await testUrls())));
afterAll(() => server.close());

let floor: ApiClient;
beforeEach(async () => {
  floor = await ApiClient.found(server);
  await floor.hire('Iberia', 'ada');
});

const BOARD = 'mqls_created.all.reps';
const USE = '/api/v1/library/mqls_created/use';

const lead = (id: number) => ({
  type: 'lead',
  externalId: `L-${id}`,
  changedAt: '2026-11-17T10:00:00Z',
  owner: 'ada@example.com',
  status: 'mql',
});

const use = (path = USE) => floor.own(path, { method: 'PUT' });
const drop = (path = USE) => floor.own<Problem>(path, { method: 'DELETE' });
const library = async () => (await floor.own<LibraryReply>('/api/v1/library')).body;
const inUse = async (key: string) => (await library()).kpis.find((kpi) => kpi.key === key)?.inUse;

/** Until what was asked for is counted. */
const counted = () =>
  vi.waitFor(
    async () => {
      const { body } = await floor.own<RescoringReply>('/api/v1/rescoring');
      expect(body.rescoring?.state).toBe('done');
      return body.rescoring!;
    },
    { timeout: 20_000, interval: 20 },
  );

const deeds = async () => {
  const { body } = await floor.own<AuditReply>('/api/v1/audit?subject=metric');
  return body.changes.map(({ deed, subject }) => `${deed} ${subject.name}`);
};

async function play(board: string, strip: string | null = null): Promise<string> {
  const { body } = await floor.own<ScreensReply>('/api/v1/screens');
  const [screen] = body.screens;
  const slides = [{ board, strip, seconds: 20 }];
  const change = { method: 'PATCH', json: { slides } };
  await floor.own(`/api/v1/screens/${screen!.screenId}`, change);
  return screen!.name;
}

describe('the library', () => {
  it('keeps a KPI that a scorecard measures by, and says which', async () => {
    await use();
    const line = {
      metric: 'mqls_created',
      part: 'activity',
      period: 'week',
      target: 5_000,
      weight: 100,
      minimum: null,
      cap: 150,
    };
    const json = {
      name: 'SDRs',
      for: { people: [], jobTitles: ['SDR'], teams: [] },
      lines: [line],
    };
    const made = await floor.own('/api/v1/scorecards', { method: 'POST', json });
    expect(made.status).toBe(201);
    const refused = await drop();
    expect(refused.status).toBe(409);
    expect(refused.body.detail).toBe('“SDRs” is made of it. Take it out there first.');
  });

  it('tells of every KPI of the catalogue, and which are in use', async () => {
    const { kpis, categories } = await library();
    const keys = [...KPIS, ...SCORECARD_KPIS].map(({ key }) => key);
    expect(kpis.map(({ key }) => key).toSorted()).toEqual(keys.toSorted());
    expect(kpis.filter(({ category }) => !categories.includes(category))).toEqual([]);
    expect(await inUse('mqls_created')).toBe(false);
    expect(await inUse('closed_deals')).toBe(true);
  });

  it('has a KPI counted for all that has come before, and from now on', async () => {
    await floor.events([lead(1), lead(2), { ...lead(3), status: 'new' }]);
    await floor.scored();
    expect((await floor.own(`/api/v1/boards/${BOARD}`)).status).toBe(404);
    expect((await use()).status).toBe(204);
    expect(await inUse('mqls_created')).toBe(true);
    expect(await counted()).toMatchObject({ reason: 'MQLs created', done: 3, total: 3 });
    expect(await floor.standing(BOARD)).toEqual([['ada', 2_000]]);
    await floor.events([lead(3), lead(4)]);
    expect(await floor.standing(BOARD)).toEqual([['ada', 4_000]]);
  });

  it('uses a KPI once, however often it is asked to', async () => {
    const replies = await Promise.all([use(), use(), use()]);
    expect(replies.map(({ status }) => status)).toEqual([204, 204, 204]);
    const { body } = await floor.own<MetricsReply>('/api/v1/metrics');
    const metrics = body.metrics.filter(({ key }) => key === 'mqls_created');
    expect(metrics).toMatchObject([{ version: 1 }]);
    expect(await deeds()).toEqual(['metric-added MQLs created']);
  });

  it('counts nothing anew for a KPI that every organisation counts anyway', async () => {
    await play('calls.all.reps');
    expect((await drop('/api/v1/library/closed_deals/use')).status).toBe(204);
    expect(await inUse('closed_deals')).toBe(false);
    expect((await floor.own('/api/v1/boards/deals_won.all.reps')).status).toBe(404);
    expect((await floor.own('/api/v1/boards/win_rate.all.reps')).status).toBe(200);
    await use('/api/v1/library/closed_deals/use');
    expect((await floor.own('/api/v1/boards/deals_won.all.reps')).status).toBe(200);
    const { body } = await floor.own<RescoringReply>('/api/v1/rescoring');
    expect(body).toEqual({ rescoring: null });
  });

  it('keeps a KPI that a wall plays, and names the wall', async () => {
    await use();
    for (const [board, strip] of [
      [BOARD, null],
      ['calls.all.reps', 'mqls_created.all.teams'],
    ] as const) {
      const wall = await play(board, strip);
      const { status, body } = await drop();
      expect([status, body.detail]).toEqual([409, expect.stringContaining(wall)]);
      expect(await inUse('mqls_created')).toBe(true);
    }
    await play('calls.all.reps');
    expect((await drop()).status).toBe(204);
    expect(await inUse('mqls_created')).toBe(false);
  });

  it('says until when a share of those who may still get there can move', async () => {
    await use('/api/v1/library/mql_to_sql/use');
    const heading = async (period: string) =>
      (await floor.own<BoardReply>(`/api/v1/boards/mql_to_sql.${period}.reps`)).body.heading;
    const { period, ripens } = await heading('month');
    expect(ripens?.label).not.toBe('');
    expect(Date.parse(ripens!.on) - Date.parse(period.endsOn!)).toBe(31 * 86_400_000);
    expect((await heading('month@2024-01')).ripens).toBeUndefined();
    expect((await heading('all')).ripens).toBeUndefined();
  });

  it('gives a new wall nothing to play that is not in use', async () => {
    await play('calls.all.reps');
    await drop('/api/v1/library/closed_deals/use');
    const { body } = await floor.own<ScreenMade>('/api/v1/screens', { json: { name: 'Hall' } });
    const boards = body.screen.slides.map(({ board }) => board);
    expect(boards).toContain('revenue_won.month.reps');
    expect(boards.filter((board) => board.startsWith('deals_won'))).toEqual([]);
  });

  it('takes a KPI away and back again, counted once', async () => {
    await floor.events([lead(1), lead(2)]);
    await floor.scored();
    await use();
    await counted();
    expect(await floor.standing(BOARD)).toEqual([['ada', 2_000]]);
    expect((await drop()).status).toBe(204);
    expect((await drop()).status).toBe(204);
    expect((await floor.own(`/api/v1/boards/${BOARD}`)).status).toBe(404);
    await floor.events([lead(3)]);
    await floor.scored();
    await use();
    await counted();
    expect(await floor.standing(BOARD)).toEqual([['ada', 3_000]]);
    const { body } = await floor.own<MetricsReply>('/api/v1/metrics');
    expect(body.metrics.at(-1)).toMatchObject({ key: 'mqls_created', version: 2 });
    expect(await deeds()).toEqual([
      'metric-added MQLs created',
      'metric-removed MQLs created',
      'metric-added MQLs created',
    ]);
  });

  it('knows no KPI that is not in the catalogue', async () => {
    const path = '/api/v1/library/nothing/use';
    expect([(await use(path)).status, (await drop(path)).status]).toEqual([404, 404]);
  });
});

describe('counting anew', () => {
  it('never was asked for in a new organisation', async () => {
    const { body } = await floor.own<RescoringReply>('/api/v1/rescoring');
    expect(body).toEqual({ rescoring: null });
  });

  it('can be asked for, and cancelled', async () => {
    await floor.events([lead(1)]);
    await floor.scored();
    const { status, body } = await floor.own<RescoringReply>('/api/v1/rescoring', { json: {} });
    expect([status, body.rescoring]).toEqual([
      202,
      expect.objectContaining({ reason: 'All KPIs', total: 1 }),
    ]);
    expect(await counted()).toMatchObject({ done: 1, secondsLeft: null });
    const cancelled = await floor.own('/api/v1/rescoring', { method: 'DELETE' });
    expect(cancelled.status).toBe(204);
    expect(await counted()).toMatchObject({ done: 1 });
  });
});
