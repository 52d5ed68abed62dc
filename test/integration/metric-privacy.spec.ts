import type {
  BoardReply,
  BoardSnapshot,
  Celebration,
  ExplainReply,
  LinkMade,
  MetricPrivacy,
  MetricsReply,
  Watched,
} from '@bellwether/contracts';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { AccountClient } from '../support/account-client.js';
import { ApiClient } from '../support/api-client.js';
import { ScreenClient } from '../support/screen-client.js';
import type { TestServer } from '../support/test-server.js';
import { startTestServer } from '../support/test-server.js';
import { testUrls } from '../support/urls.js';

const BOARD = 'revenue_won.all.reps';
const OPEN: MetricPrivacy = { audience: 'everyone', shows: 'value', places: null };
/** Best first: €500, €400, €300, €200, €100. */
const NORTH = ['ada', 'bea', 'cid'];
const SOUTH = ['dan', 'eve'];

const until = <T>(check: () => T) => vi.waitFor(check, { timeout: 20_000, interval: 10 });

let server: TestServer;
let floor: ApiClient;
let people: ReadonlyMap<string, number>;
let keys: ReadonlyMap<string, string>;
let manager: AccountClient;
beforeAll(async () => {
  server = await startTestServer(await testUrls());
});
afterAll(() => server.close());

beforeEach(async () => {
  floor = await ApiClient.found(server);
  people = new Map([
    ...(await floor.hire('North', ...NORTH)),
    ...(await floor.hire('South', ...SOUTH)),
  ]);
  keys = new Map(
    await Promise.all(
      [...people].map(async ([name, id]): Promise<[string, string]> => {
        const made = await floor.own<LinkMade>(`/api/v1/people/${id}/links`, { json: {} });
        return [name, made.body.url.split('#key=')[1] ?? ''];
      }),
    ),
  );
  await floor.events([...NORTH, ...SOUTH].map((name, index) => deal(name, 500 - index * 100)));
  await floor.standing(BOARD);
  const teams = await floor.own<BoardReply>('/api/v1/boards/revenue_won.all.teams');
  const south = teams.body.rows.find(({ name }) => name === 'South')?.id ?? 0;
  manager = await AccountClient.join(floor, { role: 'manager', teams: [south] });
});

const deal = (owner: string, euros: number, more: object = {}) => ({
  type: 'deal',
  externalId: `D-${owner}-${euros}`,
  changedAt: new Date().toISOString(),
  owner: `${owner}@example.com`,
  status: 'won',
  amount: `${euros}.00`,
  ...more,
});

async function keep(privacy: Partial<MetricPrivacy>, metric = 'revenue_won'): Promise<void> {
  const path = `/api/v1/metrics/${metric}/privacy`;
  const reply = await floor.own(path, { method: 'PUT', json: { ...OPEN, ...privacy } });
  expect(reply.status).toBe(204);
}

/** What somebody reads: name → score; or the status of the refusal. */
async function read(who: string, board = BOARD, query = ''): Promise<[string, number][] | number> {
  const path = `/api/v1/boards/${board}${query}`;
  const reply = await (who === 'manager'
    ? manager.send<BoardReply>(path)
    : floor.send<BoardReply>(path, { key: keyOf(who) }));
  if (reply.status !== 200) return reply.status;
  return reply.body.rows.map(({ name, score }) => [name, score ?? NaN]);
}

function keyOf(who: string): string {
  if (who === 'owner') return floor.founded.ownerKey;
  return who === 'wall' ? floor.founded.screenKey : (keys.get(who) ?? '');
}

const names = (rows: [string, number][] | number) =>
  typeof rows === 'number' ? rows : rows.map(([name]) => name);
const euros = (row: [string, number]): [string, number] => [row[0], row[1] * 100];

describe('a new metric', () => {
  it('lists one page of a wall, and never the last places', async () => {
    await floor.hire('East', ...Array.from({ length: 10 }, (_, n) => `p${n}`));
    await floor.events(Array.from({ length: 10 }, (_, n) => deal(`p${n}`, 50 - n)));
    await floor.standing(BOARD);
    expect(names(await read('wall'))).toHaveLength(12);
    expect(names(await read('owner'))).toHaveLength(15);
    expect(names(await read('wall', BOARD, '?offset=12'))).toEqual([]);
  });
});

