import { expect, it } from 'vitest';
import { stateOfSource } from './source-state.js';

const now = Date.parse('2026-11-20T12:00:00Z');
const ago = (minutes: number) => now - minutes * 60_000;
const calm = { forMs: 0, afterMs: 1, isSilent: false };
const silent = { forMs: 2, afterMs: 1, isSilent: true };

it.each([
  ['waiting', 'nothing ever came', { lastAt: null, silence: null }],
  ['fresh', 'something came just now', { lastAt: ago(1) }],
  ['quiet', 'it was a while ago', { lastAt: ago(40) }],
  ['silent', 'it is longer than usual', { lastAt: ago(400), silence: silent }],
  ['failing', 'the latest was refused', { lastAt: ago(40), refusedAt: ago(2) }],
  ['failing', 'all that ever came was refused', { lastAt: null, refusedAt: ago(2) }],
  ['fresh', 'it gets through again', { lastAt: ago(1), refusedAt: ago(2) }],
  [
    'silent',
    'it was refused days ago',
    { lastAt: ago(9_000), refusedAt: ago(8_000), silence: silent },
  ],
  ['paused', 'somebody paused it', { paused: true, lastAt: ago(400), silence: silent }],
] as const)('is %s when %s', (state, _, facts) => {
  const calmly = { paused: false, refusedAt: null, silence: calm, now };
  expect(stateOfSource({ ...calmly, ...facts })).toBe(state);
});
