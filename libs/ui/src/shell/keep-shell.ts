/**
 * Keeps the files of the page under `base` in the browser, so that it opens while its server is away. Needs a
 * secure origin; elsewhere the page does without. `fetchTheRest` gets what the page has not needed so far.
 */
export async function keepShell(
  base: string,
  fetchTheRest: () => Promise<unknown> = () => Promise.resolve(),
): Promise<void> {
  if (!('serviceWorker' in navigator)) return;
  try {
    await navigator.serviceWorker.register(`${base}worker.js`, { scope: base });
    const { active } = await navigator.serviceWorker.ready;
    await document.fonts?.ready;
    await fetchTheRest();
    const home = `${window.location.origin}${base}`;
    const loaded = performance.getEntriesByType('resource').map(({ name }) => name);
    const own = loaded.filter((name) => name.startsWith(`${home}assets/`));
    active?.postMessage({ keep: [home, ...own] });
  } catch {
    // Forbidden by the browser, the kiosk or the origin: nothing is lost that was there before.
  }
}
