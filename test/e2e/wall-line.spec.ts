import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openBrowser, openWall, until, type WallPage } from '../support/live-stage-browser.js';
import { pictureBoard, pictureStrip } from '../support/live-stage-world.js';
import { LiveStage } from '../support/live-stage.js';

const SOON = { timeout: 10_000 };
const PATIENTLY = { timeout: 40_000 };

let browser: Browser;
let stage: LiveStage;
let wall: WallPage | undefined;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

describe('the line of a wall', () => {
  beforeEach(async () => {
    stage = await LiveStage.open();
    stage.setBoard(pictureBoard());
    stage.setBoard(pictureStrip());
  });
  afterEach(async () => {
    await wall?.close();
    await stage.close();
    expect(stage.clientErrors).toEqual([]);
  });

  it('says how old the numbers are, by the server’s clock and not by its own', async () => {
    stage.skew = -7_200_000;
    const { page } = await open();
    await page.getByText(/^Live, [0-3] s old$/).waitFor();
    const expected = new Date(stage.now()).toLocaleTimeString('en-IE', {
      hour: '2-digit',
      minute: '2-digit',
      timeZone: 'Europe/Dublin',
    });
    expect(await page.textContent('[data-part="clock"]')).toBe(expected);
  });

  it('says so when the numbers are late, and steps back when they are later', async () => {
    const { page } = await open();
    stage.lag = 20_000;
    stage.setBoard(pictureBoard());
    await page.getByText(/^Late, 2\d s old$/).waitFor();
    expect(await page.locator('.picture.dim').count()).toBe(0);
    stage.lag = 120_000;
    stage.setBoard(pictureBoard());
    await page.getByText('Late, 2 min old').waitFor();
    await page.waitForSelector('.picture.dim');
    stage.lag = 0;
    await page.getByText(/^Live/).waitFor();
    expect(await page.locator('.picture.dim').count()).toBe(0);
  });

  it('counts the age up when the server beats no more', async () => {
    const { page } = await open();
    await page.getByText(/^Live/).waitFor();
    stage.beating = false;
    await page.getByText('Late, 16 s old').waitFor(PATIENTLY);
  });

  it('keeps the last standing when the server is gone, says since when, and recovers by itself', async () => {
    const { page } = await open();
    await page.waitForSelector('.slat');
    await stage.goDown();
    await page.getByText(/^Offline since \d\d:\d\d$/).waitFor();
    await page.getByText('This is the last standing,it will catch up by itself').waitFor();
    expect(await page.locator('.slat').count()).toBe(9);
    expect(await page.locator('.picture.dim').count()).toBe(1);
    await stage.comeBack();
    await page.getByText(/^Live/).waitFor(PATIENTLY);
    expect(await page.getByText('This is the last standing').count()).toBe(0);
  });

  it('starts without the server, with the last standing and its mark', async () => {
    const { page } = await open();
    await page.waitForSelector('.slat');
    await until(page, KEPT_SHELL);
    await stage.goDown();
    await page.reload();
    await page.getByText(/^Offline since \d\d:\d\d$/).waitFor(PATIENTLY);
    expect(await page.locator('.slat').count()).toBe(9);
    await stage.comeBack();
    await page.getByText(/^Live/).waitFor(PATIENTLY);
  });

  it('waits calmly for a server that it never met, for as long as it takes', async () => {
    const { page } = await open();
    await page.waitForSelector('.slat');
    await until(page, KEPT_SHELL);
    await page.addInitScript('localStorage.clear()');
    await stage.goDown();
    await page.reload();
    await page.getByText('The server does not answer yet.').waitFor(PATIENTLY);
    await stage.comeBack();
    await page.waitForSelector('.slat', PATIENTLY);
  });

  it.each([
    ['no key', '/tv/', 'This screen is not paired yet.'],
    ['a key that opens nothing', '/tv/#key=nonsense', 'This screen is no longer paired.'],
  ])('shows a code with %s', async (_, path, sentence) => {
    const { page } = await open({ address: stage.origin + path });
    await page.getByText(sentence).waitFor();
    expect(await page.textContent('[data-part="code"]')).toBe('HK7P-RM4X');
    expect(await page.locator('.step').count()).toBe(3);
  });

  it('without a key waits calmly for a code, shows it, and plays when it was typed', async () => {
    stage.code = null;
    const { page } = await open({ address: `${stage.origin}/tv/`, clock: true });
    await page.getByText('The server does not answer yet.').waitFor();
    stage.code = 'WXY3-4679';
    await page.clock.fastForward('00:40');
    await page.getByText('WXY3-4679').waitFor();
    await stage.goDown();
    await page.getByText('Server not reached').waitFor();
    expect(await page.textContent('[data-part="code"]')).toBe('WXY3-4679');
    stage.paired = true;
    await stage.comeBack();
    await page.clock.fastForward('00:40');
    await page.waitForSelector('.slat');
    expect(new URL(page.url()).hash).toBe('#key=stage-key');
  });

  it('counts down to another code, which is another picture to scan', async () => {
    const { page } = await open({ address: `${stage.origin}/tv/`, clock: true });
    await page.getByText(/^(10:00|9:5\d)$/).waitFor();
    const scanned = await page.getAttribute('.qr path', 'd');
    stage.code = 'WXY3-4679';
    await page.clock.fastForward('05:00');
    await page.getByText(/^(5:00|4:5\d)$/).waitFor();
    await page.clock.fastForward('05:00');
    await page.getByText('WXY3-4679').waitFor();
    await page.getByText(/^(10:00|9:5\d)$/).waitFor();
    expect(await page.getAttribute('.qr path', 'd')).not.toBe(scanned);
  });

  it('says what to do with the key of a person', async () => {
    stage.session = { ...stage.session!, role: 'rep', screenId: null };
    const { page } = await open();
    await page.getByText('This key belongs to a person.').waitFor();
  });

  it('remembers its key when the address loses it', async () => {
    const { page } = await open();
    await page.waitForSelector('.slat');
    await page.goto(`${stage.origin}/tv/?again`);
    await page.waitForSelector('.slat');
  });

  it('leaves when its key is taken away, and comes back by itself when it opens again', async () => {
    const { page } = await open({ clock: true });
    await page.waitForSelector('.slat');
    const { session } = stage;
    stage.session = null;
    await stage.goDown();
    await stage.comeBack();
    await page.getByText('This screen is no longer paired.').waitFor(PATIENTLY);
    expect(await page.evaluate(`Object.keys(localStorage)`)).toEqual(['bellwether.wall.key']);
    stage.session = session;
    await page.clock.fastForward('01:00');
    await page.waitForSelector('.slat', PATIENTLY);
    expect(await page.locator('[data-part="code"]').count()).toBe(0);
  });

  it('tells a locked bell from a ready one', async () => {
    const { page } = await open();
    await page.waitForSelector('main[data-sound="ready"]');
  });

  it('reports its own errors, a few of them', async () => {
    const { page } = await open();
    await page.waitForSelector('.slat');
    await page.evaluate(`for (let error = 0; error < 30; error += 1) {
      setTimeout(() => { throw new Error('broken ' + error); });
    }`);
    await expect.poll(() => stage.clientErrors.length, SOON).toBe(10);
    expect(stage.clientErrors[0]).toMatchObject({ message: 'Uncaught Error: broken 0' });
    stage.clientErrors.length = 0;
  });
});

/** The worker has the page and its files on its shelf. */
const KEPT_SHELL = `(async () => {
  const shelf = await caches.open('bellwether-wall');
  const kept = (await shelf.keys()).map(({ url }) => new URL(url).pathname);
  return ['/tv/', 'index-', 'polyfills-', '.css'].every((part) => kept.some((path) => path.includes(part)));
})()`;

async function open(options: Parameters<typeof openWall>[2] = {}): Promise<WallPage> {
  wall = await openWall(browser, stage, options);
  return wall;
}
