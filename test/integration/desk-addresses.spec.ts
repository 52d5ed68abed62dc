import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestServer } from '../support/test-server.js';
import { startTestServer } from '../support/test-server.js';
import { testUrls } from '../support/urls.js';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer(await testUrls());
});
afterAll(() => server.close());

describe('an address of the desk', () => {
  it.each(['/desk/', '/desk/screens', '/desk/sources/4', '/desk/nowhere'])(
    '%s is the page of the desk, under its policy and never kept',
    async (path) => {
      const reply = await fetch(server.url + path);
      const home = await fetch(`${server.url}/desk/`);
      expect(reply.status).toBe(200);
      expect(await reply.text()).toBe(await home.text());
      for (const name of ['content-type', 'cache-control', 'content-security-policy']) {
        expect(reply.headers.get(name)).toBe(home.headers.get(name));
      }
      expect(reply.headers.get('cache-control')).toBe('no-cache');
    },
  );

  it('leaves files to be files', async () => {
    const icon = await fetch(`${server.url}/desk/bell.svg`);
    expect(icon.headers.get('content-type')).toContain('image/svg+xml');
  });

  it.each(['/desk/missing.js', '/desk/assets/missing.js', '/desk/Screens', '/desk/a/b/c'])(
    '%s is nothing',
    async (path) => {
      expect((await fetch(server.url + path)).status).toBe(404);
    },
  );

  it('does not leave its folder', async () => {
    const reply = await fetch(`${server.url}/desk/sources/%2e%2e%2fserver.js`);
    expect([400, 403, 404]).toContain(reply.status);
  });
});
