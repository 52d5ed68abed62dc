import { expect, it } from 'vitest';
import { whatChanged } from './what-changed.js';

it.each([
  [
    'only what differs',
    { name: 'Ada', team: 'North' },
    { name: 'Ada', team: 'South' },
    { before: { team: 'North' }, after: { team: 'South' } },
  ],
  [
    'that something was not there before',
    {},
    { nickname: 'Addie' },
    { before: { nickname: null }, after: { nickname: 'Addie' } },
  ],
  [
    'lists as wholes',
    { slides: [{ seconds: 5 }] },
    { slides: [{ seconds: 6 }] },
    { before: { slides: [{ seconds: 5 }] }, after: { slides: [{ seconds: 6 }] } },
  ],
  ['nothing where nothing does', { name: 'Ada', team: 'North' }, { name: 'Ada' }, undefined],
])('tells %s', (_, before, after, told) => {
  expect(whatChanged(before, after)).toEqual(told);
});
