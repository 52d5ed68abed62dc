import type { PersonScorecard, Scorecard, ScorecardsReply } from '@bellwether/contracts';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from '../support/live-stage-browser.js';
import { CALLS, REVENUE, ScorecardFloor } from '../support/scorecard-floor.js';
import type { TestServer } from '../support/test-server.js';
import { startTestServer } from '../support/test-server.js';
import { testUrls } from '../support/urls.js';
import { openPage } from './desk-page.js';

const SOON = { timeout: 30_000, interval: 30 };

let browser: Browser;
let server: TestServer;
beforeAll(async () => {
  [browser, server] = await Promise.all([openBrowser(), testUrls().then(startTestServer)]);
});
afterAll(() => Promise.all([browser.close(), server.close()]));

async function openDesk(floor: ScorecardFloor) {
  const opened = await openPage(browser, floor.desk);
  const { page } = opened;
  return {
    ...opened,
    section: page.getByRole('main'),
    builder: page.getByRole('dialog'),
  };
}

/** Adds a line by the keyboard alone: its metric is found by typing. */
async function addLine(page: Page, deed: string, metric: string, target: string): Promise<void> {
  await page.getByRole('button', { name: deed }).press('Enter');
  await page.keyboard.type(metric);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await page.keyboard.type(target);
}

const scores = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('main [data-person]')].map((row) =>
      [
        row.querySelector('.name')?.textContent,
        ...[...row.querySelectorAll('.score')].map(
          (score) => score.querySelector('b, .none')?.textContent,
        ),
      ].join(' '),
    ),
  );

