import type { OwnMetricPreview } from '@bellwether/contracts';
import { BellwetherApi } from '@bellwether/ui';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Metrics } from '../metrics.svelte.js';
import { RescoringWatch } from '../rescoring-watch.svelte.js';
import { Builder } from './builder.svelte.js';
import { OwnMetrics } from './own-metrics.svelte.js';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const preview = (problems: OwnMetricPreview['problems'], cel: string): OwnMetricPreview => ({
  problems,
  cel,
  partCel: '',
  looked: 0,
  isAll: true,
  fields: [],
  fallsOut: { of: 0, tests: [] },
  untried: null,
  outcome: null,
  estimate: { records: 0, seconds: 0 },
});

/** A builder, and the previews that a server has still to answer, in the order they were asked for. */
function openBuilder() {
  const asked: ((reply: OwnMetricPreview) => void)[] = [];
  const api = new BellwetherApi(
    'key',
    () => new Promise((resolve) => asked.push((reply) => resolve(Response.json(reply)))),
  );
  const own = new OwnMetrics(api, new Metrics(api, []), new RescoringWatch(api));
  return { asked, builder: new Builder(own, null) };
}

it('asks once for what is typed in one go', async () => {
  const { asked, builder } = openBuilder();
  for (const title of ['L', 'Lo', 'Long']) builder.change({ title });
  expect(builder.isLate).toBe(true);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(asked).toHaveLength(1);
});

it('shows the answer to the last word, whichever comes last', async () => {
  const { asked, builder } = openBuilder();
  builder.change({ title: 'Long' });
  await vi.advanceTimersByTimeAsync(1_000);
  builder.change({ title: 'Longer' });
  await vi.advanceTimersByTimeAsync(1_000);
  asked[1]?.(preview([], 'the second'));
  await vi.advanceTimersByTimeAsync(0);
  asked[0]?.(preview([], 'the first'));
  await vi.advanceTimersByTimeAsync(0);
  expect([builder.preview?.cel, builder.isLate]).toEqual(['the second', false]);
});

it('does not complain of a name that nobody has written yet, until somebody publishes', async () => {
  const { asked, builder } = openBuilder();
  void builder.look();
  asked[0]?.(preview([{ path: '/title', reason: 'Give it a name' }], ''));
  await vi.advanceTimersByTimeAsync(0);
  expect(builder.problemAt('/title')).toBeUndefined();
  void builder.publish();
  expect(builder.problemAt('/title')?.reason).toBe('Give it a name');
});
