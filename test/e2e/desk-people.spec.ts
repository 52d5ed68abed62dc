import type { PeopleReply, ProfileReply } from '@bellwether/contracts';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AccountClient } from '../support/account-client.js';
import { ApiClient } from '../support/api-client.js';
import { openBrowser } from '../support/live-stage-browser.js';
import { smallPng } from '../support/photos.js';
import type { TestServer } from '../support/test-server.js';
import { startTestServer } from '../support/test-server.js';
import { testUrls } from '../support/urls.js';
import { openPage } from './desk-page.js';

const SOON = { timeout: 30_000, interval: 30 };

let browser: Browser;
let server: TestServer;
beforeAll(async () => {
  [browser, server] = await Promise.all([
    openBrowser(),
    testUrls().then((urls) => startTestServer({ ...urls, publicUrl: 'http://127.0.0.1' })),
  ]);
});
afterAll(() => Promise.all([browser.close(), server.close()]));

const today = new Date().toISOString().slice(0, 10);
const won = (externalId: string, owner: string, amount: string) => ({
  type: 'deal',
  externalId,
  changedAt: new Date().toISOString(),
  closedOn: today,
  owner: `${owner}@example.com`,
  status: 'won',
  amount,
});

describe('somebody in the directory', () => {
  it('is corrected, given a photo, let go and forgotten, and the wall follows', async () => {
    const floor = await ApiClient.found(server, { timeZone: 'UTC' });
    const people = await floor.hire('Iberia', 'grace', 'amara', 'tomas');
    await floor.events(won('D-1', 'grace', '300.00'));
    await floor.events(won('D-2', 'amara', '200.00'));
    await floor.events(won('D-3', 'tomas', '100.00'));
    await floor.scored();
    const wall = await openPage(browser, `${server.url}/tv/#key=${floor.founded.screenKey}`);
    const wallText = () => wall.page.locator('[data-hill="0"]').textContent();
    await expect.poll(wallText, SOON).toContain('grace');
    const { page, complaints } = await openPage(
      browser,
      `${server.url}/desk/people#key=${floor.founded.ownerKey}`,
    );

    await page.getByRole('button', { name: 'grace', exact: true }).click();
    const drawer = page.getByRole('dialog', { name: /^About/ });
    await drawer.getByLabel('Name', { exact: true }).fill('Grace Hopper');
    await drawer.getByLabel('Nickname').fill('Amazing Grace');
    await drawer.getByLabel('How the name is said').fill('GRAYSS HOP-er');
    await drawer.getByLabel('Role').fill('Account executive');
    await drawer.getByLabel('Manager').fill('amara');
    await page.keyboard.press('Enter');
    await drawer.getByLabel('Hired').fill('2024-02-01');
    await drawer.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Grace Hopper is up to date').waitFor();
    await expect.poll(wallText, SOON).toContain('Grace Hopper');

    await drawer.getByText('As everybody here: Monday to Friday').waitFor();
    await drawer.getByRole('checkbox', { name: 'Friday' }).uncheck();
    await drawer.getByText('Days of their own').waitFor();
    await drawer.getByRole('button', { name: 'Add days off' }).click();
    await drawer.getByLabel('First day').fill('2031-07-01');
    await drawer.getByLabel('Last day').fill('2031-07-14');
    await drawer.getByRole('button', { name: 'Keep these days' }).click();
    await drawer.getByText('1 to 14 July 2031', { exact: true }).waitFor();
    await drawer.getByRole('button', { name: 'Add days off' }).click();
    await drawer.getByLabel('First day').fill('2031-07-14');
    await drawer.getByLabel('Last day').fill('2031-07-20');
    await drawer.getByRole('button', { name: 'Keep these days' }).click();
    await drawer.getByText('They are away on one of these days already').waitFor();

    const photo = { name: 'grace.png', mimeType: 'image/png', buffer: smallPng(600, 150) };
    await drawer.locator('input[type=file]').setInputFiles(photo);
    await page.getByText('Grace Hopper has a photo').waitFor();
    const read = async () =>
      (await floor.own<ProfileReply>(`/api/v1/people/${people.get('grace')}`)).body;
    const { photoUrl } = await read();
    await expect
      .poll(() => wall.page.locator('[data-hill="0"] img').getAttribute('src'), SOON)
      .toBe(photoUrl);
    const shown = await fetch(server.url + photoUrl);
    // Drawn anew by the browser, and painted by the wall under its content policy.
    expect(shown.headers.get('content-type')).toBe('image/jpeg');
    const painted = () =>
      wall.page
        .locator('[data-hill="0"] img')
        .evaluate((image) => (image as HTMLImageElement).naturalWidth);
    await expect.poll(painted, SOON).toBe(512);

    await drawer.locator('input[type=file]').setInputFiles({
      name: 'x.png',
      mimeType: 'image/png',
      buffer: Buffer.from('no picture'),
    });
    await drawer.getByText('This is no picture that can be read').waitFor();

    await drawer.getByRole('button', { name: 'They have left' }).click();
    const asked = page.getByRole('dialog', { name: 'Grace Hopper has left?' });
    await asked.getByRole('button', { name: 'They have left' }).click();
    await drawer.getByText(`Left on ${today}`).waitFor();
    expect(await read()).toMatchObject({ active: false, leftOn: today });
    await expect.poll(wallText, SOON).toContain('Grace Hopper');

    await drawer.getByRole('button', { name: 'Erase on request' }).click();
    const erase = page.getByRole('dialog', { name: 'Erase Grace Hopper?' });
    await erase.getByLabel('Their name once more').fill('Grace');
    await erase.getByRole('button', { name: 'Erase them' }).click();
    await erase.getByText('so that it is nobody else').waitFor();
    await erase.getByLabel('Their name once more').fill('Grace Hopper');
    await erase.getByRole('button', { name: 'Erase them' }).click();
    await drawer.getByText('Erased on request').waitFor();
    await expect.poll(wallText, SOON).toContain('Former colleague 1');
    expect(await wallText()).toContain('€300');
    await page.keyboard.press('Escape');
    await page.getByRole('radio', { name: 'Left (1)' }).check();
    await page.getByRole('button', { name: 'Former colleague 1', exact: true }).waitFor();
    expect([...complaints, ...wall.complaints]).toEqual([]);
  });

  it('is looked after by the manager of their team, who is shown nobody else', async () => {
    const floor = await ApiClient.found(server);
    await floor.hire('Iberia', 'grace', 'tomas');
    await floor.hire('Nordics', 'leena');
    const { body } = await floor.own<PeopleReply>('/api/v1/people');
    const iberia = body.teams.find(({ name }) => name === 'Iberia')?.id ?? 0;
    const manager = await AccountClient.join(floor, { role: 'manager', teams: [iberia] });
    const { page, complaints } = await openPage(browser, `${server.url}/desk/people`);
    await page.context().addCookies(manager.forBrowser());
    const refused: string[] = [];
    page.on('response', (reply) => {
      if (reply.status() === 403) refused.push(reply.url());
    });
    await page.reload();
    await page.getByRole('heading', { name: 'Your people' }).waitFor();
    const section = page.getByRole('main');
    await section.getByRole('button', { name: 'grace', exact: true }).waitFor();
    expect(await section.getByText('leena').count()).toBe(0);
    expect(await section.getByRole('button', { name: 'Import' }).count()).toBe(0);
    expect(await section.getByRole('button', { name: 'Add a team' }).count()).toBe(0);
    expect(await section.getByRole('button', { name: /^Move/ }).count()).toBe(0);

    await section.getByRole('button', { name: 'Add a person' }).click();
    const modal = page.getByRole('dialog', { name: 'Add a person' });
    await modal.getByLabel('Name').fill('Amara');
    expect(await modal.getByLabel('Team').locator('option').allTextContents()).toEqual(['Iberia']);
    await modal.getByRole('button', { name: 'Add the person' }).click();
    await section.getByRole('button', { name: 'Amara', exact: true }).click();

    const drawer = page.getByRole('dialog', { name: /^About/ });
    await drawer.getByLabel('Nickname').fill('Ama');
    await drawer.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Amara is up to date').waitFor();
    expect(await drawer.getByLabel('Manager').count()).toBe(0);
    expect(await drawer.getByRole('button', { name: 'Erase on request' }).count()).toBe(0);
    await drawer.getByRole('button', { name: 'They have left' }).click();
    await page.getByRole('dialog', { name: 'Amara has left?' }).waitFor();
    expect(refused).toEqual([]);
    expect(complaints).toEqual([]);
  });

  it('is imported from a file, after one has seen what would happen', async () => {
    const floor = await ApiClient.found(server);
    const { page, complaints } = await openPage(
      browser,
      `${server.url}/desk/people#key=${floor.founded.ownerKey}`,
    );
    await page.getByRole('button', { name: 'Import', exact: true }).click();
    const modal = page.getByRole('dialog', { name: 'Import people' });
    const text = 'name,email,team\nGrace Hopper,grace@example.com,North\nNobody,,North\n';
    const file = { name: 'people.csv', mimeType: 'text/csv', buffer: Buffer.from(text) };
    await modal.getByLabel('A CSV file').setInputFiles(file);
    await modal.getByText('1 new, 0 changed, 0 as before').waitFor();
    await modal.getByText('neither an e-mail address nor an id tells who it is').waitFor();
    await modal.getByRole('button', { name: 'Import 1' }).click();
    await page.getByRole('button', { name: 'Grace Hopper', exact: true }).waitFor();
    expect(complaints).toEqual([]);
  });
});
