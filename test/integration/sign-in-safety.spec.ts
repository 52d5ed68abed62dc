import type { AccountReply, MembersReply, Session, SetupReply } from '@bellwether/contracts';
import { PostgresSetup } from '@bellwether/persistence';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AccountSocket } from '../support/account-socket.js';
import { AccountClient, PASSWORD } from '../support/account-client.js';
import { ApiClient } from '../support/api-client.js';
import { KeptLetters } from '../support/kept-letters.js';
import { oneTimeCode } from '../support/one-time-code.js';
import type { TestServer } from '../support/test-server.js';
import { startTestServer } from '../support/test-server.js';
import { testUrls } from '../support/urls.js';

const letters = new KeptLetters();
let server: TestServer;
let floor: ApiClient;
beforeAll(async () => {
  server = await startTestServer({ ...(await testUrls()), mailer: letters });
  floor = await ApiClient.found(server);
});
afterAll(() => server.close());

const sessionOf = (account: AccountClient) => account.send<Session>('/api/v1/session');
const newEmail = () => `someone-${crypto.randomUUID()}@example.com`;

/** Asked by letter, and come. */
async function join(position: object): Promise<AccountClient> {
  const email = newEmail();
  await floor.own('/api/v1/invitations', { json: { email, position } });
  const account = new AccountClient(floor, email);
  await account.send('/api/v1/invitations/accept', {
    json: { token: letters.tokenFor(email, 'invitation'), name: 'Ada', password: PASSWORD },
  });
  return account;
}

describe('an invitation by letter', () => {
  it('is not shown to whoever sends it', async () => {
    const email = newEmail();
    const { body } = await floor.own('/api/v1/invitations', {
      json: { email, position: { role: 'viewer' } },
    });
    expect(body).toMatchObject({ url: null });
    expect(letters.tokenFor(email, 'invitation')).toMatch(/^bw_invitation_/);
  });
});

describe('a forgotten password', () => {
  it('is replaced by a letter, and ends every session', async () => {
    const account = await join({ role: 'viewer' });
    const asked = await new AccountClient(floor).send('/api/auth/request-password-reset', {
      json: { email: account.email },
    });
    expect(asked.status).toBe(200);
    const token = letters.tokenFor(account.email, 'reset');
    const reset = { newPassword: 'another good password', token };
    const done = await floor.send('/api/auth/reset-password', { json: reset });
    expect(done.status).toBe(200);
    expect((await sessionOf(account)).status).toBe(401);
    expect((await account.signIn()).status).toBe(401);
    expect((await account.signIn('another good password')).status).toBe(200);
    const again = await floor.send('/api/auth/reset-password', { json: reset });
    expect([again.status, again.body.detail]).toEqual([
      422,
      'This link was used before, or is too old. Ask for a new one',
    ]);
  });

  it('tells nobody which addresses have an account', async () => {
    const account = await join({ role: 'viewer' });
    const ask = (email: string) =>
      floor.send('/api/auth/request-password-reset', { json: { email } });
    const [known, unknown] = [await ask(account.email), await ask(newEmail())];
    expect([known.status, known.body]).toEqual([unknown.status, unknown.body]);
  });

  it('is not replaced by one that is too short', async () => {
    const account = await join({ role: 'viewer' });
    await floor.send('/api/auth/request-password-reset', { json: { email: account.email } });
    const token = letters.tokenFor(account.email, 'reset');
    const done = await floor.send('/api/auth/reset-password', {
      json: { newPassword: 'short', token },
    });
    expect([done.status, done.body.detail]).toEqual([400, 'A password has ten characters or more']);
  });
});

describe('a second factor', () => {
  it('is asked for after the password, and a code of paper does, once', async () => {
    const account = await join({ role: 'admin' });
    const begun = await account.send<{ totpURI: string; backupCodes: string[] }>(
      '/api/auth/two-factor/enable',
      { json: { password: PASSWORD } },
    );
    const { totpURI, backupCodes } = begun.body;
    const code = oneTimeCode(totpURI, Date.now());
    const proven = await account.send('/api/auth/two-factor/verify-totp', { json: { code } });
    expect(proven.status).toBe(200);
    const { body } = await account.send<AccountReply>('/api/v1/account');
    expect(body.hasTwoFactor).toBe(true);

    const phone = new AccountClient(floor, account.email);
    const half = await phone.signIn();
    expect(half.body).toMatchObject({ twoFactorRedirect: true });
    expect((await sessionOf(phone)).status).toBe(401);
    const wrong = await phone.send('/api/auth/two-factor/verify-totp', {
      json: { code: '000000' },
    });
    expect([wrong.status, wrong.body.reason]).toEqual([422, 'INVALID_CODE']);
    const right = await phone.send('/api/auth/two-factor/verify-totp', {
      json: { code: oneTimeCode(totpURI, Date.now()) },
    });
    expect(right.status).toBe(200);
    expect((await sessionOf(phone)).body.role).toBe('admin');

    const paper = { code: backupCodes[0] };
    const useCode = async () => {
      const tablet = new AccountClient(floor, account.email);
      await tablet.signIn();
      return tablet.send('/api/auth/two-factor/verify-backup-code', { json: paper });
    };
    expect((await useCode()).status).toBe(200);
    expect((await useCode()).status).toBe(422);
  });
});

