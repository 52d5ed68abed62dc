/**
 * Keeps the wall's own files in the browser, so that it can start while its server is away. Needs a secure
 * origin; elsewhere the wall does without.
 */
export async function keepShell(): Promise<void> {
  if (!('serviceWorker' in navigator)) return;
  try {
    await navigator.serviceWorker.register('/tv/worker.js', { scope: '/tv/' });
    const { active } = await navigator.serviceWorker.ready;
    await document.fonts?.ready;
    const loaded = performance.getEntriesByType('resource').map(({ name }) => name);
    const own = loaded.filter((name) => name.startsWith(`${window.location.origin}/tv/assets/`));
    active?.postMessage({ keep: [`${window.location.origin}/tv/`, ...own] });
  } catch {
    // Forbidden by the kiosk or the origin: nothing is lost that was there before.
  }
}
