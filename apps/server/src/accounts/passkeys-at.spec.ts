import { expect, it } from 'vitest';
import { passkeysAt } from './passkeys-at.js';

it.each([
  ['a name over TLS', 'https://bell.example', 'https://bell.example'],
  ['a name on a port', 'https://bell.example:8443', 'https://bell.example:8443'],
  ['the machine itself', 'http://localhost:4321', 'http://localhost:4321'],
  ['no name without TLS', 'http://bell.example', null],
  ['no number', 'https://192.168.1.7', null],
  ['no longer number', 'https://[fd00::7]', null],
])('a passkey is good for %s', (_, publicUrl, origin) => {
  expect(passkeysAt(publicUrl)).toBe(origin);
});
