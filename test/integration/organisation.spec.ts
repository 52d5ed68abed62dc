import type {
  AuditReply,
  BoardReply,
  OrganisationReply,
  RescoringReply,
} from '@bellwether/contracts';
import type { BusinessDate } from '@bellwether/domain';
import { addDays, businessDateOf, weekdayOf } from '@bellwether/domain';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { ApiClient } from '../support/api-client.js';
import { ScreenClient } from '../support/screen-client.js';
import type { TestServer } from '../support/test-server.js';
import { startTestServer } from '../support/test-server.js';
import { testUrls } from '../support/urls.js';

let server: TestServer;
let floor: ApiClient;
beforeAll(async () => (server = await startTestServer(await testUrls())));
afterAll(() => server.close());
beforeEach(async () => {
  floor = await ApiClient.found(server, { timeZone: TIME_ZONE });
  await floor.hire('North', 'ada', 'bea');
});

/** A zone in which it is about noon: no test runs into midnight. */
const TO_NOON = 12 - new Date().getUTCHours();
const TIME_ZONE = `Etc/GMT${TO_NOON > 0 ? '-' : '+'}${Math.abs(TO_NOON)}`;
const TODAY = businessDateOf(Date.now(), TIME_ZONE);
const YESTERDAY = addDays(TODAY, -1);
const PLAIN = { weekStartsOn: 1, startMonth: 1, pattern: 'months' } as const;

const settings = '/api/v1/organisation';
const read = async () => (await floor.own<OrganisationReply>(settings)).body;
const change = (json: object) => floor.own<OrganisationReply>(settings, { method: 'PATCH', json });
const preview = async (json: object) =>
  (await floor.own<OrganisationReply>(`${settings}/preview`, { json })).body;
const call = (owner: string, endedAt: number, externalId = `${owner} ${endedAt}`) => ({
  type: 'call',
  externalId,
  owner: `${owner}@example.com`,
  endedAt: new Date(endedAt).toISOString(),
});
/** Now, and a whole day before: today and yesterday there. */
const [NOW, DAY_BEFORE] = [Date.now() - 1_000, Date.now() - 86_400_000];

describe('the settings of an organisation', () => {
  it('begin with the calendar that everybody has', async () => {
    const { calendar, year, week, records, moved } = await read();
    expect([calendar, records, moved]).toEqual([PLAIN, 0, []]);
    expect(year.key).toBe(TODAY.slice(0, 4));
    expect(year.quarters.map(({ months }) => months.length)).toEqual([3, 3, 3, 3]);
    expect(weekdayOf(week.startsOn as BusinessDate)).toBe(1);
  });

  it('say beforehand what a change moves, and change nothing by it', async () => {
    const asked = { calendar: { ...PLAIN, startMonth: 4 } };
    const { moved, year, countsAnew } = await preview(asked);
    expect(moved.map(({ after }) => after.kind)).toEqual(['quarter', 'year']);
    expect(moved[1]?.after.label).toMatch(/^FY\d\d$/);
    expect(year.quarters.map(({ label }) => label.slice(0, 2))).toEqual(['Q1', 'Q2', 'Q3', 'Q4']);
    expect([countsAnew, (await read()).calendar]).toEqual([0, PLAIN]);
  });

  it('say which walls would lose a slide', async () => {
    await change({ calendar: { ...PLAIN, startMonth: 4 } });
    const { year } = await read();
    const { body } = await floor.own<{ screens: { screenId: number; name: string }[] }>(
      '/api/v1/screens',
    );
    const [screen] = body.screens;
    const slides = [
      { board: `calls.quarter@${year.quarters[0]?.key}.reps`, strip: null, seconds: 20 },
    ];
    const set = await floor.own(`/api/v1/screens/${screen?.screenId}`, {
      method: 'PATCH',
      json: { slides },
    });
    expect(set.status).toBe(200);
    expect((await preview({ calendar: PLAIN })).lostOn).toEqual([screen?.name]);
    expect((await preview({ calendar: { ...PLAIN, startMonth: 7 } })).lostOn).toEqual([]);
  });

  it('are in the audit once they are changed, by names', async () => {
    expect(
      (await change({ name: 'Lark & Sons', calendar: { ...PLAIN, weekStartsOn: 7 } })).status,
    ).toBe(200);
    await change({ name: 'Lark & Sons' });
    const { body } = await floor.own<AuditReply>('/api/v1/audit?deed=organisation-changed');
    expect(body.changes.map(({ before, after }) => [before, after])).toEqual([
      [
        { name: expect.any(String) as string, weekStartsOn: 'Monday' },
        { name: 'Lark & Sons', weekStartsOn: 'Sunday' },
      ],
    ]);
    const session = await floor.own<{ organisation: { name: string } }>('/api/v1/session');
    expect(session.body.organisation.name).toBe('Lark & Sons');
  });

  it.each([
    [{ calendar: { ...PLAIN, weekStartsOn: 0 } }, 'calendar'],
    [{ calendar: { ...PLAIN, startMonth: 13 } }, 'calendar'],
    [{ calendar: { ...PLAIN, pattern: '5-5-3' } }, 'calendar'],
    [{ timeZone: 'Atlantis' }, 'timeZone'],
    [{ name: ' ' }, 'name'],
    [{ colour: 'blue' }, ''],
  ])('refuse %j', async (json, field) => {
    const { status, body } = await floor.own(settings, { method: 'PATCH', json });
    expect([status, JSON.stringify(body)]).toEqual([400, expect.stringContaining(field)]);
    expect((await read()).calendar).toEqual(PLAIN);
  });

  it('keep the currency from the first record on', async () => {
    expect((await change({ currency: 'USD' })).body.currency).toBe('USD');
    await floor.events(call('ada', NOW));
    await floor.scored();
    const refused = await change({ currency: 'EUR', name: 'Other' });
    expect([refused.status, await read()]).toMatchObject([409, { currency: 'USD', records: 1 }]);
    expect((await read()).name).not.toBe('Other');
  });
});

