import { describe, expect, it } from 'vitest';
import { Figures } from './figures.js';
import { Meters } from './meters.js';

function measured() {
  const meters = new Meters();
  const lines = async (name: string): Promise<readonly string[]> => {
    const text = await meters.registry.metrics();
    return text.split('\n').filter((line) => line.startsWith(name));
  };
  return { meters, figures: new Figures(meters), lines };
}

describe('the figures', () => {
  it('count requests that were turned away, and no items of them', async () => {
    const { figures, lines } = measured();
    figures.took({ kind: 'busy' }, 1_000, 1_010);
    figures.took({ kind: 'unsigned', reason: 'no signature' }, 1_000, 1_010);
    expect(await lines('bellwether_intake_requests_total')).toEqual([
      'bellwether_intake_requests_total{outcome="busy"} 1',
      'bellwether_intake_requests_total{outcome="unsigned"} 1',
    ]);
    expect(await lines('bellwether_intake_items_total')).toEqual([]);
    expect(await lines('bellwether_intake_duration_seconds_count')).toEqual([
      'bellwether_intake_duration_seconds_count 0',
    ]);
  });

  it('take no age of repeats, and none below zero', async () => {
    const { figures, lines } = measured();
    const name = 'bellwether_event_age_seconds_sum';
    figures.took({ kind: 'taken', verdicts: [{ kind: 'duplicate' }] }, 1_000, 1_500);
    expect(await lines(name)).toEqual([]);
    figures.took({ kind: 'taken', verdicts: [{ kind: 'accepted' }] }, 1_000, 1_250);
    expect(await lines(name)).toEqual([`${name}{at="intake"} 0.25`]);
    figures.painted(-40);
    expect(await lines(name)).toEqual([`${name}{at="intake"} 0.25`, `${name}{at="screen"} 0`]);
  });

  it('leave out what cannot be looked up now, and tell the rest', async () => {
    const { meters, lines } = measured();
    let isAway = false;
    const read = () => (isAway ? Promise.reject(new Error('away')) : [{ value: 7 }]);
    meters.watch('waiting', 'What waits', read);
    meters.watch('jobs', 'Jobs', () => [{ labels: { state: 'active' }, value: 2 }], ['state']);
    expect(await lines('waiting')).toEqual(['waiting 7']);
    isAway = true;
    expect(await lines('waiting')).toEqual([]);
    expect(await lines('jobs')).toEqual(['jobs{state="active"} 2']);
  });
});
