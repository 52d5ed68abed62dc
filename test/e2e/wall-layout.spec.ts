import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openBrowser, openWall, until, type WallPage } from '../support/live-stage-browser.js';
import {
  boardOf,
  crowd,
  dealWon,
  HARD_NAMES,
  PEOPLE,
  pictureBoard,
  PICTURE_SCORES,
  pictureStrip,
  TEAMS,
} from '../support/live-stage-world.js';
import { LiveStage } from '../support/live-stage.js';

const EURO_ROWS = (people: typeof PEOPLE) =>
  people.map((who, index) => ({ who, score: 98_400_00 - index * 4_137_00 }));
const LONG_TITLE =
  'Qualified opportunities from outbound sequences in the enterprise segment, without renewals';

let browser: Browser;
let stage: LiveStage;
let wall: WallPage;
let page: Page;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

describe('the picture of a wall', () => {
  beforeEach(async () => {
    stage = await LiveStage.open();
    stage.setBoard(pictureBoard());
    stage.setBoard(pictureStrip());
  });
  afterEach(async () => {
    await wall.close();
    await stage.close();
    expect(stage.clientErrors).toEqual([]);
    expect(wall.complaints).toEqual([]);
  });

  it.each([
    ['the board of the picture', pictureBoard()],
    ['names of every length and script', boardOf(EURO_ROWS(HARD_NAMES))],
    [
      'a long title',
      { ...pictureBoard(), heading: { ...pictureBoard().heading, title: LONG_TITLE } },
    ],
    ['one person', boardOf(EURO_ROWS(PEOPLE.slice(0, 1)))],
    ['two people', boardOf(EURO_ROWS(PEOPLE.slice(0, 2)))],
    ['four people', boardOf(EURO_ROWS(PEOPLE.slice(0, 4)))],
    ['nobody', boardOf([])],
    ['sixty people', boardOf(EURO_ROWS([...PEOPLE, ...crowd(48)]))],
    [
      'ties everywhere',
      boardOf(
        PEOPLE.map((who, index) => ({ who, score: Math.floor(index / 3) * -1_000 + 9_000 })),
        { unit: { kind: 'count', one: 'meeting', many: 'meetings' } },
      ),
    ],
    [
      'large money',
      boardOf(
        PEOPLE.map((who, index) => ({ who, score: 1_284_250_000 - index * 81_000_000 })),
        { unit: { kind: 'money', currency: 'JPY', minorDigits: 0 } },
      ),
    ],
    [
      'a rate with nothing below',
      boardOf(
        PEOPLE.map((who, index) => ({
          who,
          score: index < 2 ? 0.5 - index / 10 : 0,
          parts: { numerator: 1, denominator: index < 2 ? 2 : 0 },
        })),
        { unit: { kind: 'ratio' } },
      ),
    ],
    [
      'durations',
      boardOf(
        PEOPLE.map((who, index) => ({ who, score: 53_320 - index * 3_700 })),
        { unit: { kind: 'duration' } },
      ),
    ],
    [
      'teams',
      boardOf(
        Object.values(TEAMS).map((who, index) => ({ who, score: 61_240_000 - index * 4_150_000 })),
        { competitors: 'teams' },
      ),
    ],
  ])(
    'with %s keeps to the safe area, and no text is cut or runs into another',
    async (_, board) => {
      stage.setBoard(board);
      await openAt(1920, 1080);
      await settled();
      expect(await outsideSafeArea()).toEqual([]);
      expect(await cutTexts()).toEqual([]);
      expect(await collisions()).toEqual([]);
    },
  );

  it.each([
    ['no key', '/tv/', []],
    ['a key that ended', '/tv/#key=ended', [expect.stringContaining('401')]],
  ])(
    'with %s shows the widest code in the safe area, in its cells, beside its card',
    async (_, path, complaints) => {
      stage.code = 'WMWM-MWMW';
      await openAt(1920, 1080, { address: stage.origin + path });
      await page.waitForSelector('[data-part="code"]');
      for (const type of ['variable-type', 'static-type']) {
        await page.evaluate(`document.documentElement.classList.add('${type}')`);
        await until(page, `document.fonts.status === 'loaded'`);
        expect(await outsideSafeArea()).toEqual([]);
        expect(await collisions('.say, .cell, .left, .steps, .card, .checks')).toEqual([]);
        expect(await linesOf('.say')).toBe(2);
        expect(await widestOf('.cell')).toBeLessThan(124);
      }
      expect(wall.complaints.splice(0)).toEqual(complaints);
    },
  );

  it.each([
    ['a long name and a long deal', HARD_NAMES[6]!, { deal: `${LONG_TITLE}, four sites` }],
    ['a name that cannot break', HARD_NAMES[5]!, {}],
    ['no amount', PEOPLE[3]!, { amount: null }],
    ['a very large amount', PEOPLE[3]!, { amount: 1_248_600_000, currency: 'JPY', minorDigits: 0 }],
  ])('in a celebration with %s stays clear of the bell', async (_, who, change) => {
    await openAt(1920, 1080, { clock: true });
    await page.waitForSelector('.slat');
    stage.celebrate(dealWon(who, change));
    await page.waitForSelector('.takeover');
    await page.clock.runFor(3_000);
    await until(
      page,
      `getComputedStyle(document.querySelector('.floor')).transform === 'matrix(1, 0, 0, 1, 0, 0)'`,
    );
    expect(await outsideSafeArea('.takeover ')).toEqual([]);
    expect(await cutTexts('.takeover ')).toEqual([]);
    const widest = await page.evaluate<number>(`Math.max(...${TEXTS}('.takeover .scene')
      .map(({ box }) => box.right))`);
    // The bell's lip at the end of its widest swing.
    expect(widest).toBeLessThan(1114);
  });

  it('is the same picture at twice the size', async () => {
    await openAt(3840, 2160);
    await settled();
    expect(await sizeOf('.slat-name[data-step="0"]')).toBe('58px');
    expect(await boxOf('.stage')).toEqual({ x: 0, y: 0, width: 3840, height: 2160 });
  });

  it.each([
    [1280, 720, { x: 0, y: 0, width: 1280, height: 720 }],
    [1366, 768, { x: 0, y: 0, width: 1365, height: 768 }],
    [1920, 1200, { x: 0, y: 60, width: 1920, height: 1080 }],
    [1080, 1920, { x: 0, y: 656, width: 1080, height: 607 }],
  ])('fits a display of %i × %i whole', async (width, height, box) => {
    await openAt(width, height);
    await settled();
    const actual = await boxOf('.stage');
    for (const side of ['x', 'y', 'width', 'height'] as const) {
      expect(Math.abs(actual[side] - box[side])).toBeLessThanOrEqual(1);
    }
    expect(await cutTexts()).toEqual([]);
  });

  it('finds that this engine lays out its numbers rightly', async () => {
    await openAt(1920, 1080);
    await settled();
    expect(await page.evaluate('document.documentElement.className')).toBe('dark');
  });

  it('shifts a little every ten minutes, so that nothing burns in', async () => {
    await openAt(1920, 1080, { clock: true });
    await page.waitForSelector('.slat');
    const places = new Set<string>();
    for (let turn = 0; turn < 9; turn += 1) {
      const { x, y } = await boxOf('.stage');
      expect(Math.max(Math.abs(x), Math.abs(y))).toBeLessThanOrEqual(4);
      places.add(`${x} ${y}`);
      await page.clock.fastForward(10 * 60_000);
      await until(
        page,
        `document.querySelector('.stage').getBoundingClientRect().x + ' ' + document.querySelector('.stage').getBoundingClientRect().y !== '${x} ${y}'`,
      );
    }
    expect(places.size).toBe(9);
    // In a time that jumps no line is ever heard of: the wall drops it, also while it is being made.
    const others = wall.complaints.filter((told) => !told.includes('WebSocket is closed before'));
    wall.complaints.splice(0, Infinity, ...others);
  });

  it.each([
    ['the system', { reducedMotion: 'reduce' } as const, false],
    ['its screen', {}, true],
  ])('does not move where %s asks for calm', async (_, options, asked) => {
    stage.setScreen({ reducedMotion: asked });
    await openAt(1920, 1080, options);
    await page.waitForSelector('main[data-reduced="true"] .slat');
    stage.change(
      boardOf(
        PEOPLE.map((who, index) => ({
          who,
          score: (index === 7 ? 141_600 : (PICTURE_SCORES[index] as number)) * 100,
        })),
      ),
    );
    await page.waitForSelector('.slat[data-id="8"][data-slot="2"]');
    const moving = `document.getAnimations()
      .filter(({ effect }) => effect.getComputedTiming().duration > 0)
      .map((animation) => animation.transitionProperty ?? animation.animationName ?? 'script')
      .filter((name) => /transform|swing|peal|grow|drop|fall|lift|cross|rise/.test(name)).join()`;
    expect(
      await page.evaluate(`document.querySelector('.slat[data-id="8"]').style.transition`),
    ).toBe('transform 120ms');
    stage.celebrate(dealWon(PEOPLE[1]!));
    await page.waitForSelector('.takeover.calm');
    expect(await page.evaluate(moving)).toBe('');
    expect(await page.locator('[data-part="amount"]').textContent()).toBe('€48,600');
  });
});

