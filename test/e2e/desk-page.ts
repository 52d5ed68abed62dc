import type { Browser, Page } from 'playwright-core';
import { onTestFinished } from 'vitest';
import type { PageKey } from '../../apps/manager/src/pages/desk-pages.js';

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

/** To another page of the desk, by its way in the rail. */
export async function goTo(page: Page, key: PageKey): Promise<void> {
  const rail = page.getByRole('navigation', { name: 'Pages' });
  await rail.locator(`a[href="/desk/${key === 'floor' ? '' : key}"]`).click();
  await page.locator(`main[data-page="${key}"] [data-page-title]`).waitFor();
}

/** The floor of the same desk in a window of its own, to see what the board makes of the other one. */
export async function openFloorBeside(page: Page): Promise<Page> {
  const beside = await page.context().newPage();
  await beside.goto(new URL('/desk/', page.url()).href);
  await beside.getByRole('heading', { name: 'Standing' }).waitFor();
  return beside;
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
