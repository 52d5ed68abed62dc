import type { InvitationMade } from '@bellwether/contracts';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AccountClient, PASSWORD } from '../support/account-client.js';
import { addressOfOwn } from '../support/address-of-own.js';
import { ApiClient } from '../support/api-client.js';
import { createTestDatabase } from '../support/database.js';
import type { IdentityProvider } from '../support/identity-provider.js';
import { startIdentityProvider } from '../support/identity-provider.js';
import { openBrowser } from '../support/live-stage-browser.js';
import { oneTimeCode } from '../support/one-time-code.js';
import type { TestServer } from '../support/test-server.js';
import { startTestServer } from '../support/test-server.js';
import { testUrls } from '../support/urls.js';
import { goTo, openPage } from './desk-page.js';

let browser: Browser;
let server: TestServer;
let provider: IdentityProvider;
let floor: ApiClient;
beforeAll(async () => {
  const [{ redisUrl }, { port, url }, { url: databaseUrl }] = await Promise.all([
    testUrls(),
    addressOfOwn(),
    createTestDatabase(),
  ]);
  provider = await startIdentityProvider(`${url}/api/auth/callback/sso`);
  const { issuer, clientId, clientSecret } = provider;
  const oidc = { issuer, clientId, clientSecret, name: 'Okta', domains: ['lark.example'] };
  [browser, server] = await Promise.all([
    openBrowser(),
    startTestServer({ databaseUrl, redisUrl, port, publicUrl: url, oidc }),
  ]);
  floor = await ApiClient.found(server);
});
afterAll(async () => {
  await Promise.all([browser.close(), server.close()]);
  await provider.close();
});

const press = (page: Page, name: string) =>
  page.getByRole('button', { name, exact: true }).first().click();
const standing = (page: Page) => page.getByRole('heading', { name: 'Standing' }).waitFor();

async function signIn(page: Page, email: string, password = PASSWORD): Promise<void> {
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.keyboard.press('Enter');
}

describe('an invitation', () => {
  it('is made at the desk, handed over, and leads in', async () => {
    const owner = await AccountClient.join(floor, { role: 'owner' }, 'owner@lark.example');
    const { page, complaints } = await openPage(browser, `${server.url}/desk/`);
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
    await signIn(page, owner.email, 'not the password');
    await page.getByText('No account has this address and this password').waitFor();
    await signIn(page, owner.email);
    await standing(page);

    await goTo(page, 'members');
    await press(page, 'Invite somebody');
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('E-mail').fill('mara@lark.example');
    await dialog.getByRole('radio', { name: 'Admin' }).check();
    await press(page, 'Invite');
    const link = await page.locator('dialog code').first().textContent();
    await press(page, 'I have kept it');
    await page.locator('[data-invited="mara@lark.example"]').waitFor();

    const mara = await openPage(browser, link ?? '');
    await mara.page.getByRole('heading', { name: 'Join Lark & Co' }).waitFor();
    await press(mara.page, 'Come in');
    await mara.page.getByText('Write your name as others know it').waitFor();
    await mara.page.getByLabel('Your name').fill('Mara Quinn');
    await mara.page.getByLabel('Choose a password').fill(PASSWORD);
    await press(mara.page, 'Come in');
    await standing(mara.page);
    await goTo(mara.page, 'members');
    await mara.page.locator('[data-member="mara@lark.example"]').getByText('you').waitFor();
    // The cookie is all that is needed from now on.
    await mara.page.reload();
    await mara.page.locator('[data-member="mara@lark.example"]').waitFor();
    expect([...complaints, ...mara.complaints]).toEqual([]);
  });

  it('that was used says so, and leads to the door', async () => {
    const { body } = await floor.own<InvitationMade>('/api/v1/invitations', {
      json: { email: 'gone@lark.example', position: { role: 'viewer' } },
    });
    await floor.own(`/api/v1/invitations/${body.id}`, { method: 'DELETE' });
    const { page } = await openPage(browser, body.url ?? '');
    await page.getByRole('heading', { name: 'This invitation opens nothing' }).waitFor();
    await press(page, 'Sign in');
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
  });
});

