import fc from 'fast-check';
import { expect, it } from 'vitest';
import { pathOf, routeOf } from './desk-route.js';

it.each([
  ['/desk/', 'floor', null],
  ['/desk', 'floor', null],
  ['/desk/floor', 'floor', null],
  ['/desk/screens', 'screens', null],
  ['/desk/screens/', 'screens', null],
  ['/desk/sources/4', 'sources', '4'],
  ['/desk/sources/4/more', 'sources', '4'],
  ['/desk/nowhere', 'nowhere', null],
  ['/', 'floor', null],
])('reads %s as the page %s', (pathname, page, part) => {
  expect(routeOf(pathname)).toEqual({ page, part });
});

it('writes the address without a page for the first one', () => {
  expect(pathOf({ page: 'floor', part: null })).toBe('/desk/');
});

it('finds its way back from every address that it wrote', () => {
  const word = fc.stringMatching(/^[a-z][a-z0-9-]{0,12}$/);
  fc.assert(
    fc.property(word, fc.option(word), (page, part) => {
      expect(routeOf(pathOf({ page, part }))).toEqual({ page, part });
    }),
  );
});
