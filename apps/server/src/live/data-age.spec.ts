import type { OrganisationId } from '@bellwether/domain';
import type { RedisBoardStore } from '@bellwether/leaderboard';
import type { PostgresInbox, PostgresLedger } from '@bellwether/persistence';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DataAge } from './data-age.js';

beforeEach(() => void vi.useFakeTimers({ now: 10_000 }));
afterEach(() => void vi.useRealTimers());

const FLOOR = 1 as OrganisationId;

/** Stores that take 100 ms to say that nothing waits. */
function dataAge() {
  const stage = { isAway: false };
  const slowly = async <T>(answer: T): Promise<T> => {
    await new Promise((resolve) => setTimeout(resolve, 100));
    if (stage.isAway) throw new Error('away');
    return answer;
  };
  const inbox = { oldestWaiting: () => slowly(null) } as unknown as PostgresInbox;
  const ledger = { head: () => slowly(5) } as unknown as PostgresLedger;
  const store = { state: () => slowly({ checkpoint: 5 }) } as unknown as RedisBoardStore;
  const age = new DataAge(inbox, ledger, store, { now: () => Date.now() });
  return { age, stage };
}

async function answered<T>(answer: Promise<T>): Promise<T> {
  answer.catch(() => undefined);
  await vi.advanceTimersByTimeAsync(100);
  return answer;
}

describe('how far the numbers reach', () => {
  it('is asked anew after half a second', async () => {
    const { age } = dataAge();
    expect(await answered(age.asOf(FLOOR))).toBe(10_000);
    await vi.advanceTimersByTimeAsync(300);
    expect(await age.asOf(FLOOR)).toBe(10_000);
    await vi.advanceTimersByTimeAsync(200);
    expect(await answered(age.asOf(FLOOR))).toBe(10_600);
  });

  it('is told at once to whoever must not wait, while it is asked anew', async () => {
    const { age } = dataAge();
    expect(await answered(age.lately(FLOOR))).toBe(10_000);
    await vi.advanceTimersByTimeAsync(500);
    expect(await age.lately(FLOOR)).toBe(10_000);
    await vi.advanceTimersByTimeAsync(100);
    expect(await age.lately(FLOOR)).toBe(10_600);
  });

  it('is waited for when what was known is old, and fails when nobody can tell', async () => {
    const { age, stage } = dataAge();
    await answered(age.lately(FLOOR));
    await vi.advanceTimersByTimeAsync(2_000);
    stage.isAway = true;
    await expect(answered(age.lately(FLOOR))).rejects.toThrow('away');
    stage.isAway = false;
    expect(await answered(age.lately(FLOOR))).toBe(12_200);
  });
});
