import type {
  AuditReply,
  MetricsReply,
  OwnMetricChecked,
  OwnMetricDraft,
  OwnMetricKept,
  OwnMetricPreview,
  OwnMetricsReply,
  Problem,
  RescoringReply,
  ScreensReply,
} from '@bellwether/contracts';
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
  floor = await ApiClient.found(server, { timeZone: 'UTC' });
  await floor.hire('Iberia', 'ada', 'bea');
});

const HOUR = 3_600_000;
const PATH = '/api/v1/own-metrics';

const call = (id: string, owner: string, talkSeconds: number, more: object = {}) => ({
  type: 'call',
  externalId: id,
  changedAt: new Date(Date.now() - HOUR).toISOString(),
  endedAt: new Date(Date.now() - HOUR).toISOString(),
  owner: `${owner}@example.com`,
  talkSeconds,
  ...more,
});

type FromRecords = Extract<OwnMetricDraft['from'], { kind: 'records' }>;

const longCalls = (seconds: number, more: Partial<FromRecords> = {}): OwnMetricDraft => ({
  title: 'Long calls',
  from: {
    kind: 'records',
    record: 'call',
    figure: { kind: 'count' },
    when: {
      kind: 'form',
      match: 'all',
      tests: [{ field: 'talkSeconds', operator: 'at-least', value: seconds }],
    },
    credit: { kind: 'field', field: 'owner' },
    day: { kind: 'field', field: 'endedAt' },
    oncePer: null,
    ...more,
  },
  words: { one: 'long call', many: 'long calls' },
  direction: 'higher',
  timing: 'leading',
});
const points = (...terms: readonly (readonly [metric: string, weight: number])[]) =>
  ({
    ...longCalls(0),
    title: 'Call points',
    from: { kind: 'points', terms: terms.map(([metric, weight]) => ({ metric, weight })) },
    words: null,
  }) satisfies OwnMetricDraft;

const make = (draft: OwnMetricDraft) =>
  floor.own<OwnMetricKept & Problem & { problems: object[] }>(PATH, { json: draft });
const change = (key: string, draft: OwnMetricDraft) =>
  floor.own<Problem>(`${PATH}/${key}`, { method: 'PUT', json: draft });
const drop = (key: string) => floor.own<Problem>(`${PATH}/${key}`, { method: 'DELETE' });
const list = async () => (await floor.own<OwnMetricsReply>(PATH)).body;
const preview = async (draft: OwnMetricDraft, key: string | null = null) =>
  (await floor.own<OwnMetricPreview>(`${PATH}/preview`, { json: { draft, key } })).body;

const counted = () =>
  vi.waitFor(
    async () => {
      const { body } = await floor.own<RescoringReply>('/api/v1/rescoring');
      expect(body.rescoring?.state).toBe('done');
    },
    { timeout: 20_000, interval: 20 },
  );

async function play(board: string): Promise<string> {
  const { body } = await floor.own<ScreensReply>('/api/v1/screens');
  const [screen] = body.screens;
  const json = { slides: [{ board, strip: null, seconds: 20 }] };
  await floor.own(`/api/v1/screens/${screen!.screenId}`, { method: 'PATCH', json });
  return screen!.name;
}

const calls = [
  call('C-1', 'ada', 60),
  call('C-2', 'ada', 300),
  call('C-3', 'bea', 900),
  call('C-4', 'bea', 1_200),
];

