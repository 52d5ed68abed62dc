import type {
  AuditReply,
  BoardReply,
  LinkMade,
  PeopleReply,
  ProfileReply,
  Session,
} from '@bellwether/contracts';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { AccountClient } from '../support/account-client.js';
import { ApiClient } from '../support/api-client.js';
import { putPhoto, smallPng } from '../support/photos.js';
import { ScreenClient } from '../support/screen-client.js';
import type { TestServer } from '../support/test-server.js';
import { startTestServer } from '../support/test-server.js';
import { testUrls } from '../support/urls.js';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer(await testUrls());
});
afterAll(() => server.close());

const won = (externalId: string, owner: string, amount: string) => ({
  type: 'deal',
  externalId,
  changedAt: '2026-01-05T10:00:00Z',
  closedOn: '2026-01-05',
  owner,
  status: 'won',
  amount,
});
const BOARD = 'revenue_won.all.reps';
const namesOn = (wall: ScreenClient) =>
  wall
    .standing()
    .map(([name]) => name)
    .sort();

async function openFloor(...names: readonly string[]) {
  const floor = await ApiClient.found(server, { timeZone: 'UTC' });
  const people = await floor.hire('Iberia', ...names);
  const change = (name: string, json: object) =>
    floor.own<ProfileReply>(`/api/v1/people/${people.get(name)}`, { method: 'PATCH', json });
  const read = async (name: string) =>
    (await floor.own<ProfileReply>(`/api/v1/people/${people.get(name)}`)).body;
  return { floor, people, change, read, idOf: (name: string) => people.get(name)! };
}

describe('the last owner', () => {
  it('cannot be let go while nobody else could sign in as one', async () => {
    const { floor, idOf, read } = await openFloor('ada', 'bea');
    await AccountClient.join(floor, { role: 'owner', person: idOf('ada') });
    const letGo = (name: string) =>
      floor.own(`/api/v1/people/${idOf(name)}/deactivate`, { json: {} });
    const refused = await letGo('ada');
    expect([refused.status, (await read('ada')).active]).toEqual([409, true]);
    await AccountClient.join(floor, { role: 'owner', person: idOf('bea') });
    expect((await letGo('ada')).status).toBe(200);
    // Whoever has left is nobody's deputy.
    expect((await letGo('bea')).status).toBe(409);
  });
});

describe('a working calendar', () => {
  const CALENDAR = {
    workingDays: [4, 1, 2],
    absences: [
      { kind: 'sick', from: '2026-12-01', until: '2026-12-02' },
      { kind: 'holiday', from: '2026-07-01', until: '2026-07-14' },
    ],
  };

  it('is as everybody has it, until somebody says otherwise', async () => {
    const { change, read } = await openFloor('ada');
    expect(await read('ada')).toMatchObject({ workingDays: null, absences: [] });
    expect((await change('ada', CALENDAR)).status).toBe(200);
    expect(await read('ada')).toMatchObject({
      workingDays: [1, 2, 4],
      absences: CALENDAR.absences.toReversed(),
    });
    await change('ada', { workingDays: null });
    expect(await read('ada')).toMatchObject({
      workingDays: null,
      absences: CALENDAR.absences.toReversed(),
    });
  });

  it('tells the audit on which days somebody is away, and not why', async () => {
    const { floor, change, idOf } = await openFloor('ada');
    await change('ada', CALENDAR);
    // The same once more is no change; another reason is one.
    await change('ada', CALENDAR);
    const [, sick] = CALENDAR.absences.toReversed();
    await change('ada', { absences: [{ ...sick, kind: 'other' }] });
    const { body } = await floor.own<AuditReply>(`/api/v1/audit?kind=person&id=${idOf('ada')}`);
    const told = body.changes.filter(({ deed }) => deed === 'person-changed');
    expect(told.map(({ after }) => after)).toEqual([
      { absences: ['2026-12-01 to 2026-12-02'] },
      {
        workingDays: ['Mon', 'Tue', 'Thu'],
        absences: ['2026-07-01 to 2026-07-14', '2026-12-01 to 2026-12-02'],
      },
    ]);
    expect(JSON.stringify(body)).not.toContain('sick');
  });

  it.each([
    [
      'ends before it begins',
      { absences: [{ kind: 'sick', from: '2026-12-02', until: '2026-12-01' }] },
    ],
    [
      'has a day twice',
      {
        absences: [
          { kind: 'sick', from: '2026-12-01', until: '2026-12-05' },
          { kind: 'holiday', from: '2026-12-05', until: '2026-12-06' },
        ],
      },
    ],
    ['says more than why', { absences: [{ ...CALENDAR.absences[0], note: 'the flu' }] }],
    ['has an eighth day', { workingDays: [8] }],
    ['has no day', { workingDays: [] }],
    ['names a day twice', { workingDays: [1, 1] }],
  ])('that %s is refused', async (_, wrong) => {
    const { change, read } = await openFloor('ada');
    expect((await change('ada', wrong)).status).toBe(400);
    expect(await read('ada')).toMatchObject({ workingDays: null, absences: [] });
  });

  it('is erased with somebody', async () => {
    const { floor, change, read, idOf } = await openFloor('ada');
    await change('ada', CALENDAR);
    await floor.own(`/api/v1/people/${idOf('ada')}/erase`, { json: { name: 'ada' } });
    expect(await read('ada')).toMatchObject({ workingDays: null, absences: [] });
    const { body } = await floor.own<AuditReply>(`/api/v1/audit?kind=person&id=${idOf('ada')}`);
    expect(JSON.stringify(body)).not.toContain('2026-12-01');
  });
});