describe('single sign-on', () => {
  it('leads through the provider to the desk', async () => {
    provider.knows({
      sub: 'boss',
      email: 'boss@lark.example',
      email_verified: true,
      name: 'The Boss',
    });
    const { page, complaints } = await openPage(browser, `${server.url}/desk/members`);
    await press(page, 'Continue with Okta');
    await page.locator('input[name="login"]').fill('boss');
    await page.locator('input[name="password"]').fill('any');
    await page.locator('button[type="submit"]').click();
    await page.locator('button[type="submit"]').click();
    // Back at the page that was asked for.
    await page.getByRole('heading', { name: 'Members' }).waitFor();
    expect(page.url()).toBe(`${server.url}/desk/members`);
    await page.getByText('The Boss').first().waitFor();
    expect(complaints).toEqual([]);
  });

  it('says why somebody from elsewhere is not let in', async () => {
    provider.knows({ sub: 'eve', email: 'eve@evil.example', email_verified: true, name: 'Eve' });
    const { page } = await openPage(browser, `${server.url}/desk/`);
    await press(page, 'Continue with Okta');
    await page.locator('input[name="login"]').fill('eve');
    await page.locator('input[name="password"]').fill('any');
    await page.locator('button[type="submit"]').click();
    await page.locator('button[type="submit"]').click();
    await page.getByText('You are not invited here').waitFor();
  });
});

describe("one's own account", () => {
  it('takes a second factor, asks for it, and signs out elsewhere', async () => {
    const account = await AccountClient.join(floor, { role: 'admin' }, 'noor@lark.example');
    const { page, complaints } = await openPage(browser, `${server.url}/desk/`);
    await signIn(page, account.email);
    await standing(page);
    await page.getByRole('navigation').getByRole('button', { name: 'your account' }).click();
    await page.getByText('Where you are signed in').waitFor();
    await page.getByText('Chrome on Linux').waitFor();
    await press(page, 'Sign out there');
    await expect.poll(() => page.getByText('Sign out there').count()).toBe(0);

    await press(page, 'Add a second factor');
    await page.getByLabel('Your password').fill(PASSWORD);
    await press(page, 'Go on');
    const secret = (await page.locator('.secret').textContent()) ?? '';
    const uri = `otpauth://totp/x?secret=${secret}`;
    await page.getByLabel('The code that it shows').fill(oneTimeCode(uri, Date.now()));
    await press(page, 'Go on');
    const codes = (await page.locator('dialog code').first().textContent()) ?? '';
    await press(page, 'I have kept them');
    await page.getByText('Second factor is on').waitFor();
    await press(page, 'Sign out');
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();

    await signIn(page, account.email);
    await page.getByRole('heading', { name: 'One more thing' }).waitFor();
    await press(page, 'Use a code on paper instead');
    await page.getByLabel('One of your codes on paper').fill(codes.split('\n')[0] ?? '');
    await page.keyboard.press('Enter');
    await standing(page);
    expect(complaints).toEqual([]);
  });
});

describe('what somebody sees', () => {
  it('is the boards, for who looks on', async () => {
    const viewer = await AccountClient.join(floor, { role: 'viewer' }, 'fan@lark.example');
    const { page, complaints } = await openPage(browser, `${server.url}/desk/`);
    await signIn(page, viewer.email);
    await standing(page);
    const sections = page.getByRole('navigation', { name: 'Pages' }).getByRole('link');
    await expect.poll(() => sections.allTextContents()).toEqual([expect.stringContaining('Floor')]);
    expect(complaints).toEqual([]);
  });

  it('is the phone, for a rep', async () => {
    const people = await floor.hire('North', 'ada');
    const person = people.get('ada') ?? 0;
    const rep = await AccountClient.join(floor, { role: 'rep', person }, 'rep@lark.example');
    const { page, complaints } = await openPage(browser, `${server.url}/desk/`);
    await signIn(page, rep.email);
    await page.waitForURL(`${server.url}/phone/`);
    await page.getByText('ada').first().waitFor();
    await page.reload();
    await page.getByText('ada').first().waitFor();
    expect(complaints).toEqual([]);
  });
});