describe('a metric of one’s own', () => {
  it('counts what came before and what comes from now on', async () => {
    await floor.events(calls);
    await floor.scored();
    const { status, body } = await make(longCalls(300));
    expect([status, body]).toEqual([201, { key: 'own_long_calls' }]);
    await counted();
    const board = 'own_long_calls.all.reps';
    expect(await floor.standing(board)).toEqual([
      ['bea', 2_000],
      ['ada', 1_000],
    ]);
    await floor.events([call('C-5', 'ada', 301), call('C-6', 'ada', 999), call('C-7', 'ada', 299)]);
    expect(await floor.standing(board)).toEqual([
      ['ada', 3_000],
      ['bea', 2_000],
    ]);
  });

  /** Two calls are enough for a place. */
  const ALL = { shown: 1, ranked: 1 };

  it.each<[string, Partial<FromRecords>, [string, number][]]>([
    [
      'a sum',
      { figure: { kind: 'sum', field: 'talkSeconds' } },
      [
        ['bea', 2_100],
        ['ada', 300],
      ],
    ],
    [
      'an average',
      { figure: { kind: 'average', field: 'talkSeconds' }, least: ALL },
      [
        ['bea', 1_050],
        ['ada', 300],
      ],
    ],
    [
      'a share',
      {
        when: { kind: 'form', match: 'all', tests: [] },
        figure: { kind: 'share', part: { kind: 'cel', cel: 'call.talkSeconds >= 300' } },
        least: ALL,
      },
      [
        ['bea', 1],
        ['ada', 0.5],
      ],
    ],
    [
      'distinct contacts',
      { figure: { kind: 'distinct', field: 'contact' } },
      [
        ['ada', 1_000],
        ['bea', 1_000],
      ],
    ],
    [
      'once per contact and day',
      { oncePer: 'contact' },
      [
        ['ada', 1_000],
        ['bea', 1_000],
      ],
    ],
  ])('can be %s', async (_, more, standing) => {
    await floor.events(calls.map((one) => ({ ...one, contact: 'orsini' })));
    await floor.scored();
    await make(longCalls(300, more));
    await counted();
    const told = await floor.standing('own_long_calls.all.reps');
    expect(told.toSorted(([a], [b]) => a.localeCompare(b))).toEqual(
      standing.toSorted(([a], [b]) => a.localeCompare(b)),
    );
  });

  it('is a new version when it is worded anew, and the old one leaves no trace in its totals', async () => {
    await floor.events(calls);
    await floor.scored();
    await make(longCalls(300));
    await counted();
    expect((await change('own_long_calls', longCalls(1_000))).status).toBe(200);
    await counted();
    const board = 'own_long_calls.all.reps';
    expect(await floor.standing(board)).toEqual([['bea', 1_000]]);
    expect((await list()).metrics).toMatchObject([{ key: 'own_long_calls', version: 2 }]);
    await change('own_long_calls', longCalls(300));
    await counted();
    expect(await floor.standing(board)).toEqual([
      ['bea', 2_000],
      ['ada', 1_000],
    ]);
  });

  it('is not counted anew when only its name is another', async () => {
    await floor.events(calls);
    await floor.scored();
    await make(longCalls(300));
    await counted();
    const before = await floor.own<RescoringReply>('/api/v1/rescoring');
    await change('own_long_calls', { ...longCalls(300), title: 'Proper calls' });
    expect(await floor.standing('own_long_calls.all.reps')).toHaveLength(2);
    const { body } = await floor.own<MetricsReply>('/api/v1/metrics');
    expect(body.metrics.at(-1)).toMatchObject({ title: 'Proper calls', version: 2 });
    const after = await floor.own<RescoringReply>('/api/v1/rescoring');
    expect(after.body).toEqual(before.body);
  });

  it('can be made of others, and follows when they are worded anew', async () => {
    await floor.events(calls);
    await floor.scored();
    await make(longCalls(300));
    const made = await make(points(['own_long_calls', 5], ['calls', 1]));
    expect(made.body.key).toBe('own_call_points');
    await counted();
    const board = 'own_call_points.all.reps';
    expect(await floor.standing(board)).toEqual([
      ['bea', 12_000],
      ['ada', 7_000],
    ]);
    await change('own_long_calls', longCalls(1_000));
    await counted();
    expect(await floor.standing(board)).toEqual([
      ['bea', 7_000],
      ['ada', 2_000],
    ]);
    const refused = await change('own_long_calls', {
      ...longCalls(0),
      title: 'Long calls',
      from: points(['own_call_points', 1]).from,
    });
    expect([refused.status, refused.body]).toMatchObject([
      422,
      {
        field: '/from/terms/0/metric',
        detail: 'It would be made of itself, by way of “Call points”',
      },
    ]);
  });

  it('can be a formula over others, with no value where it divides by 0', async () => {
    await floor.events(calls);
    await floor.scored();
    await make(longCalls(900));
    const from = { kind: 'formula', cel: 'own_long_calls / calls', shownAs: 'percent' } as const;
    const draft: OwnMetricDraft = {
      ...longCalls(0),
      title: 'Share of long calls',
      from,
      words: null,
    };
    await counted();
    expect((await preview(draft)).outcome?.total.draft).toBe(0.5);
    const { body } = await make(draft);
    expect(body.key).toBe('own_share_of_long_calls');
    expect(await floor.standing('own_share_of_long_calls.all.reps')).toEqual([
      ['bea', 1],
      ['ada', 0],
    ]);
    const used = await drop('own_long_calls');
    expect(used.body.detail).toContain('“Share of long calls”');
    const refused = await make({ ...draft, title: 'B', from: { ...from, cel: 'calls / 0' } });
    expect(refused.body).toMatchObject({ field: '/from/cel' });
  });

  it('stays while a wall plays it or a metric is made of it, and says which', async () => {
    await make(longCalls(300));
    await make(points(['own_long_calls', 5]));
    const part = await drop('own_long_calls');
    expect([part.status, part.body.detail]).toEqual([
      409,
      expect.stringContaining('“Call points”'),
    ]);
    expect((await drop('own_call_points')).status).toBe(204);
    const wall = await play('own_long_calls.week.reps');
    expect((await list()).metrics).toMatchObject([{ walls: [wall] }]);
    const walled = await drop('own_long_calls');
    expect([walled.status, walled.body.detail]).toEqual([409, expect.stringContaining(wall)]);
    await play('calls.week.reps');
    expect((await drop('own_long_calls')).status).toBe(204);
    expect((await list()).metrics).toEqual([]);
    expect((await drop('own_long_calls')).status).toBe(404);
    expect((await drop('calls')).status).toBe(404);
    expect((await change('calls', longCalls(3))).status).toBe(404);
  });

  it('never takes the name of another, nor the key of one that is gone', async () => {
    await make(longCalls(300));
    const again = await make(longCalls(300));
    expect([again.status, again.body]).toMatchObject([
      422,
      { field: '/title', detail: 'There is a metric “Long calls” already' },
    ]);
    await drop('own_long_calls');
    expect((await make(longCalls(300))).body.key).toBe('own_long_calls_2');
  });

  it('is told of in the audit, with what differs', async () => {
    await make(longCalls(300));
    await change('own_long_calls', longCalls(600));
    await drop('own_long_calls');
    const { body } = await floor.own<AuditReply>('/api/v1/audit?subject=metric');
    expect(body.changes.map(({ deed }) => deed)).toEqual([
      'metric-removed',
      'metric-changed',
      'metric-added',
    ]);
    expect(Object.keys(body.changes[1]!.after)).toEqual(['from']);
  });
});

