import type { AccountReply, PositionBody, Session, SignInWays } from '@bellwether/contracts';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import type { SignIn } from '../../apps/server/src/accounts/sign-in.js';
import { SIGN_IN } from '../../apps/server/src/tokens.js';
import { AccountClient } from '../support/account-client.js';
import { ApiClient } from '../support/api-client.js';
import { SoftAuthenticator } from '../support/soft-authenticator.js';
import type { TestServer } from '../support/test-server.js';
import { startTestServer } from '../support/test-server.js';
import { testUrls } from '../support/urls.js';

const HERE = { rpId: 'bell.example', origin: 'https://bell.example' };

let server: TestServer;
let floor: ApiClient;
beforeAll(async () => {
  server = await startTestServer({ ...(await testUrls()), publicUrl: HERE.origin });
  floor = await ApiClient.found(server);
});
afterAll(() => server.close());

interface Asked {
  readonly challenge: string;
  readonly allowCredentials?: readonly unknown[];
}

const browser = () => new AccountClient(floor);
const join = (position: PositionBody = { role: 'viewer' }) => AccountClient.join(floor, position);
const send = (who: AccountClient, path: string, json?: unknown) =>
  who.send<Record<string, unknown>>(`/api/auth/passkey/${path}`, json ? { json } : {});

async function make(account: AccountClient, device: SoftAuthenticator) {
  const { body } = await account.send<Asked>('/api/auth/passkey/generate-register-options');
  return send(account, 'verify-registration', { response: device.make(body) });
}

async function show(who: AccountClient, device: SoftAuthenticator) {
  const { body } = await who.send<Asked>('/api/auth/passkey/generate-authenticate-options');
  return send(who, 'verify-authentication', { response: device.show(body) });
}

const roleOf = async (who: AccountClient) => (await who.send<Session>('/api/v1/session')).body.role;
const passkeysOf = async (who: AccountClient) =>
  (await who.send<AccountReply>('/api/v1/account')).body.passkeys;

describe('a passkey', () => {
  it('signs in whoever made it, without a password or an address', async () => {
    const device = new SoftAuthenticator(HERE);
    const account = await join({ role: 'admin' });
    expect((await make(account, device)).status).toBe(200);
    const elsewhere = browser();
    expect((await show(elsewhere, device)).status).toBe(200);
    expect(await roleOf(elsewhere)).toBe('admin');
  });

  it('is listed by name and day, renamed, and opens nothing once it is removed', async () => {
    const device = new SoftAuthenticator(HERE);
    const account = await join();
    await make(account, device);
    const [listed] = await passkeysOf(account);
    expect(listed).toEqual({
      id: expect.any(String),
      name: expect.any(String),
      addedAt: expect.any(Number),
    });
    const path = `/api/v1/account/passkeys/${listed?.id}`;
    const renamed = await account.send(path, { method: 'PATCH', json: { name: 'Blue key' } });
    expect(renamed.status).toBe(204);
    expect(await passkeysOf(account)).toMatchObject([{ name: 'Blue key' }]);
    expect((await account.send(path, { method: 'DELETE' })).status).toBe(204);
    expect(await passkeysOf(account)).toEqual([]);
    const refused = await show(browser(), device);
    expect([refused.status, refused.body['code']]).toEqual([401, 'unsigned']);
  });

  it('does not let in whoever has left, and does once they are back', async () => {
    const people = await floor.hire(crypto.randomUUID(), 'ada');
    const person = people.get('ada') ?? 0;
    const device = new SoftAuthenticator(HERE);
    await make(await join({ role: 'rep', person }), device);
    await floor.own(`/api/v1/people/${person}/deactivate`, { json: {} });
    const gone = await show(browser(), device);
    expect([gone.status, gone.body['reason']]).toEqual([403, 'NOT_A_MEMBER']);
    await floor.own(`/api/v1/people/${person}/reactivate`, { json: {} });
    expect((await show(browser(), device)).status).toBe(200);
  });

  it('goes with an account that is removed', async () => {
    const device = new SoftAuthenticator(HERE);
    const account = await join();
    await make(account, device);
    const { body } = await floor.own<{ members: { id: string; email: string }[] }>(
      '/api/v1/members',
    );
    const id = body.members.find(({ email }) => email === account.email)?.id;
    await floor.own(`/api/v1/members/${id}`, { method: 'DELETE' });
    expect((await show(browser(), device)).status).toBe(401);
  });

  it.each([
    ['by a device that does not ask who holds it', { ...HERE, asksWho: false }],
    ['by a page elsewhere', { ...HERE, origin: 'https://evil.example' }],
    ['for another name', { ...HERE, rpId: 'evil.example' }],
  ])('is not made %s', async (_, settings) => {
    const account = await join();
    const made = await make(account, new SoftAuthenticator(settings));
    expect([made.status, await passkeysOf(account)]).toEqual([422, []]);
  });

  it('is not made by whoever signs in with an identity provider, which lets them go', async () => {
    const account = await join();
    const { adapter, internalAdapter } = await server.app.get<SignIn>(SIGN_IN).$context;
    const found = await internalAdapter.findUserByEmail(account.email);
    const where = [{ field: 'userId', value: found?.user.id ?? '' }];
    await adapter.deleteMany({ model: 'account', where });
    const made = await make(account, new SoftAuthenticator(HERE));
    expect([made.status, made.body['reason']]).toEqual([422, 'PASSKEYS_KEPT_ELSEWHERE']);
    expect(await passkeysOf(account)).toEqual([]);
  });

  it('is not made by somebody who is not signed in', async () => {
    const asked = await send(browser(), 'generate-register-options');
    expect(asked.status).toBe(401);
  });

  it('opens nothing once more with what was shown before', async () => {
    const device = new SoftAuthenticator(HERE);
    await make(await join(), device);
    const who = browser();
    const { body } = await who.send<Asked>('/api/auth/passkey/generate-authenticate-options');
    const shown = { response: device.show(body) };
    expect((await send(who, 'verify-authentication', shown)).status).toBe(200);
    expect((await send(who, 'verify-authentication', shown)).status).toBe(422);
    expect((await send(browser(), 'verify-authentication', shown)).status).toBe(422);
  });

  it('opens nothing for a page elsewhere', async () => {
    const device = new SoftAuthenticator(HERE);
    await make(await join(), device);
    const who = browser();
    const { body } = await who.send<Asked>('/api/auth/passkey/generate-authenticate-options');
    const reply = await who.send('/api/auth/passkey/verify-authentication', {
      json: { response: device.show(body) },
      headers: { origin: 'https://evil.example' },
    });
    expect(reply.status).toBe(403);
  });
});

