import type { SourceMade } from '@bellwether/contracts';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ApiClient } from '../support/api-client.js';
import { openBrowser } from '../support/live-stage-browser.js';
import type { TestServer } from '../support/test-server.js';
import { startTestServer } from '../support/test-server.js';
import { testUrls } from '../support/urls.js';
import { openFloorBeside, openPage, standingOf } from './desk-page.js';

const SOON = { timeout: 30_000, interval: 30 };

let browser: Browser;
let server: TestServer;
beforeAll(async () => {
  [browser, server] = await Promise.all([openBrowser(), testUrls().then(startTestServer)]);
});
afterAll(() => Promise.all([browser.close(), server.close()]));

const FEE = '3d0fa3429dfa2d3dec265b4fc5dc8258ab66cdf3';
const deal = {
  data: {
    title: 'Orsini Logistica',
    value: 12_500,
    currency: 'EUR',
    owner_id: 501,
    status: 'won',
    add_time: '2026-01-12T09:00:00Z',
    won_time: new Date().toISOString(),
    custom_fields: { [FEE]: 480_050, '9c1b': { type: 'user', id: 502 } },
  },
  previous: { status: 'open' },
  meta: {
    id: 'event-1',
    action: 'change',
    entity: 'deal',
    entity_id: '8',
    timestamp: new Date().toISOString(),
    version: '2.0',
  },
};

/** A desk with a Pipedrive that has told of one won deal. */
async function openDesk() {
  const floor = await ApiClient.found(server, { timeZone: 'UTC' });
  const people = await floor.hire('Iberia', 'ada', 'bea');
  const secret = 'user:password-of-the-hook';
  const { body } = await floor.own<SourceMade>('/api/v1/sources', {
    json: { kind: 'pipedrive', name: 'Pipedrive', secret },
  });
  for (const [name, id] of Object.entries({ ada: '501', bea: '502' })) {
    await floor.own(`/api/v1/people/${people.get(name)}/identities`, {
      json: { source: body.id, id },
    });
  }
  const authorization = `Basic ${Buffer.from(secret).toString('base64')}`;
  await floor.send(new URL(body.url).pathname, { json: deal, headers: { authorization } });
  await floor.scored();
  const address = `${server.url}/desk/sources#key=${floor.founded.ownerKey}`;
  return { floor, ...(await openPage(browser, address)) };
}

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

