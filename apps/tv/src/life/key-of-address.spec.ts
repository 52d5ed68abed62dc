import { expect, it } from 'vitest';
import { addressWithKey, keyOfAddress } from './key-of-address.js';

it.each([
  ['#key=bw_live_7', 'bw_live_7'],
  ['#room=1&key=a%2Bb', 'a+b'],
  ['#key=', null],
  ['#key=%', null],
  ['#monkey=7', null],
  ['', null],
])('finds in "%s" the key %s', (hash, key) => {
  expect(keyOfAddress(hash)).toBe(key);
});

it('finds again whatever key an address was given', () => {
  expect(keyOfAddress(addressWithKey('bw_live&7+%='))).toBe('bw_live&7+%=');
});
