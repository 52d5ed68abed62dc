import type { PeopleImported, PeopleReply, ProfileReply } from '@bellwether/contracts';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { ApiClient } from '../support/api-client.js';
import type { TestServer } from '../support/test-server.js';
import { startTestServer } from '../support/test-server.js';
import { testUrls } from '../support/urls.js';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer(await testUrls());
});
afterAll(() => server.close());

const HEADER = "Name;E-mail;Team;Manager's e-mail;Hired;Nickname;Role";
const FILE = [
  HEADER,
  'Grace Hopper;grace@example.com;North;ada@example.com;2024-02-01;Amazing Grace;AE',
  'Ada Lovelace;ADA@example.com;North;;;;Lead',
  'Nobody;not an address;North;;;;',
  'Tomas;tomas@example.com;South;chief@example.com;;;',
  'Tomas again;grace@example.com;;;;;',
  ';empty@example.com;;;;;',
].join('\r\n');

async function send(floor: ApiClient, raw: string, query = '') {
  const { status, body } = await floor.own<PeopleImported>(`/api/v1/people/import${query}`, {
    raw,
    headers: { 'content-type': 'text/csv' },
  });
  expect(status).toBe(200);
  return body.rows.map(({ row, verdict, reason }) => [row, verdict, reason].join(' ').trim());
}
const peopleOf = async (floor: ApiClient) =>
  (await floor.own<PeopleReply>('/api/v1/people')).body.people;

describe('a file of people', () => {
  it('says first what would happen, then does it, and the second time nothing', async () => {
    const floor = await ApiClient.found(server, { timeZone: 'UTC' });
    const verdicts = [
      '2 added to North',
      '3 added to North',
      '4 refused "not an address" is no e-mail address',
      '5 refused the manager chief@example.com is nobody',
      '6 refused email:grace@example.com stands in a row above, too',
      '7 refused the name is missing',
    ];
    expect(await send(floor, FILE, '?dryRun=true')).toEqual(verdicts);
    expect(await peopleOf(floor)).toEqual([]);

    expect(await send(floor, FILE)).toEqual(verdicts);
    const people = await vi.waitFor(async () => {
      const known = await peopleOf(floor);
      expect(known.map(({ name }) => name).sort((a, b) => a.localeCompare(b))).toEqual([
        'Ada Lovelace',
        'Grace Hopper',
      ]);
      return known;
    });
    const [grace, ada] = ['Grace Hopper', 'Ada Lovelace'].map((name) =>
      people.find((person) => person.name === name)!,
    );
    const { body } = await floor.own<ProfileReply>(`/api/v1/people/${grace!.id}`);
    expect(body).toMatchObject({
      nickname: 'Amazing Grace',
      jobTitle: 'AE',
      hiredOn: '2024-02-01',
      manager: ada!.id,
      identities: [{ namespace: 'email', value: 'grace@example.com' }],
    });
    expect(grace!.team).toBe(ada!.team);
    expect((await send(floor, FILE)).slice(0, 2)).toEqual(['2 unchanged', '3 unchanged']);
  });

  it('changes those who are known, and leaves alone what it does not tell', async () => {
    const floor = await ApiClient.found(server, { timeZone: 'UTC' });
    const people = await floor.hire('Iberia', 'ada');
    const file = 'name,email,team,source-7\nAda L.,ada@example.com,South,77001\n';
    expect(await send(floor, file)).toEqual(['2 changed name, source-7:77001, team South']);
    const { body } = await floor.own<ProfileReply>(`/api/v1/people/${people.get('ada')}`);
    expect(body.name).toBe('Ada L.');
    expect(body.identities).toContainEqual({ namespace: 'source-7', value: '77001' });
    expect(await send(floor, file)).toEqual(['2 unchanged']);
  });

  it.each([
    ['no column for names', 'email\nada@example.com\n', /no column is called "name"/],
    ['nothing', '', /empty/],
  ])('is refused as a whole with %s', async (_, raw, detail) => {
    const floor = await ApiClient.found(server);
    const { status, body } = await floor.own('/api/v1/people/import', {
      raw,
      headers: { 'content-type': 'text/csv' },
    });
    expect([status === 422 || status === 400, body['detail']]).toEqual([
      true,
      expect.stringMatching(detail),
    ]);
  });
});