describe('a profile', () => {
  it('tells what somebody is called and does', async () => {
    const { change, read, idOf } = await openFloor('ada', 'bea');
    const told = {
      nickname: 'Addie',
      pronunciation: 'AY-da',
      jobTitle: 'Account executive',
      manager: idOf('bea'),
      hiredOn: '2024-02-01',
      timeZone: 'Europe/Lisbon',
    };
    expect((await change('ada', told)).status).toBe(200);
    expect(await read('ada')).toMatchObject({ ...told, name: 'ada', active: true, leftOn: null });
    await change('ada', { nickname: null, manager: null });
    expect(await read('ada')).toMatchObject({
      nickname: null,
      manager: null,
      hiredOn: '2024-02-01',
    });
  });

  it.each([
    ['a manager who is nobody', { manager: 999_999 }, 422],
    ['an empty name', { name: ' ' }, 400],
    ['a time zone that is none', { timeZone: 'Lisbon' }, 400],
    ['anything unknown', { salary: 1 }, 400],
  ])('refuses %s', async (_, json, status) => {
    const { change } = await openFloor('ada');
    expect((await change('ada', json)).status).toBe(status);
  });

  it('lets nobody be their own manager, through others neither', async () => {
    const { change, idOf } = await openFloor('ada', 'bea', 'cem');
    await change('ada', { manager: idOf('bea') });
    await change('bea', { manager: idOf('cem') });
    expect((await change('cem', { manager: idOf('ada') })).status).toBe(422);
    expect((await change('ada', { manager: idOf('ada') })).status).toBe(422);
  });

  it('gives a new name to boards and walls at once', async () => {
    const { floor, change } = await openFloor('ada', 'bea');
    // Level, and at the same moment: the name decides.
    await floor.events(won('D-1', 'ada@example.com', '100.00'));
    await floor.events(won('D-2', 'bea@example.com', '100.00'));
    const before = await floor.standing(BOARD);
    expect(before).toEqual([
      ['ada', 10_000],
      ['bea', 10_000],
    ]);
    const wall = new ScreenClient(server.url, floor.founded.screenKey, `board:${BOARD}`);
    await vi.waitFor(() => expect(namesOn(wall)).toEqual(['ada', 'bea']));
    await change('ada', { name: 'zoe' });
    await vi.waitFor(() => expect(namesOn(wall)).toEqual(['bea', 'zoe']), {
      timeout: 5_000,
      interval: 20,
    });
    expect((await floor.standing(BOARD)).map(([name]) => name)).toEqual(['bea', 'zoe']);
  });

  it('says by which addresses somebody goes, each of one person', async () => {
    const { floor, read, idOf } = await openFloor('ada', 'bea');
    const add = (name: string, email: string) =>
      floor.own(`/api/v1/people/${idOf(name)}/identities`, { json: { email } });
    await floor.events(won('D-1', 'a.lovelace@example.com', '50.00'));
    await floor.scored();
    expect((await add('ada', 'a.lovelace@example.com')).status).toBe(200);
    // What waited for the address counts now.
    await vi.waitFor(async () => expect(await floor.standing(BOARD)).toEqual([['ada', 5_000]]));
    expect((await add('bea', 'a.lovelace@example.com')).status).toBe(409);
    const remove = (value: string) =>
      floor.own(`/api/v1/people/${idOf('ada')}/identities?namespace=email&value=${value}`, {
        method: 'DELETE',
      });
    expect((await remove('a.lovelace@example.com')).status).toBe(204);
    expect((await remove('a.lovelace@example.com')).status).toBe(404);
    expect((await read('ada')).identities).toEqual([
      { namespace: 'email', value: 'ada@example.com' },
    ]);
    expect(await floor.standing(BOARD)).toEqual([['ada', 5_000]]);
  });
});

