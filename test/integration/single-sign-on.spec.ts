import type { MembersReply, Session, SignInWays } from '@bellwether/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AccountClient } from '../support/account-client.js';
import { addressOfOwn } from '../support/address-of-own.js';
import { ApiClient } from '../support/api-client.js';
import type { IdentityProvider } from '../support/identity-provider.js';
import { startIdentityProvider } from '../support/identity-provider.js';
import { createTestDatabase } from '../support/database.js';
import { visitProvider } from '../support/provider-visit.js';
import type { TestServer } from '../support/test-server.js';
import { startTestServer } from '../support/test-server.js';
import { testUrls } from '../support/urls.js';

let server: TestServer;
let provider: IdentityProvider;
let floor: ApiClient;
let people: Map<string, number>;
beforeAll(async () => {
  // A database of its own: whose domain it is, is clear only where there is one organisation.
  const database = await createTestDatabase();
  const { redisUrl } = await testUrls();
  const { port, url } = await addressOfOwn();
  provider = await startIdentityProvider(`${url}/api/auth/callback/sso`);
  const { issuer, clientId, clientSecret } = provider;
  server = await startTestServer({
    databaseUrl: database.url,
    redisUrl,
    port,
    publicUrl: url,
    oidc: { issuer, clientId, clientSecret, name: 'Okta', domains: ['lark.example'] },
  });
  floor = await ApiClient.found(server);
  people = await floor.hire('North', 'ada');
  await floor.own(`/api/v1/people/${people.get('ada')}/identities`, {
    json: { email: 'ada@lark.example' },
  });
});
afterAll(async () => {
  await server.close();
  await provider.close();
});

/** Clicks "Continue with Okta", signs in there, and comes back. */
async function comeIn(login: string): Promise<{ browser: AccountClient; landed: string }> {
  const browser = new AccountClient(floor);
  const begun = await browser.send<{ url: string }>('/api/auth/sign-in/social', {
    json: { provider: 'sso', callbackURL: '/desk/', errorCallbackURL: '/desk/' },
  });
  if (begun.status !== 200) throw new Error(JSON.stringify(begun.body));
  const back = new URL(await visitProvider(begun.body.url, login));
  const landed = await browser.send(back.pathname + back.search, { redirect: 'manual' });
  return { browser, landed: landed.headers.get('location') ?? '' };
}

const person = (sub: string, email: string, email_verified = true) =>
  provider.knows({ sub, email, email_verified, name: `Name of ${sub}` });

describe('single sign-on', () => {
  it('is offered by its name', async () => {
    const { body } = await floor.send<SignInWays>('/api/v1/sign-in');
    expect(body).toMatchObject({ provider: 'Okta', mails: false });
  });

  it('makes somebody of the house who competes a rep', async () => {
    person('okta-1', 'Ada@lark.example');
    const { browser, landed } = await comeIn('okta-1');
    expect(new URL(landed, server.url).pathname).toBe('/desk/');
    const { body } = await browser.send<Session>('/api/v1/session');
    expect(body).toMatchObject({
      role: 'rep',
      personId: people.get('ada'),
      account: { name: 'Name of okta-1', email: 'ada@lark.example' },
    });
  });

  it('lets somebody of the house look on who does not compete', async () => {
    person('okta-2', 'boss@lark.example');
    const { browser } = await comeIn('okta-2');
    expect((await browser.send<Session>('/api/v1/session')).body.role).toBe('viewer');
  });

  it('knows somebody again', async () => {
    person('okta-3', 'cy@lark.example');
    await comeIn('okta-3');
    await comeIn('okta-3');
    const { body } = await floor.own<MembersReply>('/api/v1/members');
    expect(body.members.filter(({ email }) => email === 'cy@lark.example')).toHaveLength(1);
  });

  it('takes the place that an invitation gives', async () => {
    await floor.own('/api/v1/invitations', {
      json: { email: 'partner@elsewhere.example', position: { role: 'admin' } },
    });
    person('okta-4', 'partner@elsewhere.example');
    const { browser } = await comeIn('okta-4');
    expect((await browser.send<Session>('/api/v1/session')).body.role).toBe('admin');
    const { body } = await floor.own<MembersReply>('/api/v1/members');
    expect(body.invitations).toEqual([]);
  });

  it.each([
    ['of another domain', 'okta-5', 'eve@evil.example', true],
    ['of a domain that ends alike', 'okta-6', 'eve@notlark.example', true],
    ['whose address is not proven', 'okta-7', 'eve@lark.example', false],
  ])('turns away somebody %s, and keeps nothing of them', async (_, sub, email, isProven) => {
    person(sub, email, isProven);
    const { browser, landed } = await comeIn(sub);
    expect(landed).toContain('error=');
    expect((await browser.send('/api/v1/session')).status).toBe(401);
    const { body } = await floor.own<MembersReply>('/api/v1/members');
    expect(JSON.stringify(body)).not.toContain('eve@');
  });

  it('turns away somebody of the house who has left, with an account or without', async () => {
    const joe = (await floor.hire('South', 'joe')).get('joe');
    await floor.own(`/api/v1/people/${joe}/identities`, { json: { email: 'joe@lark.example' } });
    const leave = () => floor.own(`/api/v1/people/${joe}/deactivate`, { json: {} });
    await leave();
    person('okta-10', 'joe@lark.example');
    const never = await comeIn('okta-10');
    expect(never.landed).toContain('error=');
    await floor.own(`/api/v1/people/${joe}/reactivate`, { json: {} });
    const { browser } = await comeIn('okta-10');
    expect((await browser.send<Session>('/api/v1/session')).body.role).toBe('rep');
    await leave();
    const again = await comeIn('okta-10');
    expect((await again.browser.send('/api/v1/session')).status).toBe(401);
  });

  it('does not take over an account whose address nobody has proven', async () => {
    const victim = await AccountClient.join(floor, { role: 'admin' }, 'dee@lark.example');
    person('okta-8', 'dee@lark.example');
    const { browser } = await comeIn('okta-8');
    expect((await browser.send('/api/v1/session')).status).toBe(401);
    expect((await victim.send<Session>('/api/v1/session')).body.role).toBe('admin');
  });

  it('is over for somebody who was removed and is not of the house', async () => {
    await floor.own('/api/v1/invitations', {
      json: { email: 'temp@elsewhere.example', position: { role: 'viewer' } },
    });
    person('okta-9', 'temp@elsewhere.example');
    const { browser } = await comeIn('okta-9');
    const { body } = await floor.own<MembersReply>('/api/v1/members');
    const id = body.members.find(({ email }) => email === 'temp@elsewhere.example')?.id;
    await floor.own(`/api/v1/members/${id}`, { method: 'DELETE' });
    expect((await browser.send('/api/v1/session')).status).toBe(401);
    const again = await comeIn('okta-9');
    expect((await again.browser.send('/api/v1/session')).status).toBe(401);
  });
});
