/*
 * Lets a page open without its server: a phone in a lift, or a television that was switched on before the
 * server and would show a browser's error until somebody came with a remote. The page comes from the server
 * whenever it answers; files carry their own hash and never change. Numbers are kept by the page.
 */
/* global SHELF, PAGE, MOST_FILES */

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

self.addEventListener('message', (event) => {
  const { keep } = event.data || {};
  if (Array.isArray(keep)) event.waitUntil(keepAll(keep));
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== self.location.origin) return;
  if (request.mode === 'navigate') event.respondWith(freshPage(request));
  else if (pathname.startsWith(`${PAGE}assets/`)) event.respondWith(keptFile(request));
});

async function freshPage(request) {
  const shelf = await caches.open(SHELF);
  try {
    const page = await fetch(request);
    if (page.ok) await shelf.put(PAGE, page.clone());
    return page;
  } catch (error) {
    const kept = await shelf.match(PAGE);
    if (kept) return kept;
    throw error;
  }
}

async function keptFile(request) {
  const shelf = await caches.open(SHELF);
  const kept = await shelf.match(request.url);
  if (kept) return kept;
  const file = await fetch(request);
  if (file.ok) await shelf.put(request.url, file.clone());
  return file;
}

/** What the page loaded before this worker was there, and nothing from too many releases ago. */
async function keepAll(urls) {
  const shelf = await caches.open(SHELF);
  for (const url of urls) {
    if (await shelf.match(url)) continue;
    const file = await fetch(url);
    if (file.ok) await shelf.put(url, file);
  }
  const files = (await shelf.keys()).filter(({ url }) => new URL(url).pathname !== PAGE);
  for (const old of files.slice(0, Math.max(0, files.length - MOST_FILES))) await shelf.delete(old);
}
