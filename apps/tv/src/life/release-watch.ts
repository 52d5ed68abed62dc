const ENTRY = /\/tv\/assets\/index-[^"'\s]+\.js/;
const YOUNG_MS = 10 * 60_000;

/** Which release a page is, by the name of its script. */
export function releaseOf(html: string): string | null {
  return ENTRY.exec(html)?.[0] ?? null;
}

/**
 * Whether the server now serves another release than the one that runs here. A wall stays open for weeks, so
 * it has to look for itself; and it never reloads twice in a row, whatever a proxy in between serves.
 */
export async function hasNewRelease(running: string | null, uptime: number): Promise<boolean> {
  if (running === null || uptime < YOUNG_MS) return false;
  try {
    const page = await fetch('/tv/', { cache: 'no-store' });
    const served = page.ok ? releaseOf(await page.text()) : null;
    return served !== null && served !== running;
  } catch {
    return false;
  }
}