describe('a link that proves an address', () => {
  it('leads to the desk, wherever else it is told to lead', async () => {
    for (const callbackURL of ['https://evil.example', '//evil.example', 'http://%zz', '']) {
      const query = new URLSearchParams({ token: 'guessed', callbackURL });
      const reply = await floor.send(`/api/auth/verify-email?${query.toString()}`, {
        redirect: 'manual',
      });
      expect([callbackURL, reply.status]).toEqual([callbackURL, 302]);
      expect(reply.headers.get('location')).toMatch(/^\/desk\/\?error=/);
    }
  });
});

describe('signing in elsewhere', () => {
  it.each([
    ['another page than one of this server', { callbackURL: 'https://evil.example' }],
    ['another provider', { provider: 'evil' }],
    ['a text where there is none', { errorCallbackURL: { $ne: 1 } }],
  ])('is not asked for with %s', async (_, wrong) => {
    const right = { provider: 'sso', callbackURL: '/desk/', errorCallbackURL: '/desk/' };
    const reply = await floor.send('/api/auth/sign-in/social', { json: { ...right, ...wrong } });
    expect([reply.status, reply.body.field]).toEqual([400, `/${Object.keys(wrong)[0]}`]);
  });
});

describe('the set-up', () => {
  it('makes whoever follows its link the owner, signed in', async () => {
    await server.app.get(PostgresSetup).offer('bw_setup_for-this-test');
    const owner = new AccountClient(floor, newEmail());
    const { status, body } = await owner.send<SetupReply>('/api/v1/setup', {
      json: {
        token: 'bw_setup_for-this-test',
        name: 'Harbour',
        timeZone: 'Europe/Dublin',
        currency: 'EUR',
        locale: 'en-IE',
        owner: { name: 'Grace', email: owner.email, password: PASSWORD },
      },
    });
    expect([status, body.ownerKey.startsWith('bw_owner_')]).toEqual([201, true]);
    const session = await sessionOf(owner);
    expect(session.body).toMatchObject({
      role: 'owner',
      organisation: { name: 'Harbour' },
      account: { name: 'Grace', email: owner.email },
    });
  });
});

describe('a live socket', () => {
  const watch = (account: AccountClient, origin = server.url) =>
    new AccountSocket(server.url, { cookie: account.cookie, origin });

  it('is opened by the cookie of somebody who signed in', async () => {
    const client = watch(await join({ role: 'viewer' }));
    const answer = await client.ask('board:calls.all.reps');
    expect(answer).toHaveProperty('snapshot');
  });

  it('shows somebody who looks on no screens', async () => {
    const client = watch(await join({ role: 'viewer' }));
    expect(await client.ask('screen:1')).toMatchObject({
      error: { code: 'forbidden' },
    });
  });

  it('is not opened by a page elsewhere', async () => {
    const client = watch(await join({ role: 'owner' }), 'https://evil.example');
    expect(await client.refused).toBe('unsigned');
  });

  it('is closed at once when its session ends', async () => {
    const account = await join({ role: 'viewer' });
    const client = watch(account);
    await client.ask('board:calls.all.reps');
    await account.send('/api/auth/sign-out', { method: 'POST' });
    await client.closed;
    expect(await client.refused).toBe('unsigned');
  });

  it('is closed at once when somebody is removed', async () => {
    const account = await join({ role: 'viewer' });
    const client = watch(account);
    await client.ask('board:calls.all.reps');
    const { body } = await floor.own<MembersReply>('/api/v1/members');
    const id = body.members.find(({ email }) => email === account.email)?.id;
    await floor.own(`/api/v1/members/${id}`, { method: 'DELETE' });
    await client.closed;
    expect(await client.refused).toBe('unsigned');
  });
});