describe('another calendar', () => {
  it('is followed by screens at once, with a snapshot', async () => {
    // A week that began yesterday has both calls, one that begins today has one of them.
    await change({ calendar: { ...PLAIN, weekStartsOn: weekdayOf(YESTERDAY) } });
    await floor.events([call('ada', DAY_BEFORE), call('bea', NOW), call('ada', NOW)]);
    await floor.scored();
    const screen = new ScreenClient(server.url, floor.founded.screenKey, 'board:calls.week.reps');
    await screen.shows([
      ['ada', 2_000],
      ['bea', 1_000],
    ]);
    const { epoch } = screen;
    expect((await change({ calendar: { ...PLAIN, weekStartsOn: weekdayOf(TODAY) } })).status).toBe(
      200,
    );
    await vi.waitFor(() => expect(screen.epoch).not.toBe(epoch), { timeout: 20_000, interval: 10 });
    await vi.waitFor(
      () =>
        expect(new Map(screen.standing())).toEqual(
          new Map([
            ['ada', 1_000],
            ['bea', 1_000],
          ]),
        ),
      { timeout: 20_000, interval: 10 },
    );
    await floor.events(call('bea', NOW, 'another'));
    await screen.shows([
      ['bea', 2_000],
      ['ada', 1_000],
    ]);
    const { body } = await floor.own<BoardReply>('/api/v1/boards/calls.week.reps');
    expect(body.heading.period).toMatchObject({ key: TODAY, before: addDays(TODAY, -7) });
    expect(body.rows.map(({ name, score }) => [name, score])).toEqual(screen.standing());
  });

  it('is what scores are explained by', async () => {
    await change({ calendar: { startMonth: 2, pattern: '4-5-4', weekStartsOn: 7 } });
    await floor.events(call('ada', NOW));
    await floor.scored();
    const { year } = await read();
    const [month] = year.quarters
      .flatMap(({ months }) => months)
      .filter(({ startsOn, endsOn }) => (startsOn ?? '') <= TODAY && TODAY <= (endsOn ?? ''));
    const { body: board } = await floor.own<BoardReply>('/api/v1/boards/calls.month.reps');
    const ada = board.rows[0]?.id;
    const path = `/api/v1/explain?person=${ada}&metric=calls&period=month@${month?.key}`;
    const { body } = await floor.own(path);
    const { key, startsOn, endsOn } = month ?? {};
    expect(body).toMatchObject({ equal: true, score: 1_000, period: { key, startsOn, endsOn } });
    expect(board.heading.period).toMatchObject({ key, label: month?.label, startsOn, endsOn });
  });
});

describe('another time zone', () => {
  it('counts what has come anew, on the days that there are there', async () => {
    await floor.events(call('ada', NOW));
    await floor.scored();
    expect(await floor.standing(`calls.day@${TODAY}.reps`)).toEqual([['ada', 1_000]]);
    // Noon here is the day before at one end of the world, or the day after at the other.
    const zone = new Date().getUTCHours() < 12 ? 'Etc/GMT+12' : 'Etc/GMT-14';
    const there = businessDateOf(NOW, zone);
    expect(there).not.toBe(TODAY);
    const { countsAnew } = await preview({ timeZone: zone });
    expect(countsAnew).toBe(1);
    expect((await change({ timeZone: zone })).body.today).toBe(businessDateOf(Date.now(), zone));
    await vi.waitFor(
      async () => {
        const { body } = await floor.own<RescoringReply>('/api/v1/rescoring');
        expect(body.rescoring?.state).toBe('done');
      },
      { timeout: 20_000, interval: 20 },
    );
    expect(await floor.standing(`calls.day@${there}.reps`)).toEqual([['ada', 1_000]]);
    expect(await floor.standing(`calls.day@${TODAY}.reps`)).toEqual([]);
  });
});
