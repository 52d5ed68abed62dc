import { expect } from 'vitest';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import type { LiveStage } from './live-stage.js';

const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--autoplay-policy=no-user-gesture-required',
];

/** The system's Chromium, as a kiosk would start it. */
export function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
    args: FLAGS,
  });
}

/** A wall in a browser of its own memory, and what it complained about. */
export interface WallPage {
  readonly page: Page;
  readonly complaints: string[];
  close(): Promise<void>;
}

export async function openWall(
  browser: Browser,
  stage: LiveStage,
  options: BrowserContextOptions & {
    readonly address?: string;
    /** Puts the page's timers in the hand of the test: they run as always, and can be hurried on. */
    readonly clock?: boolean;
  } = {},
): Promise<WallPage> {
  const { address, clock, ...rest } = options;
  const context = await browser.newContext({
    viewport: { width: 1920, height: 1080 },
    ...rest,
  });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(`error: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') {
      complaints.push(`${message.type()}: ${message.text()}`);
    }
  });
  if (clock) await page.clock.install();
  await page.goto(address ?? stage.address);
  return { page, complaints, close: () => context.close() };
}

/** Waits until an expression is true in the page. The page's own policy forbids it to be watched from inside. */
export async function until(page: Page, expression: string, timeout = 30_000): Promise<void> {
  await expect.poll(() => page.evaluate<boolean>(expression), { timeout, interval: 30 }).toBe(true);
}
