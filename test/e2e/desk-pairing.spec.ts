import type { PairingStarted, PairingState, ScreenView } from '@bellwether/contracts';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ApiClient } from '../support/api-client.js';
import { openPage } from './desk-page.js';
import { openBrowser } from '../support/live-stage-browser.js';
import type { TestServer } from '../support/test-server.js';
import { startTestServer } from '../support/test-server.js';
import { testUrls } from '../support/urls.js';

const SOON = { timeout: 30_000, interval: 30 };

let browser: Browser;
let server: TestServer;
beforeAll(async () => {
  [browser, server] = await Promise.all([openBrowser(), testUrls().then(startTestServer)]);
});
afterAll(() => Promise.all([browser.close(), server.close()]));

/** A floor, a TV that shows a code, and the floor's desk. */
async function openDesk(hash = (_code: string, key: string) => `#key=${key}`, path = '') {
  const floor = await ApiClient.found(server);
  const { body: tv } = await floor.send<PairingStarted>('/api/v1/pairings', { json: {} });
  const { userCode, deviceCode } = tv;
  const address = `${server.url}/desk/${path}${hash(userCode, floor.founded.ownerKey)}`;
  const { page, complaints } = await openPage(browser, address);
  const answer = async () => {
    const json = { deviceCode };
    return (await floor.send<PairingState>('/api/v1/pairings/poll', { json })).body;
  };
  const screens = async () =>
    (await floor.own<{ screens: ScreenView[] }>('/api/v1/screens')).body.screens;
  return { floor, userCode, page, complaints, answer, screens };
}

const openScreens = () => openDesk(undefined, 'screens');

const CODE = 'Type the code it shows';
const codeField = (page: Page) => page.getByLabel(CODE, { exact: true });
const isFocused = (page: Page, label: string) =>
  page.getByLabel(label, { exact: true }).evaluate((field) => field === document.activeElement);
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const bare = (code: string) => code.replace('-', '');
const focusedText = (page: Page) => page.evaluate(() => document.activeElement?.textContent ?? '');

describe('pairing at the desk', () => {
  it('makes a new screen of the one whose code is typed, by the keyboard alone', async () => {
    const { userCode, page, complaints, answer } = await openScreens();
    await codeField(page).focus();
    await page.keyboard.type(userCode.toLowerCase().replace('-', ' '));
    await expect.poll(() => isFocused(page, 'Name'), SOON).toBe(true);
    expect(await codeField(page).inputValue()).toBe(bare(userCode));
    await page.keyboard.press('Enter');
    await page.getByText('Write where it hangs, e.g. Lisbon, by the lifts').waitFor();
    await page.keyboard.press('Escape');
    expect(await isFocused(page, CODE)).toBe(true);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Ghent, sales floor');
    await page.keyboard.press('Enter');

    await page.getByText('Ghent, sales floor is paired').waitFor();
    await page.getByRole('region', { name: 'Ghent, sales floor' }).waitFor();
    expect(await codeField(page).inputValue()).toBe('');
    await expect.poll(() => focusedText(page), SOON).toContain('Ghent, sales floor');
    expect((await answer()).state).toBe('paired');
    expect(complaints).toEqual([]);
  });

  it('makes it one that is there, which keeps its name', async () => {
    const { userCode, page, complaints, answer, screens } = await openScreens();
    const before = await screens();
    await codeField(page).fill(`https://sales.example.com/pair/${userCode}`);
    await page.getByRole('radio', { name: before[0]!.name }).check();
    await press(page, 'Pair the screen');
    await page.getByText(`${before[0]!.name} is paired`).waitFor();
    expect((await answer()).state).toBe('paired');
    expect(await screens()).toEqual(before);
    expect(complaints).toEqual([]);
  });

  it('says that no screen shows a code, and keeps what was typed', async () => {
    const { page, complaints } = await openScreens();
    await codeField(page).pressSequentially('hk7o');
    await page.getByText('Codes have no O. Look again').waitFor();
    await page.keyboard.press('Backspace');
    await codeField(page).pressSequentially('7prm4x');
    await page.getByLabel('Name', { exact: true }).fill('Hall');
    await page.keyboard.press('Enter');
    await page.getByText('No screen shows this code.').waitFor();
    expect(await isFocused(page, CODE)).toBe(true);
    expect(await codeField(page).getAttribute('aria-invalid')).toBe('true');
    expect(await codeField(page).inputValue()).toBe('HK7PRM4X');
    expect(await page.getByLabel('Name', { exact: true }).inputValue()).toBe('Hall');
    expect(complaints).toEqual([]);
  });

  it('puts one character in the place of another', async () => {
    const { page } = await openScreens();
    await codeField(page).fill('HK7PRM4X');
    await page.locator('.cell').nth(2).click({ force: true });
    await page.keyboard.type('9');
    expect(await codeField(page).inputValue()).toBe('HK9PRM4X');
    await page.keyboard.type('W');
    expect(await codeField(page).inputValue()).toBe('HK9WRM4X');
    await page.keyboard.press('Backspace');
    expect(await codeField(page).inputValue()).toBe('HK9RM4X');
  });
});

