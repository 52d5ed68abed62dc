/**
 * Keeps the page's own files in the browser, so that it opens without a network. Needs a secure origin;
 * elsewhere the page does without.
 */
export async function keepShell(): Promise<void> {
  if (!('serviceWorker' in navigator)) return;
  try {
    await navigator.serviceWorker.register('/phone/worker.js', { scope: '/phone/' });
    const { active } = await navigator.serviceWorker.ready;
    await document.fonts.ready;
    // What is only fetched when it is needed must be there without a network as well.
    await Promise.all([
      import('../sheet/ExplainSheet.svelte'),
      import('../page/KeyPage.svelte'),
      import('./open-line.js'),
    ]);
    const loaded = performance.getEntriesByType('resource').map(({ name }) => name);
    const own = loaded.filter((name) => name.startsWith(`${window.location.origin}/phone/assets/`));
    active?.postMessage({ keep: [`${window.location.origin}/phone/`, ...own] });
  } catch {
    // Forbidden by the browser or the origin: nothing is lost that was there before.
  }
}
