import { describe, expect, it } from 'vitest';
import { afterUnexpectedEnd } from './restart-policy.js';

const seconds = (...times: number[]): number[] => times.map((time) => time * 1_000);

describe('an engine that ended unexpectedly', () => {
  it.each([
    { when: 'for the first time', endedAt: seconds(5), decision: 100 },
    { when: 'for the second time in a minute', endedAt: seconds(5, 10), decision: 500 },
    { when: 'for the third time in a minute', endedAt: seconds(5, 10, 15), decision: 2_000 },
    {
      when: 'for the fourth time in a minute',
      endedAt: seconds(5, 10, 15, 64),
      decision: 'give-up',
    },
    { when: 'again after a quiet minute', endedAt: seconds(5, 10, 15, 76), decision: 100 },
    {
      when: 'now and then over hours',
      endedAt: seconds(0, 600, 1_200, 1_800, 1_830),
      decision: 500,
    },
  ])('$when: $decision', ({ endedAt, decision }) => {
    expect(afterUnexpectedEnd(endedAt)).toBe(decision);
  });
});
