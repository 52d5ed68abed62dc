import { describe, expect, it } from 'vitest';
import { keyOfPasted, valueOfAddress } from './value-of-address.js';

describe('what an address carries', () => {
  it.each([
    ['#key=bw_owner_abc', 'bw_owner_abc'],
    ['#a=1&key=bw_owner_abc&b=2', 'bw_owner_abc'],
    ['#key=one%20', 'one'],
    ['#setup=token', null],
    ['#monkey=x', null],
    ['#key=', null],
    ['#key=%E0%A4%A', null],
    ['', null],
  ])('%j has the key %j', (hash, key) => expect(valueOfAddress(hash, 'key')).toBe(key));

  it('tells a set-up link from a desk link', () => {
    expect(valueOfAddress('#setup=bw_setup_1', 'setup')).toBe('bw_setup_1');
    expect(valueOfAddress('#key=bw_owner_1', 'setup')).toBeNull();
  });
});

describe('what somebody pasted', () => {
  it.each([
    ['https://bell.example/desk/#key=bw_owner_8Lw5SEQ7', 'bw_owner_8Lw5SEQ7'],
    ['  bw_owner_8Lw5SEQ7 ', 'bw_owner_8Lw5SEQ7'],
    ['hello there', null],
    ['https://bell.example/desk/', null],
  ])('%j is the key %j', (text, key) => expect(keyOfPasted(text)).toBe(key));
});
