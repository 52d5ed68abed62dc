import { describe, expect, it } from 'vitest';
import { hubspotRefusal } from './hubspot-v3.js';

const url = 'https://sales.example.com/hooks/hubspot-abc?x=a:b';
const body = Buffer.from('[{"eventId":1}]');
const now = 1_764_000_000_000;
/** Made with openssl, not with our own code. */
const headers = {
  'x-hubspot-signature-v3': 'GF2Xwse63rJgix4CBoJ+kgoOV/TkCHVxE6pTjcc05hI=',
  'x-hubspot-request-timestamp': String(now),
};
const request = { method: 'POST', url, headers, body };
const secrets = ['client-secret-of-the-app'];

describe('a delivery signed by HubSpot', () => {
  it('is taken when the signature is right', () => {
    expect(hubspotRefusal(request, secrets, now)).toBeUndefined();
  });

  it('is signed over the address with its escapes decoded', () => {
    const escaped = url.replace('a:b', 'a%3Ab');
    expect(hubspotRefusal({ ...request, url: escaped }, secrets, now)).toBeUndefined();
  });

  it.each([
    ['another body', { body: Buffer.from('[]') }],
    ['another address', { url: url.replace('abc', 'abd') }],
    ['another method', { method: 'PUT' }],
    ['no signature', { headers: { 'x-hubspot-request-timestamp': String(now) } }],
    ['no time', { headers: { 'x-hubspot-signature-v3': headers['x-hubspot-signature-v3'] } }],
  ])('is refused with %s', (_, more) => {
    expect(hubspotRefusal({ ...request, ...more }, secrets, now)).toEqual(expect.any(String));
  });

  it('is refused when it is older than five minutes', () => {
    expect(hubspotRefusal(request, secrets, now + 300_001)).toMatch('five minutes');
    expect(hubspotRefusal(request, secrets, now + 300_000)).toBeUndefined();
  });
});