describe('listed places', () => {
  beforeEach(() => keep({ places: 1 }));

  it.each<[string, string[]]>([
    ['wall', ['ada']],
    ['owner', ['ada', 'bea', 'cid', 'dan', 'eve']],
    ['manager', ['ada', 'bea', 'cid', 'dan', 'eve']],
    ['eve', ['ada', 'cid', 'dan', 'eve']],
    ['ada', ['ada', 'bea', 'cid']],
  ])('%s sees %o', async (who, expected) => {
    expect(names(await read(who))).toEqual(expected);
  });

  it('are not got round by asking around somebody else', async () => {
    const around = `?around=${people.get('dan')}&span=5`;
    expect(names(await read('ada', BOARD, around))).toEqual(['ada', 'bea', 'cid']);
    expect(names(await read('wall', BOARD, around))).toEqual(['ada']);
  });
});

describe('what is told of scores', () => {
  it('is a share of the best, and one’s own value', async () => {
    await keep({ shows: 'progress' });
    expect(await read('wall')).toEqual([
      ['ada', 1],
      ['bea', 0.8],
      ['cid', 0.6],
      ['dan', 0.4],
      ['eve', 0.2],
    ]);
    const { body } = await floor.send<BoardReply>(`/api/v1/boards/${BOARD}?around=${people.get('eve')}&span=0`, { key: keyOf('eve') }); // prettier-ignore
    expect(body.heading.unit).toEqual({ kind: 'share' });
    expect(body.rows).toMatchObject([{ name: 'eve', score: 0.2, ownScore: 10_000, gap: null }]);
  });

  it('is nothing but the place', async () => {
    await keep({ shows: 'rank' });
    const { body } = await floor.send<BoardReply>(`/api/v1/boards/${BOARD}`, { key: keyOf('bea') });
    expect(body.rows.map(({ name, score, ownScore }) => [name, score, ownScore])).toEqual([
      ['ada', 0, undefined],
      ['bea', 0, 40_000],
      ['cid', 0, undefined],
      ['dan', 0, undefined],
      ['eve', 0, undefined],
    ]);
    expect(JSON.stringify(body)).not.toContain('50000');
  });

  it('is everything to those who manage', async () => {
    await keep({ shows: 'rank' });
    expect((await read('manager')) as [string, number][]).toContainEqual(euros(['ada', 500]));
  });
});

describe('whom a metric is for', () => {
  it('a team sees itself and no other', async () => {
    await keep({ audience: 'team' });
    expect(await read('dan')).toEqual([euros(['dan', 200]), euros(['eve', 100])]);
    expect(names(await read('manager'))).toEqual(['dan', 'eve']);
    expect(names(await read('owner'))).toHaveLength(5);
    expect(await read('wall')).toBe(403);
    const north = (await floor.own<BoardReply>(`/api/v1/boards/${BOARD}`)).body.rows[0]?.team?.id;
    expect(await read('dan', `${BOARD}.team-${north}`)).toBe(403);
    expect(names(await read('dan', 'revenue_won.all.teams'))).toEqual(['South']);
  });

  it('managers see their own teams, and nobody else sees anything', async () => {
    await keep({ audience: 'managers' });
    expect(names(await read('manager'))).toEqual(['dan', 'eve']);
    expect([await read('dan'), await read('wall')]).toEqual([403, 403]);
    const { body } = await floor.send<MetricsReply>('/api/v1/metrics', { key: keyOf('dan') });
    const metric = body.metrics.find(({ key }) => key === 'revenue_won');
    expect(metric?.isForYou).toBe(false);
  });

  it('everybody has their own line to themselves', async () => {
    await keep({ audience: 'person' });
    expect(await read('eve')).toEqual([euros(['eve', 100])]);
    expect([await read('owner'), await read('manager'), await read('wall')]).toEqual([
      403, 403, 403,
    ]);
  });

  it('is also whom entries are told', async () => {
    const entries = (key: string, name: string) =>
      floor.send<ExplainReply>(
        `/api/v1/explain?person=${people.get(name)}&metric=revenue_won&period=all`,
        { key },
      );
    const status = async (who: string, name: string) => (await entries(keyOf(who), name)).status;
    await keep({ audience: 'person' });
    expect([await status('eve', 'eve'), await status('owner', 'eve')]).toEqual([200, 403]);
    await keep({ audience: 'managers' });
    expect([await status('eve', 'eve'), await status('owner', 'eve')]).toEqual([403, 200]);
  });
});