describe("somebody else's passkeys", () => {
  it('are told to nobody', async () => {
    const [theirs, device] = [await join(), new SoftAuthenticator(HERE)];
    await make(theirs, device);
    const ours = await join();
    expect(await passkeysOf(ours)).toEqual([]);
    const { body } = await ours.send<Asked>('/api/auth/passkey/generate-authenticate-options');
    expect(body.allowCredentials ?? []).toEqual([]);
    const anybody = await send(browser(), 'generate-authenticate-options');
    expect(anybody.body['allowCredentials'] ?? []).toEqual([]);
  });

  it('are refused like ones that there are not', async () => {
    const [theirs, device] = [await join(), new SoftAuthenticator(HERE)];
    await make(theirs, device);
    const [{ id } = { id: '' }] = await passkeysOf(theirs);
    const ours = await join();
    const ask = async (what: string) => {
      const path = `/api/v1/account/passkeys/${what}`;
      const renamed = await ours.send(path, { method: 'PATCH', json: { name: 'Mine' } });
      const removed = await ours.send(path, { method: 'DELETE' });
      return [renamed, removed].map(({ status, body: { code, detail } }) => [status, code, detail]);
    };
    expect(await ask(id)).toEqual(await ask('nobodys'));
    expect((await ask(id)).map(([status]) => status)).toEqual([404, 404]);
    expect((await show(browser(), device)).status).toBe(200);

    // Whether a device is known: a wrong proof of one that is, and of one that is not.
    const told = async (id: string) => {
      const wrong = { ...new SoftAuthenticator(HERE).show(await challenge()), id, rawId: id };
      const { status, body } = await send(asking, 'verify-authentication', { response: wrong });
      return { ...body, status, requestId: '' };
    };
    const asking = browser();
    const challenge = async () =>
      (await asking.send<Asked>('/api/auth/passkey/generate-authenticate-options')).body;
    expect(await told(device.id)).toEqual(await told('bm9ib2R5'));
  });

  it('are taken over by nobody who knows how a device calls them', async () => {
    const [theirs, device] = [await join({ role: 'admin' }), new SoftAuthenticator(HERE)];
    await make(theirs, device);
    const ours = await join();
    expect((await make(ours, device)).status).toBe(422);
    const who = browser();
    await show(who, device);
    expect(await roleOf(who)).toBe('admin');
  });

  it('cannot be listed, renamed or removed past the routes that there are', async () => {
    const account = await join();
    for (const path of ['update-passkey', 'delete-passkey']) {
      expect((await send(account, path, { id: 'x', name: 'x' })).status).toBe(404);
    }
    expect((await send(account, 'list-user-passkeys')).status).toBe(404);
  });
});

describe('where passkeys hold', () => {
  it('is told to the page that asks for them', async () => {
    const { body } = await floor.send<SignInWays>('/api/v1/sign-in');
    expect(body.passkeysAt).toBe(HERE.origin);
  });

  it('is nowhere when the server is reached by a number', async () => {
    const numbered = await startTestServer({
      ...(await testUrls()),
      publicUrl: 'http://192.168.1.7:4321',
    });
    onTestFinished(() => numbered.close());
    const house = await ApiClient.found(numbered);
    expect((await house.send<SignInWays>('/api/v1/sign-in')).body.passkeysAt).toBe(null);
    // What was made under another name can still be looked at, and taken away.
    expect(await passkeysOf(await AccountClient.join(house, { role: 'viewer' }))).toEqual([]);
  });
});
