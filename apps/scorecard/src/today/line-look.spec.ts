import type { PersonLine } from '@bellwether/contracts';
import { describe, expect, it } from 'vitest';
import { pace, personLine } from './card.fixture.js';
import { lineLook } from './line-look.js';

describe('lineLook', () => {
  it.each<[string, Partial<PersonLine>, ReturnType<typeof lineLook>]>([
    [
      'half done, with the pace a little further',
      { attainment: 0.5, target: 40_000, pace: pace(30_000) },
      { fill: 0.5, tick: 0.75, isDone: false },
    ],
    ['met, which needs no pace', { attainment: 1 }, { fill: 1, tick: null, isDone: true }],
    ['more than met', { attainment: 1.4 }, { fill: 1, tick: null, isDone: true }],
    [
      'taken back to less than nothing',
      { attainment: -0.1, pace: null },
      { fill: 0, tick: null, isDone: false },
    ],
    ['exempt', { attainment: null, target: 0, pace: null }, { fill: 0, tick: null, isDone: false }],
    [
      'not started',
      { attainment: 0, pace: pace(null, { state: 'not-started' }) },
      { fill: 0, tick: null, isDone: false },
    ],
  ])('%s', (_, line, look) => {
    expect(lineLook(personLine(line))).toEqual(look);
  });
});