describe('a draft that is wrong', () => {
  it('is refused with every problem, each with its place', async () => {
    const { status, body } = await make({
      ...longCalls(1, {
        when: { kind: 'cel', cel: 'call.minuts > 15' },
        day: { kind: 'field', field: 'startdAt' },
      }),
      title: 'Calls',
    });
    expect(status).toBe(422);
    expect(body.problems).toMatchObject([
      { path: '/title', reason: 'There is a metric “Calls” already' },
      { path: '/from/when/cel', reason: 'unknown field "minuts"', at: { from: 5, to: 11 } },
      { path: '/from/day/field', reason: 'unknown field "startdAt". Is "startedAt" meant?' },
    ]);
  });

  it('is told so before it is kept, and what its form is as CEL', async () => {
    const check = (draft: OwnMetricDraft) =>
      floor.own<OwnMetricChecked>(`${PATH}/check`, { json: { draft, key: null } });
    expect((await check(longCalls(900))).body).toEqual({
      problems: [],
      cel: 'call.talkSeconds >= 900',
      partCel: '',
    });
    expect((await check(points())).body.problems).toEqual([
      { path: '/from/terms', reason: 'The sum is empty: add a metric' },
    ]);
  });

  it.each([
    ['no draft', {}],
    ['an unknown kind of figure', { ...longCalls(1, { figure: { kind: 'median' } as never }) }],
    ['more than there is', { ...longCalls(1), colour: 'brass' }],
  ])('cannot be read: %s', async (_, json) => {
    expect((await floor.own(PATH, { json })).status).toBe(400);
  });
});

