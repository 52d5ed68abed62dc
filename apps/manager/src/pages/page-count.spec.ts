import { describe, expect, it } from 'vitest';
import type { Floor } from '../desk.svelte.js';
import { darkScreens, parkedItems } from './page-count.js';

const withParked = (parked: number | null) =>
  ({ status: { status: parked === null ? null : { parked } } }) as unknown as Floor;
const withLives = (...lives: readonly string[]) =>
  ({ walls: { seen: new Map(lives.map((life, id) => [id, { life }])) } }) as unknown as Floor;

describe('what waits on a page', () => {
  it.each([
    [null, null],
    [0, null],
    [1, '1 waits'],
    [12, '12 wait'],
  ])('with %s parked is %s', (parked, text) => {
    const count = parkedItems(withParked(parked));
    expect(count && `${count.number} ${count.says}`).toBe(text);
  });

  it.each([
    [['live', 'late'], null],
    [['dark'], '1 is dark'],
    [['dark', 'live', 'dark'], '2 are dark'],
  ])('with screens that are %j is %s', (lives, text) => {
    const count = darkScreens(withLives(...lives));
    expect(count && `${count.number} ${count.says}`).toBe(text);
  });
});