/** Every visible piece of text with the box of its glyphs' lines. Read out only by screen readers does not count. */
const TEXTS = `((root) => {
  const texts = [];
  for (const scope of document.querySelectorAll(root)) {
    const walker = document.createTreeWalker(scope, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (node.data.trim() === '' || node.parentElement.closest('.unseen')) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const line = range.getBoundingClientRect();
      // Less the empty room that a font keeps around its letters.
      const box = new DOMRect(line.x + line.height * 0.025, line.y + line.height * 0.14,
        line.width - line.height * 0.05, line.height * 0.72);
      if (line.width > 0) texts.push({ text: node.data.trim(), element: node.parentElement, box });
    }
  }
  return texts;
})`;

async function openAt(
  width: number,
  height: number,
  options: Parameters<typeof openWall>[2] = {},
): Promise<void> {
  wall = await openWall(browser, stage, { viewport: { width, height }, ...options });
  page = wall.page;
}

/** The first board stands: fonts are there, texts are fitted, nothing fades any more. */
async function settled(): Promise<void> {
  await page.waitForSelector('[data-board]', { state: 'attached' });
  await until(page, `document.fonts.status === 'loaded'`);
  await until(page, `document.getAnimations().every(({ playState }) => playState === 'finished')`);
}

/** Texts, faces and straps that leave the inner 90 % of the wall. */
function outsideSafeArea(scope = ''): Promise<string[]> {
  return page.evaluate<string[]>(`(() => {
    const inside = (box) => box.left >= 95 && box.right <= 1825 && box.top >= 53 && box.bottom <= 1027;
    const things = [...document.querySelectorAll('${scope}.avatar, ${scope}.badge, ${scope}.ribbon, ${scope}.mark')]
      .filter((thing) => !thing.closest('.hang'))
      .map((thing) => ({ text: thing.getAttribute('class'), box: thing.getBoundingClientRect() }));
    return [...${TEXTS}('${scope || 'main'}'), ...things].filter(({ box }) => box.width > 0 && !inside(box))
      .map(({ text, box }) => text + ' ' + JSON.stringify(box));
  })()`);
}

