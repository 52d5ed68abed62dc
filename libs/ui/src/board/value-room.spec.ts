import { expect, it } from 'vitest';
import { valueRoom } from './value-room.js';

it.each([
  ['€152,780', '€12,300 to 3rd', 180],
  ['€152,790', '+€8,400 just now', 180],
  ['7', '', 180],
  ['€152,790', '+€121,345 just now', 210],
  ['CHF 1,152,780', '', 240],
  ['70', 'Level. Hye-jin got there first', 240],
])('gives %s over "%s" %i pixels', (score, line, room) => {
  expect(valueRoom(score, 41, line)).toBe(room);
});
