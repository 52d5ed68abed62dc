import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openBrowser, openWall, until, type WallPage } from '../support/live-stage-browser.js';
import {
  boardOf,
  crowd,
  PEOPLE,
  pictureBoard,
  PICTURE_SCORES,
  pictureStrip,
  withScore,
} from '../support/live-stage-world.js';
import { LiveStage } from '../support/live-stage.js';

const BOARD = 'revenue.month.reps';
const CHAU = 8;
const TOMAS = 2;
const SOON = { timeout: 10_000 };

let browser: Browser;
let stage: LiveStage;
let wall: WallPage;
let page: Page;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

describe('a wall', () => {
  beforeEach(async () => {
    stage = await LiveStage.open();
    stage.setBoard(pictureBoard());
    stage.setBoard(pictureStrip());
    wall = await openWall(browser, stage);
    page = wall.page;
    await page.waitForSelector('.slat');
  });
  afterEach(async () => {
    await wall.close();
    await stage.close();
    expect(stage.clientErrors).toEqual([]);
  });

  it('shows three on hills, nine in rows and the teams below, without a complaint', async () => {
    expect(await namesIn('.podium-name')).toEqual([
      'Amara Okonkwo-Lindqvist',
      'Tomás Figueiredo',
      'Park Hye-jin',
    ]);
    expect(await page.locator('.slat').count()).toBe(9);
    expect(await namesIn('.team-name')).toContain('Iberia');
    expect(await page.locator('[data-bell="true"]').getAttribute('data-id')).toBe('1');
    expect(wall.complaints).toEqual([]);
  });

  it('tells which revisions are on the glass, and when by the server’s clock', async () => {
    stage.skew = 3_600_000;
    await page.reload();
    await page.getByText(/^Live/).waitFor();
    stage.change(withScore(CHAU, 136_000));
    await expect.poll(() => stage.painted, SOON).toHaveLength(1);
    const [told] = stage.painted;
    expect(told).toMatchObject({ topic: `board:${BOARD}`, revision: 2 });
    expect(Math.abs((told?.paintedAt ?? 0) - stage.now())).toBeLessThan(5_000);
  });

  it('moves a row up when its score overtakes, counts the score up, and says what was added', async () => {
    await watchTexts(`.slat[data-id="${CHAU}"] [data-part="score"]`);
    stage.change(withScore(CHAU, 141_600));
    await page.waitForSelector(`.slat[data-id="${CHAU}"][data-slot="2"][data-motion="slide"]`);
    await page.waitForSelector(`.slat[data-id="6"][data-slot="3"][data-motion="slide"]`);
    await page.getByText('+€8,400 just now').waitFor();
    await expect.poll(async () => (await seenTexts()).at(-1), SOON).toBe('€141,600');
    const counted = (await seenTexts()).map((text) => Number(text.replace(/\D/g, '')));
    expect(counted).toEqual([...counted].sort((a, b) => a - b));
    await until(
      page,
      `new DOMMatrix(getComputedStyle(document.querySelector('.slat[data-id="${CHAU}"]')).transform).m42 === 158`,
    );
  });

  it('lets a score that is taken back fall without counting down', async () => {
    await watchTexts(`.slat[data-id="${CHAU}"] [data-part="score"]`);
    stage.change(withScore(CHAU, 128_000));
    await expect
      .poll(() => page.textContent(`.slat[data-id="${CHAU}"] [data-part="score"]`), SOON)
      .toBe('€128,000');
    expect(await page.getByText('just now').count()).toBe(0);
    expect((await seenTexts()).length).toBeLessThanOrEqual(1);
  });

  it('slides three rows at most when many move at once', async () => {
    const shuffled = PEOPLE.map((who, index) => ({
      who,
      score: (index < 3 ? (PICTURE_SCORES[index] as number) : 100_000 + index * 5_000) * 100,
    }));
    stage.change(boardOf(shuffled));
    await page.waitForSelector('.slat[data-motion="cross-fade"]');
    expect(await page.locator('.slat[data-motion="slide"]').count()).toBe(3);
  });

  it('hands the bell over when somebody else leads', async () => {
    stage.change(withScore(TOMAS, 190_000));
    await page.waitForSelector('.flight.crossing');
    expect(await page.locator(`.who[data-id="${TOMAS}"]`).getAttribute('data-hill')).toBe('0');
    await page.waitForSelector(`.who[data-id="${TOMAS}"][data-bell="true"] .swinging`);
    expect(await page.locator('.worn').count()).toBe(1);
  });

  it('asks for a snapshot when it missed a change', async () => {
    const asked = () => stage.watched.filter((topic) => topic === `board:${BOARD}`).length;
    const before = asked();
    stage.changeUnheard(withScore(CHAU, 136_000));
    stage.change(withScore(CHAU, 137_000));
    await expect.poll(() => scoreOf(CHAU), SOON).toBe('€137,000');
    expect(asked()).toBe(before + 1);
  });

  it('recovers by itself when the server comes back with a new life', async () => {
    await stage.goDown();
    await stage.comeBack();
    stage.setBoard({ ...withScore(CHAU, 155_000) });
    await expect.poll(() => scoreOf(CHAU), { timeout: 20_000 }).toBe('€155,000');
    expect(await page.getAttribute('main', 'data-line')).toBe('open');
    stage.change(withScore(CHAU, 156_000));
    await expect.poll(() => scoreOf(CHAU), SOON).toBe('€156,000');
  });

  it('follows when a board is renewed', async () => {
    stage.setBoard(boardOf([{ who: PEOPLE[8]!, score: 500_000 }]));
    await expect.poll(() => namesIn('.podium-name'), SOON).toEqual(['Farid Benmoussa']);
  });

  it('plays what its screen is told to play', async () => {
    stage.setBoard(boardOf([], { boardId: 'empty', title: 'Renewals' }));
    stage.setScreen({ slides: [{ board: 'empty', strip: null, seconds: 60 }] });
    await page.getByRole('heading', { name: 'Renewals' }).waitFor();
    await page.getByText('The hills are empty, the bell hangs free').waitFor();
    stage.setScreen({ slides: [] });
    await page.getByText('Nothing is on the programme.').waitFor();
  });

  it('plays its slides in turn', async () => {
    stage.setBoard(boardOf([{ who: PEOPLE[0]!, score: 1 }], { boardId: 'second', title: 'Calls' }));
    stage.setScreen({
      slides: [
        { board: BOARD, strip: null, seconds: 5 },
        { board: 'second', strip: null, seconds: 5 },
      ],
    });
    await page.getByRole('heading', { name: 'Calls' }).waitFor();
    await page.getByRole('heading', { name: 'Closed-won revenue' }).waitFor();
  });

  it('turns the pages of sixty people and keeps the hills', async () => {
    const sixty = [...PEOPLE, ...crowd(48)].map((who, index) => ({
      who,
      score: 9_000_000 - index,
    }));
    stage.setBoard(boardOf(sixty, { boardId: 'sixty' }));
    stage.setScreen({ slides: [{ board: 'sixty', strip: null, seconds: 12 }] });
    await page.waitForSelector('[data-board="sixty"][data-page="0"]');
    await page.waitForSelector('[data-board="sixty"][data-page="1"]');
    await page.getByText('November, 60 people, places 13 to 21').waitFor();
    await expect.poll(() => page.locator('.slat').count(), SOON).toBe(9);
    expect(await page.locator('.who').count()).toBe(3);
    const size = await page.evaluate<string>(
      `getComputedStyle(document.querySelector('.slat-name')).fontSize`,
    );
    expect(size).toBe('29px');
  });
});

function namesIn(selector: string): Promise<string[]> {
  return page.locator(selector).allTextContents();
}

function scoreOf(id: number): Promise<string | null> {
  return page.textContent(`[data-id="${id}"] [data-part="score"]`);
}

/** Writes down every text that an element shows from now on. */
async function watchTexts(selector: string): Promise<void> {
  await page.evaluate(`{
    const element = document.querySelector(${JSON.stringify(selector)});
    window.seenTexts = [];
    const see = () => {
      const text = element.textContent.trim();
      if (window.seenTexts.at(-1) !== text) window.seenTexts.push(text);
    };
    new MutationObserver(see).observe(element, { characterData: true, childList: true, subtree: true });
  }`);
}

function seenTexts(): Promise<string[]> {
  return page.evaluate<string[]>('window.seenTexts');
}
