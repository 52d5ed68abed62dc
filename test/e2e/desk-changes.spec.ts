import { readFile } from 'node:fs/promises';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ApiClient } from '../support/api-client.js';
import { openBrowser } from '../support/live-stage-browser.js';
import type { TestServer } from '../support/test-server.js';
import { startTestServer } from '../support/test-server.js';
import { testUrls } from '../support/urls.js';
import { goTo, openPage } from './desk-page.js';

let browser: Browser;
let server: TestServer;
beforeAll(async () => {
  [browser, server] = await Promise.all([openBrowser(), testUrls().then(startTestServer)]);
});
afterAll(() => Promise.all([browser.close(), server.close()]));

describe('the changes at the desk', () => {
  it('tell who did what, and what was there before', async () => {
    const floor = await ApiClient.found(server);
    const people = await floor.hire('North', 'Grace', 'Amara');
    await floor.own('/api/v1/teams', { json: { name: 'South' } });
    const { page, complaints } = await openPage(
      browser,
      `${server.url}/desk/changes#key=${floor.founded.ownerKey}`,
    );
    const changes = page.getByRole('main');
    await changes.getByText('Owner added the team South').waitFor();

    // What is done at this desk stands there.
    await goTo(page, 'people');
    await page.getByRole('button', { name: 'Move Grace to another team', exact: true }).click();
    await page.getByLabel('To', { exact: true }).selectOption({ label: 'South' });
    await page.getByRole('button', { name: 'Move', exact: true }).click();
    await page.locator('[data-team="South"]').getByText('Grace', { exact: true }).waitFor();
    await goTo(page, 'changes');
    const moved = changes.getByRole('button', {
      name: /Owner moved Grace from North to South/,
    });
    await moved.click();
    await changes.locator('del').getByText('North').waitFor();

    await changes.getByRole('button', { name: 'Filter' }).click();
    await changes.getByLabel('What was done').selectOption({ label: 'Team added' });
    await expect.poll(() => changes.locator('[data-deed]').count()).toBe(2);
    await changes.getByLabel('What was done').selectOption({ label: 'Wall shut out' });
    await changes.getByText('Nothing like that was changed.').waitFor();
    await changes.getByLabel('What was done').selectOption({ label: 'Anything' });

    const [download] = await Promise.all([
      page.waitForEvent('download'),
      changes.getByRole('button', { name: 'Export' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('changes.csv');
    const text = await readFile(await download.path(), 'utf8');
    expect(text).toContain(`"person-moved","person","${people.get('Grace')}"`);
    expect(complaints).toEqual([]);
  });
});
