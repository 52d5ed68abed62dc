import { expect, it } from 'vitest';
import { joinReasons } from './join-reasons.js';

it.each([
  ['one after the other', 'MQLs created', 'Demos held', 'MQLs created, Demos held'],
  ['the same once more', 'MQLs created, Demos held', 'MQLs created', 'MQLs created, Demos held'],
  ['more than fits a line', 'x'.repeat(118), 'Demos held', 'Several KPIs'],
])('tells what is counted anew for: %s', (_, known, added, joined) => {
  expect(joinReasons(known, added)).toBe(joined);
});