describe('a line to the server', () => {
  it('brings each their own light of a board, live', async () => {
    await keep({ places: 1 });
    const wall = new ScreenClient(server.url, keyOf('wall'), `board:${BOARD}`);
    const eve = new ScreenClient(server.url, keyOf('eve'), `board:${BOARD}`);
    await wall.shows([euros(['ada', 500])]);
    await eve.shows([['ada', 500], ['cid', 300], ['dan', 200], ['eve', 100]].map((row) => euros(row as [string, number]))); // prettier-ignore
    await floor.events(deal('eve', 250));
    await eve.shows([['ada', 500], ['bea', 400], ['eve', 350], ['cid', 300], ['dan', 200]].map((row) => euros(row as [string, number]))); // prettier-ignore
    await floor.events(deal('bea', 1000));
    await wall.shows([euros(['bea', 1400])]);
    expect(wall.rows.size).toBe(1);
  });

  it('begins anew for everybody when the metric is made private, and ends where it is not for them', async () => {
    await keep({});
    const wall = new ScreenClient(server.url, keyOf('wall'), `board:${BOARD}`);
    const ada = new ScreenClient(server.url, keyOf('ada'), `board:${BOARD}`);
    await until(() => expect([wall.rows.size, ada.rows.size]).toEqual([5, 5]));
    await keep({ shows: 'progress', places: 2 });
    await wall.shows([
      ['ada', 1],
      ['bea', 0.8],
    ]);
    const heard: number[] = [];
    ada.socket.on('delta', ({ changes }) => heard.push(...changes.rows.map(({ id }) => id)));
    await keep({ audience: 'person' });
    await ada.shows([euros(['ada', 500])]);
    heard.length = 0;
    await floor.events([deal('bea', 900), deal('ada', 1)]);
    await ada.shows([euros(['ada', 501])]);
    expect(new Set(heard)).toEqual(new Set([people.get('ada')]));
    expect(await wall.ask({ topic: `board:${BOARD}` })).toMatchObject({
      error: { code: 'forbidden' },
    });
  });

  it('shows somebody far down themselves and their neighbours', async () => {
    const many = Array.from({ length: 60 }, (_, n) => `q${n}`);
    await floor.hire('East', ...many);
    await floor.events(many.map((name, n) => deal(name, 90 - n)));
    await floor.standing(BOARD);
    const id = (await floor.own<BoardReply>(`/api/v1/boards/${BOARD}?offset=62&limit=1`)).body
      .rows[0]?.id;
    const link = await floor.own<LinkMade>(`/api/v1/people/${id}/links`, { json: {} });
    const far = new ScreenClient(
      server.url,
      link.body.url.split('#key=')[1] ?? '',
      `board:${BOARD}`,
    );
    await until(() => expect(far.rows.size).toBe(17));
    const reply = (await far.ask({ topic: `board:${BOARD}` })) as Watched<BoardSnapshot>;
    expect(reply.snapshot.rows.map(({ rank }) => rank).slice(-6)).toEqual([12, 61, 62, 63, 64, 65]);
  });
});

describe('a celebration', () => {
  it('tells no more than the metrics do', async () => {
    const heard = { wall: [] as Celebration[], desk: [] as Celebration[] };
    const wall = new ScreenClient(server.url, keyOf('wall'));
    const desk = new ScreenClient(server.url, keyOf('owner'));
    wall.socket.on('celebrate', (celebration) => heard.wall.push(celebration));
    desk.socket.on('celebrate', (celebration) => heard.desk.push(celebration));
    await until(() =>
      expect([wall.socket.connected, desk.socket.connected]).toEqual([true, true]),
    ); // prettier-ignore
    await keep({ shows: 'rank', places: 1 });
    await floor.events(deal('eve', 50));
    await until(() => expect(heard.desk).toHaveLength(1));
    await until(() => expect(heard.wall).toHaveLength(1));
    expect(heard.desk[0]).toMatchObject({ amount: 5_000, standing: { rankAfter: 5 } });
    expect(heard.wall[0]).toMatchObject({
      amount: null,
      standing: { rankAfter: null, toTheBell: null, dealsThisPeriod: 2_000 },
    });
    await keep({ audience: 'team' }, 'deals_won');
    await floor.events(deal('eve', 51));
    await until(() => expect(heard.desk).toHaveLength(2));
    expect(heard.wall).toHaveLength(1);
  });
});

describe('a change of privacy', () => {
  it('is written down with what was before', async () => {
    await keep({ audience: 'managers' });
    const { body } = await floor.own<{ changes: object[] }>('/api/v1/audit?limit=1');
    expect(body.changes[0]).toMatchObject({
      deed: 'metric-privacy-changed',
      subject: { kind: 'metric', id: 'revenue_won' },
      before: { audience: 'everyone', places: 12 },
      after: { audience: 'managers', places: null },
    });
  });

  it('is refused for a metric that is none, and for what makes no sense', async () => {
    const put = (metric: string, json: object) =>
      floor.own(`/api/v1/metrics/${metric}/privacy`, { method: 'PUT', json });
    expect((await put('nothing', OPEN)).status).toBe(404);
    expect((await put('calls', { ...OPEN, places: 0 })).status).toBe(400);
    expect((await put('calls', { ...OPEN, audience: 'nobody' })).status).toBe(400);
  });
});
