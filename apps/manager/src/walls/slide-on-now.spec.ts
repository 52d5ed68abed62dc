import type { SeenWall } from '@bellwether/contracts';
import { expect, it } from 'vitest';
import { slideOnNow } from './slide-on-now.js';

const slides = ['one', 'two'].map((board) => ({ board, strip: null, seconds: 30 }));
const now = Date.parse('2026-11-20T14:32:00Z');
const seen = (life: SeenWall['life'], index: number, leftSeconds = 30): SeenWall => ({
  screenId: 7,
  life,
  seenAt: now,
  since: now,
  engine: '',
  told: {
    toldAt: now - 8_000,
    vitals: {
      upSeconds: 1,
      clockAhead: null,
      memory: null,
      sound: 'ready',
      width: 1,
      height: 1,
      slide: { index, leftSeconds },
    },
  },
});

it.each([
  ['what a live wall says', seen('live', 1), ['two', 22]],
  ['the next one when the one it told of must be over', seen('live', 1, 5), ['one', 27]],
  ['what a dark wall said last', seen('dark', 1), ['two', null]],
  ['the first of a wall whose programme has changed', seen('live', 7), ['one', null]],
  ['the first of a wall that was never opened', undefined, ['one', null]],
] as const)('shows %s', (_, wall, expected) => {
  const on = slideOnNow({ slides }, wall, now);
  expect([on?.slide.board, on?.left]).toEqual(expected);
});

it('shows nothing of a wall that plays nothing', () => {
  expect(slideOnNow({ slides: [] }, seen('live', 0), now)).toBe(null);
});
