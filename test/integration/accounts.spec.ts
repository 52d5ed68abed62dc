import type {
  AccountReply,
  InvitationMade,
  InvitationShown,
  MembersReply,
  Problem,
  Session,
} from '@bellwether/contracts';
import { getMigrations } from 'better-auth/db/migration';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import type { SignIn } from '../../apps/server/src/accounts/sign-in.js';
import { SIGN_IN } from '../../apps/server/src/tokens.js';
import { AccountClient, PASSWORD } from '../support/account-client.js';
import { ApiClient } from '../support/api-client.js';
import type { TestServer } from '../support/test-server.js';
import { startTestServer } from '../support/test-server.js';
import { testUrls } from '../support/urls.js';

let server: TestServer;
let floor: ApiClient;
beforeAll(async () => {
  server = await startTestServer(await testUrls());
  floor = await ApiClient.found(server);
});
afterAll(() => server.close());

const invite = (json: unknown, on = floor) =>
  on.own<InvitationMade & Problem>('/api/v1/invitations', { json });
const someone = () => `someone-${crypto.randomUUID()}@example.com`;
const sessionOf = (account: AccountClient) => account.send<Session>('/api/v1/session');

describe('the tables of accounts', () => {
  it('are what the sign-in library asks for', async () => {
    const signIn = server.app.get<SignIn>(SIGN_IN);
    const { toBeAdded, toBeCreated } = await getMigrations(signIn.options as never);
    expect([toBeAdded, toBeCreated]).toEqual([[], []]);
  });
});

describe('an invitation', () => {
  it('makes an account, signs it in, and is used up', async () => {
    const email = someone();
    const { body } = await invite({ email, position: { role: 'viewer' } });
    const token = body.url?.split('#invitation=')[1];
    const account = new AccountClient(floor, email);
    const shown = await account.send<InvitationShown>('/api/v1/invitations/read', {
      json: { token },
    });
    expect(shown.body).toEqual({
      organisation: 'Lark & Co',
      invitedBy: 'Lark & Co',
      email,
      role: 'viewer',
    });
    const accepted = await account.send('/api/v1/invitations/accept', {
      json: { token, name: 'Ada Lark', password: PASSWORD },
    });
    expect(accepted.status).toBe(201);
    const { body: session } = await sessionOf(account);
    expect(session).toMatchObject({ role: 'viewer', account: { name: 'Ada Lark', email } });
    const again = await account.send('/api/v1/invitations/accept', {
      json: { token, name: 'Eve', password: PASSWORD },
    });
    expect(again.status).toBe(404);
  });

  it('is replaced by a newer one to the same address', async () => {
    const email = someone();
    const first = await invite({ email, position: { role: 'viewer' } });
    await invite({ email: email.toUpperCase(), position: { role: 'admin' } });
    const token = first.body.url?.split('#invitation=')[1];
    const read = await floor.send('/api/v1/invitations/read', { json: { token } });
    expect(read.status).toBe(404);
  });

  it('opens nothing when it is withdrawn', async () => {
    const { body } = await invite({ email: someone(), position: { role: 'viewer' } });
    const ended = await floor.own(`/api/v1/invitations/${body.id}`, { method: 'DELETE' });
    expect(ended.status).toBe(204);
    const token = body.url?.split('#invitation=')[1];
    const accepted = await floor.send('/api/v1/invitations/accept', {
      json: { token, name: 'Eve', password: PASSWORD },
    });
    expect(accepted.status).toBe(404);
  });

  it('is not withdrawn by another organisation', async () => {
    const other = await ApiClient.found(server);
    const { body } = await invite({ email: someone(), position: { role: 'viewer' } });
    const path = `/api/v1/invitations/${body.id}`;
    expect((await other.own(path, { method: 'DELETE' })).status).toBe(404);
    expect((await floor.own(path, { method: 'DELETE' })).status).toBe(204);
  });

  it.each([
    ['a rep who is nobody', { role: 'rep' }, 400, '/position/person'],
    ['a person there is not', { role: 'rep', person: 999_999 }, 422, '/position/person'],
    ['a team there is not', { role: 'manager', teams: [999_999] }, 422, '/position/teams'],
  ])('is refused for %s', async (_, position, status, field) => {
    const reply = await invite({ email: someone(), position });
    expect([reply.status, reply.body.field]).toEqual([status, field]);
  });

  it('is refused for somebody who is there', async () => {
    const account = await AccountClient.join(floor, { role: 'viewer' });
    const reply = await invite({ email: account.email, position: { role: 'admin' } });
    expect(reply.status).toBe(409);
  });

  it('names nobody and no team of another organisation', async () => {
    const other = await ApiClient.found(server);
    const people = await other.hire('Elsewhere', 'grace');
    const reply = await invite({
      email: someone(),
      position: { role: 'rep', person: people.get('grace') },
    });
    expect(reply.status).toBe(422);
  });
});