describe('a photo', () => {
  it('is kept without what the camera told, under an address of its own', async () => {
    const { floor, read, idOf } = await openFloor('ada');
    expect((await putPhoto(floor, idOf('ada'), smallPng())).status).toBe(204);
    const { photoUrl } = await read('ada');
    const shown = await fetch(floor.url + photoUrl);
    expect(shown.status).toBe(200);
    expect(shown.headers.get('content-type')).toBe('image/png');
    expect(shown.headers.get('x-content-type-options')).toBe('nosniff');
    expect(shown.headers.get('cache-control')).toContain('immutable');
    expect(Buffer.from(await shown.arrayBuffer()).toString('latin1')).not.toContain('camera');
    const { body } = await floor.own<PeopleReply>('/api/v1/people');
    expect(body.people[0]?.photoUrl).toBe(photoUrl);

    await putPhoto(floor, idOf('ada'), smallPng(8, 20));
    const next = (await read('ada')).photoUrl;
    expect(next).not.toBe(photoUrl);
    expect((await fetch(floor.url + photoUrl)).status).toBe(404);
    await floor.own(`/api/v1/people/${idOf('ada')}/photo`, { method: 'DELETE' });
    expect((await read('ada')).photoUrl).toBeNull();
    expect((await fetch(floor.url + next)).status).toBe(404);
  });

  it('is on the board as soon as it is there', async () => {
    const { floor, read, idOf } = await openFloor('ada');
    await floor.events(won('D-1', 'ada@example.com', '1.00'));
    await floor.standing(BOARD);
    const wall = new ScreenClient(server.url, floor.founded.screenKey, `board:${BOARD}`);
    await vi.waitFor(() => expect(wall.rows.size).toBe(1));
    await putPhoto(floor, idOf('ada'), smallPng());
    const { photoUrl } = await read('ada');
    await vi.waitFor(() => expect(wall.rows.get(idOf('ada'))?.photoUrl).toBe(photoUrl));
    const { body } = await floor.own<BoardReply>(`/api/v1/boards/${BOARD}`);
    expect(body.rows[0]?.photoUrl).toBe(photoUrl);
  });

  it.each([
    ['a drawing', Buffer.from('<svg onload="alert(1)"/>'), 415],
    ['more pixels than a wall can paint', smallPng(1_025), 413],
    ['nothing', Buffer.alloc(0), 415],
  ])('is never %s', async (_, bytes, status) => {
    const { floor, idOf } = await openFloor('ada');
    expect((await putPhoto(floor, idOf('ada'), bytes)).status).toBe(status);
  });
});

describe('somebody who leaves', () => {
  it('keeps their numbers, and opens nothing any more', async () => {
    const { floor, read, idOf } = await openFloor('ada', 'bea');
    await floor.events(won('D-1', 'ada@example.com', '100.00'));
    expect(await floor.standing(BOARD)).toEqual([['ada', 10_000]]);
    const links = `/api/v1/people/${idOf('ada')}/links`;
    const { body } = await floor.own<LinkMade>(links, { json: {} });
    const key = body.url.split('#key=')[1];
    expect((await floor.send<Session>('/api/v1/session', { key })).status).toBe(200);
    const phone = new ScreenClient(server.url, key!, `board:${BOARD}`);
    await vi.waitFor(() => expect(phone.rows.size).toBe(1));
    const board = await floor.own<BoardReply>(`/api/v1/boards/${BOARD}`);
    expect(board.body.roster).toBe(2);

    const leave = `/api/v1/people/${idOf('ada')}/deactivate`;
    expect((await floor.own(leave, { json: { leftOn: '2099-01-01' } })).status).toBe(422);
    const left = await floor.own<ProfileReply>(leave, { json: { leftOn: '2026-01-31' } });
    expect(left.body).toMatchObject({ active: false, leftOn: '2026-01-31' });
    await vi.waitFor(() => expect(phone.socket.connected).toBe(false));
    await vi.waitFor(async () =>
      expect((await floor.send('/api/v1/session', { key })).status).toBe(401),
    );
    expect((await floor.own(links, { json: {} })).status).toBe(422);
    expect(await floor.standing(BOARD)).toEqual([['ada', 10_000]]);
    const without = await floor.own<BoardReply>(`/api/v1/boards/${BOARD}`);
    expect(without.body.roster).toBe(1);

    await floor.own(`/api/v1/people/${idOf('ada')}/reactivate`, { json: {} });
    expect(await read('ada')).toMatchObject({ active: true, leftOn: null });
    expect((await floor.own(links, { json: {} })).status).toBe(201);
    expect((await floor.send('/api/v1/session', { key })).status).toBe(401);
  });
});
