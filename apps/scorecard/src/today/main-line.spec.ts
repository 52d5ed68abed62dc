import { describe, expect, it } from 'vitest';
import { personCard, personLine } from './card.fixture.js';
import { mainLine } from './main-line.js';

const line = (metric: string, more: Parameters<typeof personLine>[0] = {}) =>
  personLine({ metric, ...more });
const metricOf = (...lines: ReturnType<typeof line>[]) =>
  mainLine(personCard({ lines }))?.metric ?? null;

describe('what the page speaks of', () => {
  it('is what the hill is of', () => {
    const lines = [line('won', { weight: 70 }), line('pipeline', { weight: 30 })];
    const card = personCard({ lines, hill: { metric: 'pipeline', days: [] } });
    expect(mainLine(card)?.metric).toBe('pipeline');
  });

  it.each<[string, ReturnType<typeof line>[], string | null]>([
    ['else the heaviest outcome', [line('a', { weight: 40 }), line('b', { weight: 60 })], 'b'],
    [
      'else the heaviest activity',
      [line('a', { part: 'activity', weight: 40 }), line('b', { part: 'activity', weight: 60 })],
      'b',
    ],
    [
      'never one that is not for them',
      [line('a', { isForYou: false, weight: 90 }), line('b', { weight: 10 })],
      'b',
    ],
    ['nothing where there is nothing', [], null],
  ])('%s', (_, lines, metric) => {
    expect(metricOf(...lines)).toBe(metric);
  });
});