describe('signing in', () => {
  it('works with address and password, in capitals or not', async () => {
    const { email } = await AccountClient.join(floor, { role: 'admin' });
    const browser = new AccountClient(floor, email.toUpperCase());
    expect((await browser.signIn()).status).toBe(200);
    expect((await sessionOf(browser)).body.role).toBe('admin');
  });

  it('says the same of a wrong password and of an address that nobody has', async () => {
    const { email } = await AccountClient.join(floor, { role: 'viewer' });
    const wrong = await new AccountClient(floor, email).signIn('not the password');
    const nobody = await new AccountClient(floor, someone()).signIn();
    const said = ({ body }: typeof wrong) => ({ ...body, requestId: '' });
    expect([wrong.status, said(wrong)]).toEqual([nobody.status, said(nobody)]);
    expect(wrong.status).toBe(401);
  });

  it('is not what a page elsewhere can do for somebody', async () => {
    const account = await AccountClient.join(floor, { role: 'admin' });
    const asked = await account.send('/api/v1/teams', {
      json: { name: 'Intruders' },
      headers: { origin: 'https://evil.example' },
    });
    expect([asked.status, asked.body.code]).toEqual([403, 'forbidden']);
  });

  it('opens nothing of what the library can do besides', async () => {
    const account = await AccountClient.join(floor, { role: 'owner' });
    for (const path of ['sign-up/email', 'delete-user', 'update-user', 'change-email']) {
      const reply = await account.send(`/api/auth/${path}`, { json: { name: 'Eve' } });
      expect([path, reply.status]).toEqual([path, 404]);
    }
  });

  it('ends with signing out', async () => {
    const account = await AccountClient.join(floor, { role: 'viewer' });
    const { cookie } = account;
    expect((await account.send('/api/auth/sign-out', { method: 'POST' })).status).toBe(200);
    const old = await floor.send('/api/v1/session', { headers: { cookie } });
    expect(old.status).toBe(401);
  });
});

describe('guessing a password', () => {
  it('is refused for a while, for one address wherever it comes from', async () => {
    const besieged = await startTestServer(await testUrls());
    onTestFinished(() => besieged.close());
    const house = await ApiClient.found(besieged);
    const account = await AccountClient.join(house, { role: 'viewer' });
    const statuses: number[] = [];
    for (let tries = 0; tries < 21; tries += 1) {
      statuses.push((await account.signIn(`guess number ${tries}`)).status);
    }
    // The one that counts is the last: joining was the first sign-in of this minute.
    expect(statuses.slice(0, 19)).toEqual(Array.from({ length: 19 }, () => 401));
    const right = await account.signIn();
    expect([right.status, right.body.code]).toEqual([429, 'too-fast']);
    expect(Number(right.headers.get('retry-after'))).toBeGreaterThan(0);
  });
});

describe('the address that somebody comes from', () => {
  it('is what a proxy says that is trusted, and nobody else', async () => {
    const behind = await startTestServer({ ...(await testUrls()), trustedProxies: ['127.0.0.1'] });
    onTestFinished(() => behind.close());
    const from = { 'x-forwarded-for': '203.0.113.7' };
    const addressSeen = async (on: TestServer) => {
      const account = await AccountClient.join(await ApiClient.found(on), { role: 'viewer' });
      await account.send('/api/auth/sign-in/email', {
        json: { email: account.email, password: PASSWORD },
        headers: from,
      });
      const { body } = await account.send<AccountReply>('/api/v1/account');
      return body.sessions.find(({ isThis }) => isThis)?.address;
    };
    expect([await addressSeen(behind), await addressSeen(server)]).toEqual([
      '203.0.113.7',
      '127.0.0.1',
    ]);
  });
});

