import { expect, it } from 'vitest';
import { wallState } from './wall-state.js';

const place = { timeZone: 'Europe/Dublin', locale: 'en-IE' };
const at = (clock: string) => Date.parse(`2026-11-20T${clock}Z`);
const seen = (life: 'live' | 'late' | 'dark', clock: string) => ({
  screenId: 7,
  life,
  seenAt: at(clock),
  since: at('09:00:00'),
  engine: 'Chromium 76',
  told: null,
});

it.each([
  ['Waiting', 'not opened yet', undefined],
  ['Live', '1 s', seen('live', '14:31:59')],
  ['Live', '0 s', seen('live', '14:32:01')],
  ['Late', '2 min 10 s', seen('late', '14:29:50')],
  ['Dark', 'since 13:58', seen('dark', '13:58:12')],
] as const)('%s %s', (word, text, wall) => {
  expect(wallState(wall, at('14:32:00'), place)).toMatchObject({ word, text });
});