describe('the preview', () => {
  it('says of the newest records which count, and why the others do not', async () => {
    await floor.events([...calls, call('C-9', 'nobody', 950)]);
    await floor.scored();
    const { outcome, looked, isAll, fallsOut } = await preview(longCalls(900));
    expect([looked, isAll, fallsOut]).toEqual([5, true, { of: 5, tests: [2] }]);
    const verdicts = outcome!.newest.map(({ externalId, person, shown, whyNot }) => [
      externalId,
      person?.name,
      shown?.value,
      whyNot,
    ]);
    expect(verdicts.toSorted(([a], [b]) => ((a as string) < (b as string) ? -1 : 1))).toEqual([
      ['C-1', 'ada', 60, { kind: 'test', test: 0, known: 60 }],
      ['C-2', 'ada', 300, { kind: 'test', test: 0, known: 300 }],
      ['C-3', 'bea', 900, null],
      ['C-4', 'bea', 1_200, null],
      [
        'C-9',
        undefined,
        950,
        { kind: 'problem', problem: 'unknown-person', about: 'email:nobody@example.com' },
      ],
    ]);
  });

  it('knows the second one of a day with a contact, and what is gone', async () => {
    const contact = 'orsini';
    const earlier = new Date(Date.now() - 2 * HOUR).toISOString();
    await floor.events([
      call('C-1', 'ada', 900, { contact, endedAt: earlier }),
      call('C-2', 'ada', 900, { contact }),
      call('C-3', 'ada', 900, { contact: 'brisa', deleted: true }),
    ]);
    await floor.scored();
    const { outcome } = await preview(longCalls(900, { oncePer: 'contact' }));
    const because = new Map(outcome!.newest.map((one) => [one.externalId, one.whyNot?.kind]));
    // At midnight the two calls are of two days.
    const isOneDay =
      earlier.slice(0, 10) === new Date(Date.now() - HOUR).toISOString().slice(0, 10);
    expect(because.get('C-2')).toBe(isOneDay ? 'second' : undefined);
    expect([because.get('C-1'), because.get('C-3')]).toEqual([undefined, 'gone']);
  });

  it('shows the weeks and the places beside the version in force, and keeps nothing', async () => {
    await floor.events([...calls, call('C-7', 'ada', 350), call('C-8', 'ada', 400)]);
    await floor.scored();
    await make(longCalls(300));
    await counted();
    const { outcome, problems } = await preview(longCalls(900), 'own_long_calls');
    expect(problems).toEqual([]);
    expect(outcome).toMatchObject({
      beforeVersion: 1,
      total: { draft: 2_000, before: 5_000 },
      people: 2,
      changed: 2,
      unit: { kind: 'count', one: 'long call', many: 'long calls' },
    });
    expect(outcome?.weeks).toHaveLength(12);
    expect(
      outcome?.places.map(({ person, draft, before }) => [person.name, before?.rank, draft?.rank]),
    ).toEqual([
      ['ada', 1, undefined],
      ['bea', 2, 1],
    ]);
    expect((await list()).metrics).toMatchObject([{ version: 1 }]);
  });

  it('comes to what is then counted', async () => {
    await floor.events(calls);
    await floor.scored();
    const draft = longCalls(300, { figure: { kind: 'average', field: 'talkSeconds' } });
    const { outcome } = await preview(draft);
    await make(draft);
    await counted();
    const { outcome: after } = await preview(draft, 'own_long_calls');
    expect(outcome?.total.draft).toBe(800);
    expect(after?.total).toEqual({ draft: 800, before: 800 });
    expect(after?.changed).toBe(0);
  });

  it('tells what fields say while the draft is still wrong, and how long counting takes', async () => {
    await floor.events(calls.map((one) => ({ ...one, outcome: 'voicemail' })));
    await floor.scored();
    const draft = longCalls(900, { day: { kind: 'field', field: 'startdAt' } });
    const { problems, outcome, fields, estimate } = await preview(draft);
    expect(problems).toMatchObject([{ path: '/from/day/field' }]);
    expect(outcome).toBeNull();
    const nameless = await preview({ ...longCalls(900), title: '' });
    expect(nameless.problems).toMatchObject([{ path: '/title' }]);
    expect(nameless.outcome?.total.draft).toBe(2_000);
    expect(fields.find(({ field }) => field === 'outcome')).toMatchObject({
      known: 4,
      values: [{ value: 'voicemail', count: 4 }],
    });
    const spread = fields.find(({ field }) => field === 'talkSeconds')?.spread;
    expect([spread?.least, spread?.bins.reduce((a, b) => a + b)]).toEqual([0, 4]);
    expect(estimate).toEqual({ records: 4, seconds: 1 });
  });

  it('works out metrics made of others as well', async () => {
    await floor.events(calls);
    await floor.scored();
    const { outcome } = await preview(points(['calls', 2]));
    expect(outcome).toMatchObject({ total: { draft: 8_000, before: null }, beforeVersion: null });
    expect(outcome?.newest).toHaveLength(4);
  });
});