describe("one's own account", () => {
  it('shows where it is signed in, and signs out elsewhere', async () => {
    const account = await AccountClient.join(floor, { role: 'viewer' });
    const phone = new AccountClient(floor, account.email);
    await phone.signIn();
    const { body } = await account.send<AccountReply>('/api/v1/account');
    expect(body).toMatchObject({ email: account.email, hasPassword: true, hasTwoFactor: false });
    expect(new Set(body.sessions.map(({ isThis }) => isThis))).toEqual(new Set([false, true]));
    expect(Object.keys(body.sessions[0] ?? {})).not.toContain('token');
    const other = body.sessions.find(({ isThis }) => !isThis);
    const path = `/api/v1/account/sessions/${other?.id}`;
    expect((await account.send(path, { method: 'DELETE' })).status).toBe(204);
    expect((await sessionOf(phone)).status).toBe(401);
    expect((await sessionOf(account)).status).toBe(200);
  });

  it('signs out everywhere else at once', async () => {
    const account = await AccountClient.join(floor, { role: 'viewer' });
    const phone = new AccountClient(floor, account.email);
    await phone.signIn();
    const ended = await account.send('/api/v1/account/sessions', { method: 'DELETE' });
    expect(ended.status).toBe(204);
    expect((await sessionOf(phone)).status).toBe(401);
    expect((await sessionOf(account)).status).toBe(200);
  });

  it('ends no session of somebody else', async () => {
    const [ada, eve] = [
      await AccountClient.join(floor, { role: 'viewer' }),
      await AccountClient.join(floor, { role: 'viewer' }),
    ];
    const { body } = await ada.send<AccountReply>('/api/v1/account');
    const path = `/api/v1/account/sessions/${body.sessions[0]?.id}`;
    expect((await eve.send(path, { method: 'DELETE' })).status).toBe(404);
    expect((await sessionOf(ada)).status).toBe(200);
  });

  it('is none of a key', async () => {
    expect((await floor.own('/api/v1/account')).status).toBe(422);
  });
});

const list = (on: ApiClient) => on.own<MembersReply>('/api/v1/members');

describe('members', () => {
  it('are listed with their places, and so are those who were asked', async () => {
    const house = await ApiClient.found(server);
    const people = await house.hire('North', 'ada');
    const person = people.get('ada') ?? 0;
    const email = someone();
    await AccountClient.join(house, { role: 'rep', person });
    await invite({ email, position: { role: 'viewer' } }, house);
    const { body } = await list(house);
    expect(body.members).toMatchObject([
      { name: 'The rep', position: { role: 'rep', person, teams: [] }, mayChange: true },
    ]);
    expect(body.invitations).toMatchObject([{ email, position: { role: 'viewer' } }]);
  });

  it('have another role at once when it is changed', async () => {
    const house = await ApiClient.found(server);
    const account = await AccountClient.join(house, { role: 'viewer' });
    const id = (await list(house)).body.members[0]?.id ?? '';
    expect((await sessionOf(account)).body.role).toBe('viewer');
    const changed = await house.own(`/api/v1/members/${id}`, {
      method: 'PATCH',
      json: { role: 'admin' },
    });
    expect(changed.status).toBe(200);
    expect((await sessionOf(account)).body.role).toBe('admin');
  });

  it('are out at once when they are removed, and may be asked again', async () => {
    const house = await ApiClient.found(server);
    const account = await AccountClient.join(house, { role: 'admin' });
    const id = (await list(house)).body.members[0]?.id ?? '';
    expect((await house.own(`/api/v1/members/${id}`, { method: 'DELETE' })).status).toBe(204);
    expect((await sessionOf(account)).status).toBe(401);
    expect((await account.signIn()).status).toBe(401);
    const again = await AccountClient.join(house, { role: 'viewer' }, account.email);
    expect((await sessionOf(again)).body.role).toBe('viewer');
  });

  it('always have an owner among them', async () => {
    const house = await ApiClient.found(server);
    const owner = await AccountClient.join(house, { role: 'owner' });
    const { body } = await list(house);
    const path = `/api/v1/members/${body.members[0]?.id}`;
    const demoted = await owner.send(path, { method: 'PATCH', json: { role: 'viewer' } });
    expect(demoted.status).toBe(409);
    expect((await owner.send(path, { method: 'DELETE' })).status).toBe(409);
    expect((await sessionOf(owner)).body.role).toBe('owner');
  });

  it('do not raise themselves or others above them', async () => {
    const house = await ApiClient.found(server);
    const owner = await AccountClient.join(house, { role: 'owner' });
    const admin = await AccountClient.join(house, { role: 'admin' });
    const { body } = await admin.send<MembersReply>('/api/v1/members');
    const idOf = (email: string) => body.members.find((one) => one.email === email)?.id;
    expect(body.members.filter(({ mayChange }) => mayChange)).toHaveLength(1);
    const raised = await admin.send(`/api/v1/members/${idOf(admin.email)}`, {
      method: 'PATCH',
      json: { role: 'owner' },
    });
    const removed = await admin.send(`/api/v1/members/${idOf(owner.email)}`, { method: 'DELETE' });
    const invited = await admin.send('/api/v1/invitations', {
      json: { email: someone(), position: { role: 'owner' } },
    });
    expect([raised.status, removed.status, invited.status]).toEqual([403, 403, 403]);
  });

  it('are changed by nobody of another organisation', async () => {
    const [house, other] = [await ApiClient.found(server), await ApiClient.found(server)];
    await AccountClient.join(house, { role: 'viewer' });
    const path = `/api/v1/members/${(await list(house)).body.members[0]?.id}`;
    const changed = await other.own(path, { method: 'PATCH', json: { role: 'admin' } });
    expect(changed.status).toBe(404);
    expect((await other.own(path, { method: 'DELETE' })).status).toBe(404);
  });
});