describe('the address in the QR code', () => {
  it('brings the code in view, and leaves the address', async () => {
    const { userCode, page, complaints } = await openDesk(
      (code, key) => `#key=${key}&pair=${code}`,
    );
    await expect.poll(() => codeField(page).inputValue(), SOON).toBe(bare(userCode));
    await expect.poll(() => isFocused(page, 'Name'), SOON).toBe(true);
    expect(page.url()).not.toContain('#');

    // The key is known now; another code comes in the same window.
    await page.goto(`${server.url}/pair/HK7P-RM4X`);
    await expect.poll(() => codeField(page).inputValue(), SOON).toBe('HK7PRM4X');
    await page.getByRole('heading', { name: 'Screens', level: 1 }).waitFor();
    await expect
      .poll(() => codeField(page).evaluate((field) => field.getBoundingClientRect().top), SOON)
      .toBeLessThan(300);
    await page.evaluate(() => (window.location.hash = '#pair=WWWW-7777'));
    await expect.poll(() => codeField(page).inputValue(), SOON).toBe('WWWW7777');
    await expect.poll(() => page.url(), SOON).not.toContain('#');
    expect(complaints).toEqual([]);
  });

  it('keeps the code until somebody has given the key', async () => {
    const { floor, userCode, page, complaints } = await openDesk((code) => `#pair=${code}`);
    await page.getByText(userCode).waitFor();
    await page.getByText('I have a desk link or a key').click();
    await page.getByLabel('Desk link or key').fill(floor.founded.ownerKey);
    await page.keyboard.press('Enter');
    await expect.poll(() => codeField(page).inputValue(), SOON).toBe(bare(userCode));
    await expect.poll(() => page.url(), SOON).not.toContain('#');
    expect(complaints).toEqual([]);
  });

  it('without a code waits for one to be typed', async () => {
    const { page } = await openDesk((_, key) => `#key=${key}&pair`);
    await expect.poll(() => isFocused(page, CODE), SOON).toBe(true);
  });
});

describe('a wall', () => {
  it('is added by its code first', async () => {
    const { page } = await openScreens();
    await press(page, 'Add a wall');
    await press(page, 'Type its code');
    await expect.poll(() => isFocused(page, CODE), SOON).toBe(true);
  });

  it('is shut out when somebody says so twice', async () => {
    const { floor, page, complaints } = await openScreens();
    const { screenKey } = floor.founded;
    const session = async () => (await floor.send('/api/v1/session', { key: screenKey })).status;
    await press(page, 'Shut this screen out');
    await page.getByText('Every address and pairing of it ends at once.').waitFor();
    await press(page, 'Leave it as it is');
    expect(await focusedText(page)).toContain('Shut this screen out');
    expect(await session()).toBe(200);

    await press(page, 'Shut this screen out');
    await press(page, 'Shut it out');
    await page.getByText('is shut out').waitFor();
    expect(await session()).toBe(401);
    expect(complaints).toEqual([]);
  });
});
