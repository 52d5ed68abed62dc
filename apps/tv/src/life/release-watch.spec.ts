import { afterEach, expect, it, vi } from 'vitest';
import { hasNewRelease, releaseOf } from './release-watch.js';

const page = (hash: string) => `<script type="module" src="/tv/assets/index-${hash}.js"></script>`;
const HOUR = 3_600_000;

afterEach(() => void vi.unstubAllGlobals());

it('knows a release by its script', () => {
  expect(releaseOf(page('aB_3'))).toBe('/tv/assets/index-aB_3.js');
  expect(releaseOf('<h1>Bad gateway</h1>')).toBeNull();
});

it.each([
  ['another release', page('new'), HOUR, true],
  ['the same release', page('old'), HOUR, false],
  ['something else', '<h1>Bad gateway</h1>', HOUR, false],
  ['another release, minutes after it started', page('new'), 60_000, false],
])('being served %s', async (_, html, uptime, reloads) => {
  vi.stubGlobal('fetch', () => Promise.resolve(new Response(html)));
  expect(await hasNewRelease('/tv/assets/index-old.js', uptime)).toBe(reloads);
});

it('stays as it is when nobody answers', async () => {
  vi.stubGlobal('fetch', () => Promise.reject(new Error('away')));
  expect(await hasNewRelease('/tv/assets/index-old.js', HOUR)).toBe(false);
});