/** Texts that do not fit the room they are given. */
function cutTexts(scope = ''): Promise<string[]> {
  return page.evaluate<string[]>(`[...document.querySelectorAll('${scope}[data-step]')]
    .filter((text) => text.scrollWidth > text.clientWidth + 1)
    .map((text) => text.className + ': ' + text.textContent)`);
}

/** Pairs of texts that lie over each other, and names on hills that leave their hill for the rows. */
function collisions(scope = 'header, .who, .stamp, .slat, .team, .empty'): Promise<string[]> {
  return page.evaluate<string[]>(`(() => {
    const texts = ${TEXTS}('${scope}');
    const found = [];
    for (const [index, one] of texts.entries()) {
      for (const other of texts.slice(index + 1)) {
        const across = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
        const down = Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top);
        if (across > 1 && down > 1) found.push(one.text + ' | ' + other.text + ' ' + Math.round(down));
      }
    }
    const rows = document.querySelector('.rows');
    const edge = rows ? rows.getBoundingClientRect().left : 1920;
    for (const { text, box } of ${TEXTS}('.who')) if (box.right > edge) found.push(text + ' over the rows');
    return found;
  })()`);
}

/** In how many lines a text is set. */
function linesOf(selector: string): Promise<number> {
  return page.evaluate<number>(`(() => {
    const text = document.querySelector('${selector}');
    return text.clientHeight / parseFloat(getComputedStyle(text).lineHeight);
  })()`);
}

/** How wide the widest text is of those that match. */
function widestOf(selector: string): Promise<number> {
  return page.evaluate<number>(
    `Math.max(...${TEXTS}('${selector}').map(({ box }) => box.width + box.height * 0.07))`,
  );
}

function sizeOf(selector: string): Promise<string> {
  return page.evaluate<string>(
    `getComputedStyle(document.querySelector(${JSON.stringify(selector)})).fontSize`,
  );
}

async function boxOf(selector: string) {
  return (await page.locator(selector).boundingBox())!;
}
