import { expect, it } from 'vitest';
import { reachedBy } from './reached-by.js';

const LAN = { protocol: 'http', host: '192.168.1.7:4321' };

it.each([
  ['the address that is set', 'https://bell.example', LAN, 'https://bell.example'],
  ['what it was asked by', 'http://localhost:4321', LAN, 'http://192.168.1.7:4321'],
  ['what it was asked by, over IPv6', 'http://[::1]:4321', LAN, 'http://192.168.1.7:4321'],
  [
    'no host that is none',
    'http://localhost:4321',
    { protocol: 'http', host: 'x"><b>' },
    'http://localhost:4321',
  ],
])('is %s', (_, publicUrl, asked, address) => {
  expect(reachedBy(publicUrl, asked)).toBe(address);
});
