import type { LinkMade, ScreenMade, Session } from '@bellwether/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ApiClient } from '../support/api-client.js';
import type { TestServer } from '../support/test-server.js';
import { startTestServer } from '../support/test-server.js';
import { testUrls } from '../support/urls.js';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer(await testUrls());
});
afterAll(() => server.close());

describe('access', () => {
  it('tells a page whose key it holds', async () => {
    const floor = await ApiClient.found(server);
    const owner = await floor.own('/api/v1/session');
    expect(owner.body).toMatchObject({ role: 'owner', screenId: null, personId: null });
    const screen = await floor.send('/api/v1/session', { key: floor.founded.screenKey });
    expect(screen.body).toMatchObject({ role: 'screen', screenId: expect.any(Number) as number });
  });

  it("changes nothing of another organisation's, whatever ids are guessed", async () => {
    const [floor, other] = [await ApiClient.found(server), await ApiClient.found(server)];
    const people = await floor.hire('Iberia', 'ada');
    const { body } = await floor.own<{ screens: { screenId: number }[] }>('/api/v1/screens');
    const foreign = [
      ['PATCH', `/api/v1/sources/${floor.founded.source.id}`, { paused: true }],
      ['PATCH', `/api/v1/screens/${body.screens[0]?.screenId}`, { name: 'Mine' }],
      ['POST', `/api/v1/people/${people.get('ada')}/identities`, { email: 'x@example.com' }],
      ['POST', `/api/v1/screens/${body.screens[0]?.screenId}/links`, {}],
      ['POST', `/api/v1/people/${people.get('ada')}/links`, {}],
      ['POST', `/api/v1/people/${people.get('ada')}/team`, { team: null, from: '2026-01-01' }],
      ['GET', `/api/v1/explain?person=${people.get('ada')}&metric=calls&period=all`, undefined],
    ] as const;
    for (const [method, path, json] of foreign) {
      expect([path, (await other.own(path, { method, json })).status]).toEqual([path, 404]);
    }
  });

  it('hands out links that open one wall or one phone', async () => {
    const floor = await ApiClient.found(server);
    const people = await floor.hire('Iberia', 'ada');
    const made = await floor.own<ScreenMade>('/api/v1/screens', { json: { name: 'Lisbon' } });
    const { screenId } = made.body.screen;
    const again = await floor.own<LinkMade>(`/api/v1/screens/${screenId}/links`, { json: {} });
    const phone = await floor.own<LinkMade>(`/api/v1/people/${people.get('ada')}/links`, {
      json: {},
    });
    expect(made.body).toMatchObject({ screen: { name: 'Lisbon' } });
    const opened = await Promise.all(
      [made.body.url, again.body.url, phone.body.url].map(async (url) => {
        const [page, key] = url.split('#key=');
        const { body } = await floor.send<Session>('/api/v1/session', { key });
        return [page, body.role, body.screenId, body.personId];
      }),
    );
    expect(opened).toEqual([
      ['https://sales.example.com/tv/', 'screen', screenId, null],
      ['https://sales.example.com/tv/', 'screen', screenId, null],
      ['https://sales.example.com/phone/', 'rep', null, people.get('ada')],
    ]);
  });

  it('founds an organisation once with the link of the first start', async () => {
    const { PostgresSetup } = await import('@bellwether/persistence');
    const floor = await ApiClient.found(server);
    const token = `bw_setup_${crypto.randomUUID()}`;
    await server.app.get(PostgresSetup).offer(token);
    const json = {
      token,
      name: 'Nordfold',
      timeZone: 'Europe/Oslo',
      currency: 'NOK',
      locale: 'nb-NO',
    };
    const wrong = await floor.send('/api/v1/setup', {
      json: { ...json, token: 'bw_setup_guessed' },
    });
    const mistaken = await floor.send('/api/v1/setup', { json: { ...json, timeZone: 'Oslo' } });
    const first = await floor.send('/api/v1/setup', { json });
    const second = await floor.send('/api/v1/setup', { json });
    expect([wrong, mistaken, first, second].map(({ status }) => status)).toEqual([
      403, 400, 201, 403,
    ]);
    const key = first.body['ownerKey'] as string;
    const session = await floor.send('/api/v1/session', { key });
    expect(session.body).toMatchObject({ organisation: { name: 'Nordfold', currency: 'NOK' } });
  });

  it('sends pages that nobody can frame, and ids to find a request by', async () => {
    const floor = await ApiClient.found(server);
    const { headers } = await floor.send('/health/live', {
      headers: { 'x-request-id': 'from-sender-1' },
    });
    expect(headers.get('x-frame-options')).toBe('DENY');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('content-security-policy')).toBe(
      "default-src 'none'; frame-ancestors 'none'",
    );
    expect(headers.get('x-request-id')).toBe('from-sender-1');
  });

  it('tells browsers to come back over TLS only, and people whom to tell of a weakness', async () => {
    const reply = await fetch(`${server.url}/.well-known/security.txt`);
    expect(reply.headers.get('content-type')).toBe('text/plain; charset=utf-8');
    expect(reply.headers.get('strict-transport-security')).toBe('max-age=31536000');
    const told = await reply.text();
    expect(told).toMatch(/^Contact: mailto:security@example\.com\nExpires: \d{4}-\d\d-\d\dT/);
    expect(told).toContain('Canonical: https://sales.example.com/.well-known/security.txt');
  });

  it('documents every route', async () => {
    const floor = await ApiClient.found(server);
    const { body } = await floor.send<{ paths: Record<string, object> }>('/api/openapi.json');
    const routes = Object.keys(body.paths);
    expect(routes).toEqual(
      expect.arrayContaining(['/api/v1/events', '/hooks/{address}', '/api/v1/explain']),
    );
    expect((await fetch(`${floor.url}/api`)).status).toBe(200);
  });
});
