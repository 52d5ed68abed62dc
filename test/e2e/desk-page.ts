import type { Browser, Page } from 'playwright-core';
import { onTestFinished } from 'vitest';

export interface OpenPage {
  readonly page: Page;
  /** What broke in it. */
  readonly complaints: readonly string[];
}

/** A page in a browser of its own memory, closed when the test is over. */
export async function openPage(browser: Browser, address: string): Promise<OpenPage> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  onTestFinished(() => context.close());
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(address);
  return { page, complaints };
}

/** The rows of the desk's board from the first place on: who, and how many. */
export function standingOf(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('[data-row]')].map((row) => {
      const part = (name: string) => row.querySelector(name)?.textContent?.trim() ?? '';
      return `${part('.name')} ${part('[data-part="score"]')}`;
    }),
  );
}

/** A link as it was shown, on the server of this test instead of the public one. */
export function onServer(link: string, url: string): string {
  const { pathname, hash } = new URL(link);
  return url + pathname + hash;
}
