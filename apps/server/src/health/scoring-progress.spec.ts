import { describe, expect, it } from 'vitest';
import { ScoringProgress } from './scoring-progress.js';

function watched() {
  const world = { next: 7 as number | null, now: 0, isAway: false, errors: 0 };
  const progress = new ScoringProgress(
    {
      next: async () => {
        if (world.isAway) throw new Error('away');
        return world.next;
      },
      read: async () => ({ waiting: 0, oldestArrivedAt: null }),
    },
    { now: () => world.now },
    { info: () => {}, warn: () => {}, error: () => (world.errors += 1) },
  );
  const lookAt = async (seconds: number): Promise<string> => {
    world.now = seconds * 1_000;
    await progress.look().catch(() => undefined);
    return progress.state;
  };
  return { world, progress, lookAt };
}

describe('the progress of scoring', () => {
  it('is fine before anybody has looked', () => {
    expect(watched().progress.state).toBe('ok');
  });

  it('stalls when the same delivery stays next, and says so once', async () => {
    const { world, lookAt } = watched();
    expect([await lookAt(0), await lookAt(30), await lookAt(35)]).toEqual([
      'ok',
      'stalled',
      'stalled',
    ]);
    expect(world.errors).toBe(1);
    world.next = 8;
    expect(await lookAt(40)).toBe('ok');
  });

  it('does not take an outage of the database for a stall', async () => {
    const { world, lookAt } = watched();
    await lookAt(0);
    world.isAway = true;
    expect(await lookAt(20)).toBe('ok');
    world.isAway = false;
    expect([await lookAt(60), await lookAt(89), await lookAt(90)]).toEqual(['ok', 'ok', 'stalled']);
  });
});
