import { describe, expect, it } from 'vitest';
import type { Progress } from './judge-progress.js';
import { judgeProgress } from './judge-progress.js';

type Look = readonly [atSeconds: number, next: number | null];

function judge(looks: readonly Look[]): Progress['state'] | undefined {
  let progress: Progress | undefined;
  for (const [at, next] of looks) progress = judgeProgress(progress, next, at * 1_000);
  return progress?.state;
}

describe('judgeProgress', () => {
  it.each<[string, readonly Look[], Progress['state']]>([
    [
      'nothing waits',
      [
        [0, null],
        [60, null],
      ],
      'ok',
    ],
    [
      'something has just come',
      [
        [0, null],
        [60, 7],
      ],
      'ok',
    ],
    [
      'the same waits for 29 s',
      [
        [0, 7],
        [29, 7],
      ],
      'ok',
    ],
    [
      'the same waits for 30 s',
      [
        [0, 7],
        [15, 7],
        [30, 7],
      ],
      'stalled',
    ],
    [
      'there is always something, but not the same',
      [
        [0, 7],
        [25, 9],
        [50, 11],
      ],
      'ok',
    ],
    [
      'it moves again after a stall',
      [
        [0, 7],
        [40, 7],
        [45, 8],
      ],
      'ok',
    ],
    [
      'all is done after a stall',
      [
        [0, 7],
        [40, 7],
        [45, null],
      ],
      'ok',
    ],
    [
      'it stalls again later',
      [
        [0, 7],
        [40, 7],
        [45, 8],
        [74, 8],
      ],
      'ok',
    ],
    [
      'it stalls again for long',
      [
        [0, 7],
        [40, 7],
        [45, 8],
        [75, 8],
      ],
      'stalled',
    ],
    // One that was parked and is tried again comes before all that arrived later.
    [
      'an older one is tried again',
      [
        [0, 7],
        [29, 3],
        [31, 3],
      ],
      'ok',
    ],
  ])('%s', (_, looks, state) => {
    expect(judge(looks)).toBe(state);
  });
});
