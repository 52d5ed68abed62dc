import { expect, it } from 'vitest';
import { numberSize } from './number-size.js';

it.each([
  ['€184,250', 420, 100],
  ['€1,184,250', 420, 84],
  ['CHF 184,250,000', 460, 68],
  ['JP¥1,184,250,000,000', 300, 52],
])('prints %s in %i pixels at %i', (text, width, size) => {
  expect(numberSize(text, width, [100, 84, 68, 52])).toBe(size);
});
