import type { Rescoring } from '@bellwether/application';
import { expect, it } from 'vitest';
import { presentRescoring } from './rescoring.presenter.js';

const BEGUN = 1_000_000;

const rescoring = (told: Partial<Rescoring>): Rescoring => ({
  state: 'running',
  reason: 'MQLs created',
  done: 0,
  total: 1_000,
  startedAt: BEGUN,
  endedAt: null,
  ...told,
});

it.each([
  ['a quarter took ten seconds', { done: 250 }, 30],
  ['nothing is done yet', { done: 0 }, null],
  ['all is looked at', { done: 1_000 }, 0],
  ['it is over', { state: 'done', done: 1_000 }, null],
  ['it was cancelled', { state: 'cancelled', done: 250 }, null],
] as const)('tells how long it will take when %s', (_, told, left) => {
  expect(presentRescoring(rescoring(told), BEGUN + 10_000).secondsLeft).toBe(left);
});

it('has nothing to go by when the clock was set back', () => {
  expect(presentRescoring(rescoring({ done: 250 }), BEGUN - 10_000).secondsLeft).toBe(0);
});
