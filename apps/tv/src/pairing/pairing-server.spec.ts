import { afterEach, describe, expect, it, vi } from 'vitest';
import { pairingServer } from './pairing-server.js';

const STARTED = {
  deviceCode: 'device',
  userCode: 'HK7P-RM4X',
  verificationUri: 'https://bell.example/pair',
  expiresIn: 600,
  interval: 1,
  qr: { size: 29, path: 'M0 0h7v1h-7z' },
};

afterEach(() => void vi.unstubAllGlobals());

describe('the server that gives codes', () => {
  it('is sent the code that only the screen knows', async () => {
    const fetched = answer(Response.json({ state: 'waiting' }));
    expect(await pairingServer.poll('device')).toEqual({ state: 'waiting' });
    expect(fetched.mock.calls[0]).toMatchObject([
      '/api/v1/pairings/poll',
      { method: 'POST', body: '{"deviceCode":"device"}' },
    ]);
  });

  it.each([
    ['a code', Response.json(STARTED, { status: 201 }), STARTED],
    ['a code that is not whole', Response.json({ ...STARTED, qr: undefined }), null],
    ['a code that has ended', Response.json({ ...STARTED, expiresIn: 0 }), null],
    ['something else', Response.json(null), null],
    ['a page', new Response('<h1>Welcome</h1>'), null],
    ['that there are too many', Response.json({ code: 'too-fast' }, { status: 429 }), null],
    ['that it is away', new Response('', { status: 502 }), null],
  ])('answers with %s', async (_, reply, started) => {
    answer(reply);
    expect(await pairingServer.open()).toEqual(started);
  });

  it.each([
    ['waiting', { state: 'waiting' }, { state: 'waiting' }],
    ['a key', { state: 'paired', key: 'abc' }, { state: 'paired', key: 'abc' }],
    ['the end', { state: 'expired' }, { state: 'expired' }],
    ['no key', { state: 'paired' }, null],
    ['something else', { state: 'lost' }, null],
  ])('tells of %s', async (_, body, state) => {
    answer(Response.json(body));
    expect(await pairingServer.poll('device')).toEqual(state);
  });

  it('that cannot be reached says nothing', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new Error('away')));
    expect([await pairingServer.open(), await pairingServer.poll('device')]).toEqual([null, null]);
  });
});

function answer(reply: Response) {
  const fetched = vi.fn<typeof fetch>(() => Promise.resolve(reply));
  vi.stubGlobal('fetch', fetched);
  return fetched;
}
