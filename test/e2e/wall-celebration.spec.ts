import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openBrowser, openWall, until, type WallPage } from '../support/live-stage-browser.js';
import {
  boardOf,
  crowd,
  dealWon,
  PEOPLE,
  pictureBoard,
  pictureStrip,
  withScore,
} from '../support/live-stage-world.js';
import { LiveStage } from '../support/live-stage.js';

const [AMARA, TOMAS, HYE_JIN] = PEOPLE as unknown as [
  (typeof PEOPLE)[0],
  (typeof PEOPLE)[0],
  (typeof PEOPLE)[0],
];
const SOON = { timeout: 10_000 };

let browser: Browser;
let stage: LiveStage;
let wall: WallPage;
let page: Page;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

describe('a celebration', () => {
  beforeEach(async () => {
    stage = await LiveStage.open();
    stage.setBoard(pictureBoard());
    stage.setBoard(pictureStrip());
    wall = await openWall(browser, stage, { clock: true });
    page = wall.page;
    await page.waitForSelector('.slat');
    await page.evaluate(`{
      window.mostTakeovers = 0;
      window.winners = [];
      window.hasShrunk = false;
      new MutationObserver(() => {
        const now = document.querySelectorAll('.takeover').length;
        window.mostTakeovers = Math.max(window.mostTakeovers, now);
        const winner = document.querySelector('.winner-name');
        const name = winner && winner.textContent;
        if (name && !window.winners.includes(name)) window.winners.push(name);
        if (document.querySelector('.takeover[data-shrinking="true"]')) window.hasShrunk = true;
      }).observe(document.body, { attributes: true, childList: true, subtree: true });
    }`);
  });
  afterEach(async () => {
    await wall.close();
    await stage.close();
    expect(stage.clientErrors).toEqual([]);
    expect(wall.complaints).toEqual([]);
  });

  it('turns the wall brass, names winner, amount, deal and effect, and ends by itself', async () => {
    stage.celebrate(dealWon(TOMAS));
    await page.waitForSelector('.takeover[data-scene="deal"]');
    expect(await page.textContent('.winner-name')).toBe('Tomás Figueiredo');
    await expect.poll(() => page.textContent('[data-part="amount"]'), SOON).toBe('€48,600');
    expect(await page.textContent('.deal-line')).toBe('Orsini Logistica, 3-year service contract');
    const strip = await page.textContent('.facts');
    for (const fact of ['3rd to 2nd', '€12,350', 'Iberia, 2nd of 6 teams', '€588,150']) {
      expect(strip).toContain(fact);
    }
    await page.clock.runFor(5_000);
    await page.waitForSelector('.takeover', { state: 'detached' });
    expect(await page.evaluate('window.hasShrunk')).toBe(true);
  });

  it('holds the boards still until it is over, and then plays the change', async () => {
    stage.celebrate(dealWon(HYE_JIN));
    await page.waitForSelector('.takeover');
    stage.change(withScore(HYE_JIN.id, 213_680));
    await page.clock.runFor(5_000);
    expect(await leader()).toBe(String(AMARA.id));
    await page.clock.runFor(6_000);
    await expect.poll(leader, SOON).toBe(String(HYE_JIN.id));
    await page.clock.runFor(2_000);
    await page.waitForSelector(`.who[data-id="${HYE_JIN.id}"][data-bell="true"]`, {
      state: 'attached',
    });
    // What stood behind a celebration says nothing about how fast a row comes to the glass.
    expect(stage.painted).toEqual([]);
  });

  it('shrinks into the winner’s own row, also from another page', async () => {
    const many = [...PEOPLE, ...crowd(20)];
    stage.setBoard(boardOf(many.map((who, index) => ({ who, score: 9_000_000 - index * 1000 }))));
    await until(page, 'document.querySelectorAll(".slat").length === 9');
    const winner = many[16]!;
    // It shrinks for half a second, too short to be asked about from outside.
    await page.evaluate(`new MutationObserver(() => {
      const shrinking = document.querySelector('.takeover[data-shrinking="true"]');
      const row = document.querySelector('.slat[data-id="${winner.id}"]');
      if (!shrinking || !row) return;
      const { x, y, width, height } = row.getBoundingClientRect();
      const to = ['--dx', '--dy'].map((name) => Number(shrinking.style.getPropertyValue(name)));
      window.shrunk = { to, row: [x + width / 2, y + height / 2] };
    }).observe(document.body, { attributes: true, childList: true, subtree: true })`);
    stage.celebrate(dealWon(winner));
    await page.waitForSelector('.takeover');
    await page.clock.runFor(6_000);
    await until(page, 'window.shrunk !== undefined');
    const { to, row } = await page.evaluate<{ to: [number, number]; row: [number, number] }>(
      'window.shrunk',
    );
    expect(Math.abs(1406 + to[0] - row[0])).toBeLessThan(2);
    expect(Math.abs(470 + to[1] - row[1])).toBeLessThan(20);
  });

  it('never overlaps with the next one', async () => {
    stage.celebrate(dealWon(TOMAS));
    await page.waitForSelector('.takeover >> text=Tomás Figueiredo');
    stage.celebrate(dealWon(HYE_JIN));
    await page.clock.runFor(5_000);
    await page.clock.runFor(6_000);
    await page.waitForSelector('.takeover >> text=Park Hye-jin');
    await page.clock.runFor(11_000);
    await page.waitForSelector('.takeover', { state: 'detached' });
    expect(await page.evaluate('window.mostTakeovers')).toBe(1);
    expect(await page.evaluate('window.winners')).toEqual(['Tomás Figueiredo', 'Park Hye-jin']);
  });

  it('rolls the names of a few deals and adds them up', async () => {
    stage.celebrate(dealWon(TOMAS), dealWon(AMARA, { amount: 1_000_000 }));
    await page.waitForSelector('.takeover[data-deals="2"]');
    expect(await page.textContent('.winner-name')).toBe('Tomás Figueiredo');
    await page.clock.runFor(3_000);
    await page.waitForSelector('.takeover >> text=Amara Okonkwo-Lindqvist');
    await page.clock.runFor(2_500);
    await page.waitForSelector('.takeover[data-scene="total"]');
    expect(await page.textContent('[data-part="deals"]')).toBe('2 deals');
    await expect
      .poll(() => page.locator('[data-part="amount"]').last().textContent(), SOON)
      .toBe('€58,600');
  });

  it('tells twelve deals as one sum with everybody who won', async () => {
    stage.celebrate(...PEOPLE.map((who) => dealWon(who, { amount: 1_000_000 })));
    await page.waitForSelector('.takeover[data-deals="12"][data-scene="total"]');
    expect(await page.textContent('[data-part="deals"]')).toBe('12 deals');
    await expect.poll(() => page.textContent('[data-part="amount"]'), SOON).toBe('€120,000');
    expect(await page.locator('.takeover .person').count()).toBe(12);
  });

  it('is never shown when the deal was taken back before its turn', async () => {
    const gone = dealWon(HYE_JIN);
    stage.celebrate(dealWon(TOMAS));
    await page.waitForSelector('.takeover');
    stage.celebrate(gone);
    stage.takeBack(gone.id);
    await page.clock.runFor(10_500);
    await page.waitForSelector('.takeover', { state: 'detached' });
    await page.clock.runFor(5_000);
    expect(await page.locator('.takeover').count()).toBe(0);
  });

  it('ends when its deal is taken back while it is shown', async () => {
    const gone = dealWon(TOMAS);
    stage.celebrate(gone);
    await page.waitForSelector('.takeover');
    stage.takeBack(gone.id);
    await page.waitForSelector('.takeover', { state: 'detached' });
  });

  it('is shown once, whatever reloads and reconnects come in between', async () => {
    stage.celebrate(dealWon(TOMAS));
    await page.waitForSelector('.takeover');
    await page.reload();
    await page.waitForSelector('.slat');
    await expect.poll(() => stage.watched.filter((topic) => topic === 'feed').length, SOON).toBe(2);
    await page.clock.runFor(3_000);
    expect(await page.locator('.takeover').count()).toBe(0);
    await stage.goDown();
    stage.celebrate(dealWon(AMARA));
    await stage.comeBack();
    await page.waitForSelector('.takeover', { timeout: 30_000 });
    expect(await page.locator('.takeover').getAttribute('data-deals')).toBe('1');
    expect(await page.textContent('.winner-name')).toBe('Amara Okonkwo-Lindqvist');
  });

  it('says what little it knows', async () => {
    const nobody = { ...AMARA, team: null };
    stage.celebrate(dealWon(nobody, { amount: null, account: null, deal: null, standing: null }));
    await page.waitForSelector('.takeover');
    expect(await page.textContent('.winner-name')).toBe('Amara Okonkwo-Lindqvist');
    expect(
      await page.locator('[data-part="amount"], [data-part="deal"], [data-part="team"]').count(),
    ).toBe(0);
    expect(await page.textContent('.facts')).toContain('Won at');
  });
});

function leader(): Promise<string | null> {
  return page.getAttribute('.who[data-hill="0"]', 'data-id');
}