describe('the scorecards of a desk', () => {
  it('are taught where there are none, and made with the keyboard', async () => {
    const floor = await ScorecardFloor.open(server, 'ada', 'bea');
    await floor.arrive('ada', 5, '20000.00');
    const { page, section, builder, complaints } = await openDesk(floor);
    await section.getByText('Nobody has a scorecard yet').waitFor();
    await section.getByRole('button', { name: 'Make the first scorecard' }).press('Enter');
    await page.keyboard.type('Field sales');
    await builder.getByRole('button', { name: 'North' }).press('Enter');
    await addLine(page, 'Add an activity', 'Calls', '10');
    await addLine(page, 'Add an activity', 'Emails', '4');
    await addLine(page, 'Add an outcome', 'Closed-won revenue', '100,000');

    // Both activities weigh the same; a weight that somebody writes is told to be too much.
    const weights = page.locator('[data-part="weights-activity"]');
    await expect.poll(() => weights.textContent(), SOON).toBe('The weights make 100 %');
    await page.locator('[data-draft-line="calls"]').getByLabel('Weight, %').fill('70');
    await expect
      .poll(() => weights.textContent(), SOON)
      .toBe('What people do weighs 120 %: 20 % are too much');
    await builder.getByRole('button', { name: 'Make it', exact: true }).click();
    await expect
      .poll(() => page.locator('[data-part="verdict"]').textContent(), SOON)
      .toBe('What people do weighs 120 %: 20 % are too much');
    await builder.getByRole('button', { name: 'Even them out' }).click();
    await builder.getByRole('button', { name: 'Make it', exact: true }).click();
    await expect.poll(() => builder.count(), SOON).toBe(0);

    await expect.poll(() => scores(page), SOON).toEqual(['ada 25 20', 'bea 0 0']);
    const { body } = await floor.api.own<ScorecardsReply>('/api/v1/scorecards');
    expect(body.scorecards).toHaveLength(1);
    expect(body.scorecards[0]).toMatchObject({
      name: 'Field sales',
      people: 2,
      for: { teams: [floor.team], people: [], jobTitles: [] },
      lines: [
        { metric: 'calls', period: 'day', target: 10_000, weight: 50 },
        { metric: 'emails', period: 'day', target: 4_000, weight: 50 },
        { metric: 'revenue_won', period: 'month', target: 10_000_000, weight: 100 },
      ],
    });
    expect(complaints).toEqual([]);
  });

  it('say what is missing before they are kept, and why fewer lines are better', async () => {
    const floor = await ScorecardFloor.open(server, 'ada');
    const { page, section, builder } = await openDesk(floor);
    await section.getByRole('button', { name: 'Make the first scorecard' }).click();
    const keep = builder.getByRole('button', { name: 'Make it', exact: true });
    const verdict = () => page.locator('[data-part="verdict"]').textContent();
    await keep.click();
    await expect.poll(verdict, SOON).toBe('It has no name yet');
    await builder.getByLabel('Name', { exact: true }).fill('SDR');
    await expect.poll(verdict, SOON).toBe('It has no line yet. Add what people do');
    await addLine(page, 'Add an activity', 'Calls', 'many');
    await expect.poll(verdict, SOON).toBe('Calls needs a target above 0');
    await page.locator('[data-draft-line="calls"]').getByLabel('Target').fill('45');
    for (let line = 0; line < 4; line += 1) {
      await builder.getByRole('button', { name: 'Add an activity' }).click();
    }
    await expect
      .poll(() => page.locator('[data-part="note"]').textContent(), SOON)
      .toContain('5 activities are a lot for one day');
  });

  it('propose the target that one day in five reached', async () => {
    const floor = await ScorecardFloor.open(server, 'ada');
    // Four weeks, of which the whole ones count: nine calls on each third day, three on the others.
    for (let ago = 1; ago <= 28; ago += 1) {
      const count = ago % 3 === 0 ? 9 : 3;
      const endedAt = new Date(Date.now() - ago * 86_400_000).toISOString();
      const calls = Array.from({ length: count }, (_, index) => ({
        type: 'call',
        externalId: `past-${ago}-${index}`,
        owner: 'ada@example.com',
        endedAt,
      }));
      await floor.api.events(calls);
    }
    await floor.api.scored();
    const { page, section, builder } = await openDesk(floor);
    await section.getByRole('button', { name: 'Make the first scorecard' }).click();
    await builder.getByRole('button', { name: 'North' }).click();
    await addLine(page, 'Add an activity', 'Calls', '');
    const chip = page.locator('[data-part="proposal"]');
    await expect.poll(() => chip.textContent(), SOON).toBe('1 in 5 of their days reached 9Take 9');
    await chip.click();
    const target = page.locator('[data-draft-line="calls"]').getByLabel('Target');
    expect(await target.inputValue()).toBe('9');
  });

  it('give somebody a target of their own, and take it away again', async () => {
    const floor = await ScorecardFloor.open(server, 'ada', 'bea');
    await floor.give([{ ...CALLS, weight: 100 }, REVENUE]);
    await floor.arrive('ada', 5);
    const { page, section, builder } = await openDesk(floor);
    await expect.poll(() => scores(page), SOON).toEqual(['ada 50 0', 'bea 0 0']);
    const own = builder.locator('[data-own-target="calls"] input');
    await section.getByRole('button', { name: 'ada', exact: true }).click();
    await own.fill('5');
    await builder.getByRole('button', { name: 'Keep it so' }).click();
    await expect.poll(() => scores(page), SOON).toEqual(['ada 100 0', 'bea 0 0']);
    const read = async () =>
      (
        await floor.api.own<PersonScorecard>(`/api/v1/people/${floor.idOf('ada')}/scorecard`)
      ).body.lines.map(({ metric, fullTarget, hasOwnTarget }) => [
        metric,
        fullTarget,
        hasOwnTarget,
      ]);
    expect((await read())[0]).toEqual(['calls', 5_000, true]);
    await section.getByRole('button', { name: 'ada', exact: true }).click();
    await own.fill('');
    await builder.getByRole('button', { name: 'Keep it so' }).click();
    await expect.poll(() => scores(page), SOON).toEqual(['ada 50 0', 'bea 0 0']);
    expect((await read())[0]).toEqual(['calls', 10_000, false]);
  });

  it('are changed and taken away', async () => {
    const floor = await ScorecardFloor.open(server, 'ada');
    const made: Scorecard = await floor.give();
    const { page, section, builder, complaints } = await openDesk(floor);
    await section.getByRole('button', { name: 'Change Field sales' }).click();
    await builder.getByLabel('Name', { exact: true }).fill('Field');
    await page.locator('[data-draft-line="emails"]').getByRole('button').first().click();
    await builder.getByRole('button', { name: 'Make it 100 %' }).click();
    await builder.getByRole('button', { name: 'Keep the changes' }).click();
    await section.getByRole('heading', { name: 'Field', exact: true }).waitFor();
    const { body } = await floor.api.own<ScorecardsReply>('/api/v1/scorecards');
    expect(body.scorecards[0]?.id).toBe(made.id);
    expect(body.scorecards[0]?.lines.map(({ metric, weight }) => [metric, weight])).toEqual([
      ['calls', 100],
      ['revenue_won', 100],
    ]);
    await section.getByRole('button', { name: 'Change Field' }).click();
    await builder.getByRole('button', { name: 'Take it away' }).click();
    await builder.getByRole('button', { name: 'Take it away' }).click();
    await section.getByText('Nobody has a scorecard yet').waitFor();
    await expect
      .poll(() => page.evaluate(() => document.activeElement !== document.body), SOON)
      .toBe(true);
    expect(complaints).toEqual([]);
  });
});
