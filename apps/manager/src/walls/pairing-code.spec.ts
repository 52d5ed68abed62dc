import { PAIRING_ALPHABET } from '@bellwether/contracts';
import { describe, expect, it } from 'vitest';
import {
  CODE_ALPHABET,
  codeText,
  foreignText,
  pairingAsked,
  readPairingCode,
} from './pairing-code.js';

describe('a pairing code', () => {
  it('is made of what the server makes codes of', () =>
    expect(CODE_ALPHABET).toBe(PAIRING_ALPHABET));

  it.each([
    ['HK7P-RM4X', 'HK7PRM4X'],
    ['hk7p rm4x', 'HK7PRM4X'],
    ['hk7p', 'HK7P'],
    ['HK7P-RM4X-HK7P', 'HK7PRM4X'],
    ['https://sales.example.com/pair/HK7P-RM4X', 'HK7PRM4X'],
    ['sales.example.com/pair/hk7p-rm4x?from=qr', 'HK7PRM4X'],
    ['https://sales.example.com/desk/#pair=HK7P-RM4X', 'HK7PRM4X'],
    ['HKhttps://sales.example.com/pair/HK7P-RM4X', 'HK7PRM4X'],
    ['', ''],
  ])('is read from %j', (text, code) =>
    expect(readPairingCode(text)).toEqual({ code, foreign: [] }),
  );

  it.each([
    ['#pair=HK7P-RM4X', 'HK7PRM4X'],
    ['#pair=hk7p%20rm4x', 'HK7PRM4X'],
    ['#key=bw_owner_1&pair=HK7P-RM4X', 'HK7PRM4X'],
    ['#pair', ''],
    ['#pair=', ''],
    ['#pairs=HK7P-RM4X', null],
    ['#key=pair', null],
    ['', null],
  ])('is asked for by %j: %j', (hash, code) => expect(pairingAsked(hash)).toBe(code));

  it('is written as the screen shows it', () => {
    expect(['HK7', 'HK7P', 'HK7PR', 'HK7PRM4X'].map(codeText)).toEqual([
      'HK7',
      'HK7P',
      'HK7P-R',
      'HK7P-RM4X',
    ]);
  });

  it.each([
    [[], null],
    [['O'], 'Codes have no O. Look again'],
    [['O', '0'], 'Codes have no O and no 0. Look again'],
    [['O', '0', 'I', '1'], 'Codes have no O, no 0 and no I. Look again'],
  ])('that has %j: %j', (foreign, text) => expect(foreignText(foreign)).toBe(text));
});
