import { describe, expect, it } from 'vitest';
import { signStandardWebhook, standardWebhooksRefusal } from './standard-webhooks.js';

const secret = 'whsec_bWFkZS1ieS1vcGVuc3NsLTAxMjM0NTY3ODlhYmNkZWY=';
const body = Buffer.from('{"type":"call"}');
const now = 1_764_000_000_000;
/** Made with openssl, not with our own code. */
const SIGNATURE = 'v1,FmQvt5Q1mS+yeD0DOJQ3Jqz9y5tq+G69oAZVrVz7TbQ=';

const headers = {
  'webhook-id': 'msg_1',
  'webhook-timestamp': '1764000000',
  'webhook-signature': SIGNATURE,
};
const refusal = (changed: Record<string, string | undefined>, more = {}) =>
  standardWebhooksRefusal(
    { method: 'POST', url: '', headers: { ...headers, ...changed }, body, ...more },
    [secret],
    now,
  );

describe('a delivery signed as Standard Webhooks', () => {
  it('is taken when the signature is right', () => expect(refusal({})).toBeUndefined());

  it('is taken when any signature of several is right', () => {
    const several = `v1,AAAA v1a,${'B'.repeat(80)} ${SIGNATURE}`;
    expect(refusal({ 'webhook-signature': several })).toBeUndefined();
  });

  it('is taken when any secret of several signed, so that secrets can be rotated', () => {
    const request = { method: 'POST', url: '', headers, body };
    expect(standardWebhooksRefusal(request, ['whsec_b3RoZXI=', secret], now)).toBeUndefined();
    expect(standardWebhooksRefusal(request, ['whsec_b3RoZXI='], now)).toMatch('does not match');
    expect(standardWebhooksRefusal(request, [], now)).toMatch('does not match');
  });

  it.each([
    ['another body', {}, { body: Buffer.from('{"type":"deal"}') }],
    ['another id', { 'webhook-id': 'msg_2' }, {}],
    ['another time', { 'webhook-timestamp': '1764000001' }, {}],
    ['an empty signature', { 'webhook-signature': 'v1,' }, {}],
    ['another version', { 'webhook-signature': SIGNATURE.replace('v1', 'v2') }, {}],
    ['nonsense', { 'webhook-signature': '💥' }, {}],
    ['no id', { 'webhook-id': undefined }, {}],
    ['no time', { 'webhook-timestamp': undefined }, {}],
    ['a time that is none', { 'webhook-timestamp': '1e9' }, {}],
    ['no signature', { 'webhook-signature': undefined }, {}],
  ])('is refused with %s', (_, changed, more) => {
    expect(refusal(changed, more)).toEqual(expect.any(String));
  });

  it.each([
    [-299, true],
    [299, true],
    [-301, false],
    [301, false],
  ])('that is %i seconds off is taken: %s', (seconds, isTaken) => {
    const timestamp = String(1_764_000_000 + seconds);
    const signature = signStandardWebhook(secret, 'msg_1', timestamp, body);
    const outcome = refusal({ 'webhook-timestamp': timestamp, 'webhook-signature': signature });
    expect(outcome === undefined).toBe(isTaken);
  });
});