describe('somebody who competes and leaves', () => {
  it('is signed out at once, cannot sign in, and can when they are back', async () => {
    const house = await ApiClient.found(server);
    const person = (await house.hire('North', 'ada')).get('ada') ?? 0;
    const account = await AccountClient.join(house, { role: 'rep', person });
    expect((await sessionOf(account)).status).toBe(200);
    const path = `/api/v1/people/${person}`;
    expect((await house.own(`${path}/deactivate`, { json: {} })).status).toBe(200);
    expect((await sessionOf(account)).status).toBe(401);
    expect((await account.signIn()).status).not.toBe(200);
    expect((await house.own(`${path}/reactivate`, { json: {} })).status).toBe(200);
    expect((await account.signIn()).status).toBe(200);
    expect((await sessionOf(account)).body.role).toBe('rep');
  });

  it('has an account that can still be ended', async () => {
    const house = await ApiClient.found(server);
    const person = (await house.hire('North', 'ada')).get('ada') ?? 0;
    await AccountClient.join(house, { role: 'rep', person });
    await house.own(`/api/v1/people/${person}/deactivate`, { json: {} });
    const path = `/api/v1/members/${(await list(house)).body.members[0]?.id}`;
    expect((await house.own(path, { method: 'DELETE' })).status).toBe(204);
    expect((await list(house)).body.members).toEqual([]);
  });

  it('keeps no account when they are erased, and their address is free again', async () => {
    const house = await ApiClient.found(server);
    const person = (await house.hire('North', 'ada')).get('ada') ?? 0;
    const account = await AccountClient.join(house, { role: 'rep', person });
    expect(
      (await house.own(`/api/v1/people/${person}/erase`, { json: { name: 'ada' } })).status,
    ).toBe(200);
    expect((await sessionOf(account)).status).toBe(401);
    expect((await account.signIn()).status).toBe(401);
    expect((await list(house)).body.members).toEqual([]);
    const again = await AccountClient.join(house, { role: 'viewer' }, account.email);
    expect((await sessionOf(again)).body.role).toBe('viewer');
  });

  it('is not erased while nobody else is an owner', async () => {
    const house = await ApiClient.found(server);
    const person = (await house.hire('North', 'ada')).get('ada') ?? 0;
    const owner = await AccountClient.join(house, { role: 'owner', person });
    const erased = await house.own(`/api/v1/people/${person}/erase`, { json: { name: 'ada' } });
    expect(erased.status).toBe(409);
    expect((await sessionOf(owner)).body.role).toBe('owner');
  });
});

describe('a manager', () => {
  it('opens the phones of their own teams only', async () => {
    const house = await ApiClient.found(server);
    const [north, south] = [await house.hire('North', 'ada'), await house.hire('South', 'bob')];
    const { body } = await house.own<{ teams: { id: number; name: string }[] }>('/api/v1/people');
    const teams = body.teams.filter(({ name }) => name === 'North').map(({ id }) => id);
    const manager = await AccountClient.join(house, { role: 'manager', teams });
    const open = (id = 0) => manager.send(`/api/v1/people/${id}/links`, { json: {} });
    expect((await open(north.get('ada'))).status).toBe(201);
    expect((await open(south.get('bob'))).status).toBe(403);
  });
});
