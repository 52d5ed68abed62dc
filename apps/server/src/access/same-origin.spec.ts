import { expect, it } from 'vitest';
import { isSameOrigin } from './same-origin.js';

const host = 'sales.example.com';

it.each([
  ['a page of this server', { host, origin: 'https://sales.example.com' }, true],
  ['a page of this server on its port', { host: 'box:4321', origin: 'http://box:4321' }, true],
  ['a page of another port', { host: 'box:4321', origin: 'http://box:4322' }, false],
  ['a page of another server', { host, origin: 'https://evil.example' }, false],
  ['a page whose name begins alike', { host, origin: 'https://sales.example.com.evil' }, false],
  ['a page from nowhere', { host, origin: 'null' }, false],
  ['a browser that says so', { host, 'sec-fetch-site': 'same-origin' }, true],
  ['a page of a neighbour', { host, 'sec-fetch-site': 'same-site' }, false],
  ['somebody who says nothing', { host }, false],
])('%s', (_, headers, expected) => expect(isSameOrigin(headers)).toBe(expected));
