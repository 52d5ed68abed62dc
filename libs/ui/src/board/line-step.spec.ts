import { expect, it } from 'vitest';
import { lineStep } from './line-step.js';

it.each([
  ['€12,350 to the bell', 204, 1],
  ['€6,820 to 2nd', 204, 0],
  ['Level. Farid got there first', 250, 3],
  ['JP¥81,000,000 to the bell', 204, 3],
])('sets "%s" in %i pixels in step %i', (text, room, step) => {
  expect(lineStep(text, room)).toBe(step);
});
