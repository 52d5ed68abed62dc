import { expect, it } from 'vitest';
import { passkeyPlace } from './passkey-place.js';

it.each([
  ['a name over TLS', 'https://bell.example', 'bell.example'],
  ['a name on a port', 'https://bell.example:8443', 'bell.example'],
  ['the machine itself', 'http://localhost:4321', 'localhost'],
  ['a name without TLS', 'http://bell.example', undefined],
  ['a number', 'https://192.168.1.7', undefined],
  ['a longer number', 'https://[fd00::7]', undefined],
])('a passkey for %s', (_, publicUrl, rpID) => {
  expect(passkeyPlace(publicUrl)?.rpID).toBe(rpID);
});

it('is shown by pages of that very address', () => {
  expect(passkeyPlace('https://bell.example:8443')?.origin).toBe('https://bell.example:8443');
});