describe('the mapping of fields at the desk', () => {
  it('takes a field from a value that is pointed at, shows what changes, and replays', async () => {
    const { page, complaints } = await openDesk();
    const board = await openFloorBeside(page);
    await page.locator('[data-source="pipedrive"]').click();
    await page.locator('[data-delivery="counted"]').waitFor();
    await expect.poll(() => standingOf(board), SOON).toEqual(['ada €12,500']);
    await press(page, 'Map a field');

    // Pointed at a value: a rule begins with it.
    await page.locator(`[data-path="data.custom_fields.${FEE}"]`).click();
    await page.getByLabel('Which field').selectOption('amount');
    const amount = page.locator('[data-field="amount"]');
    await expect.poll(() => amount.getAttribute('data-differs'), SOON).toBe('true');
    expect(await amount.textContent()).toMatch(/480050.*was 12500/);
    await page.getByLabel('Read as').selectOption('money-minor');
    await expect.poll(() => amount.textContent(), SOON).toMatch(/4800\.50.*was 12500/);
    const sum = page.locator('[data-part="sum"]');
    expect(await sum.textContent()).toMatch('1 field differs from now');

    // A second rule by the keyboard, pointed at what cannot be read so.
    await press(page, 'Another rule');
    const second = page.getByRole('group', { name: 'Rule 2' });
    await second.getByLabel('Which field').selectOption('closedOn');
    await second.getByLabel('Where it stands').fill('data.title');
    await page.getByText(/"Orsini Logistica" at data\.title is no day/).waitFor();
    await expect.poll(() => sum.textContent(), SOON).toMatch('It would wait in your inbox');
    await second.getByLabel('Which field').selectOption('owner');
    await second.getByLabel('Where it stands').focus();
    await page.locator('[data-path="data.title"]').focus();
    await page.keyboard.press('End');
    await page.keyboard.press('Home');
    await page.locator('[data-path="data.custom_fields.9c1b.id"]').focus();
    await page.keyboard.press('Enter');
    const owner = page.locator('[data-field="owner"]');
    await expect.poll(() => owner.textContent(), SOON).toMatch(/bea/);
    expect(await sum.textContent()).toMatch('2 fields differ from now');

    await press(page, 'Save the rules');
    await page.getByText('Saved.').waitFor();
    await expect.poll(() => sum.textContent(), SOON).toMatch('The same as now');
    expect(await standingOf(board)).toEqual(['ada €12,500']);
    await press(page, 'Replay what arrived');
    await page.getByRole('dialog').getByRole('button', { name: 'Replay' }).click();
    await expect.poll(() => standingOf(board), SOON).toEqual(['bea €4,801']);

    await press(page, 'Pipedrive');
    const card = page.locator('[data-part="mapping"]');
    await expect.poll(() => card.textContent(), SOON).toMatch(`data.custom_fields.${FEE}`);
    await page.locator('[data-delivery="counted"]').getByRole('button').click();
    const drawer = page.getByRole('dialog', { name: 'One delivery' });
    await expect.poll(() => drawer.textContent(), SOON).toMatch(/4800\.50.*by your rule/);
    expect(await drawer.locator('[data-part="outdated"]').count()).toBe(0);
    expect(complaints).toEqual([]);
  });

  it('helps where nothing has arrived: a pasted delivery, and what is no JSON', async () => {
    const { page, complaints } = await openDesk();
    await page.locator('[data-source="canonical"]').click();
    await press(page, 'Map a field');
    await page.getByText('Nothing that can be looked into has arrived yet').waitFor();
    const paste = page.getByLabel('What is sent, as JSON');
    await paste.fill('{"type":');
    await page.getByText('It is no JSON').waitFor();
    const record = { type: 'deal', externalId: 'D-1', changedAt: '2026-01-05T09:00:00Z' };
    await paste.fill(JSON.stringify({ ...record, custom: { region: 'North' } }));
    await page.locator('[data-path="custom.region"]').click();
    await page.getByLabel('Which field').selectOption({ label: 'Product' });
    await expect
      .poll(() => page.locator('[data-field="product"]').textContent(), SOON)
      .toMatch(/North/);
    await press(page, 'Another rule');
    await press(page, 'Save the rules');
    await page.locator('[data-part="trouble"]').getByText('Choose a field').waitFor();
    await press(page, 'Discard');
    await page.getByText('No rule yet.').waitFor();
    expect(complaints).toEqual([]);
  });

  it('understands the JSON of any tool, once rules say what it is about', async () => {
    const { floor, page, complaints } = await openDesk();
    await press(page, 'Add a source');
    await page.getByRole('radio', { name: 'Any JSON' }).check();
    await page.getByLabel('Name', { exact: true }).fill('The shop');
    await page.getByRole('dialog').getByRole('button', { name: 'Add the source' }).click();
    const code = page.getByRole('dialog').locator('code');
    await expect.poll(() => code.count(), SOON).toBe(2);
    const { pathname } = new URL((await code.first().textContent()) ?? '');
    const header = (await code.nth(1).textContent()) ?? '';
    const authorization = header.replace('Authorization: ', '');
    const order = { number: 7, cents: 100, seller: 'bea@example.com', at: '2026-11-18T09:00:00Z' };
    await floor.send(pathname, { json: order, headers: { authorization } });
    await floor.scored();
    await press(page, 'I have kept it');
    await page.locator('[data-delivery="parked"]').waitFor();
    await press(page, 'Map a field');
    for (const [place, field, path] of [
      [1, '$id', 'number'],
      [2, '$at', 'at'],
      [3, 'owner', 'seller'],
    ] as const) {
      await press(page, 'Another rule');
      const rule = page.getByRole('group', { name: `Rule ${place}` });
      await rule.getByLabel('Of what').selectOption('deal');
      await rule.getByLabel('Which field').selectOption(field);
      await page.locator(`[data-path="${path}"]`).click();
    }
    await expect
      .poll(() => page.locator('[data-field="owner"]').textContent(), SOON)
      .toMatch(/bea@example\.com/);
    expect(complaints).toEqual([]);
  });
});
