import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestStores } from '../support/stores.js';
import { openTestStores } from '../support/stores.js';
import { World } from '../support/world.js';

let stores: TestStores;
beforeAll(async () => (stores = await openTestStores()));
afterAll(() => stores.close());

/** Two calls a second apart, across the end of a day there, and the periods that they fall into. */
const edges = [
  {
    timeZone: 'America/Sao_Paulo',
    // Midnight there; the last day of a month, a quarter and half a year.
    before: '2026-07-01T02:59:59Z',
    after: '2026-07-01T03:00:00Z',
    boards: {
      day: ['2026-06-30', '2026-07-01'],
      month: ['2026-06', '2026-07'],
      quarter: ['2026-Q2', '2026-Q3'],
    },
  },
  {
    timeZone: 'America/Sao_Paulo',
    // The night that summer time began, in the last year that had one: there was no midnight.
    before: '2018-11-04T02:59:59Z',
    after: '2018-11-04T03:00:00Z',
    boards: { day: ['2018-11-03', '2018-11-04'], week: ['2018-10-29', '2018-10-29'] },
  },
  {
    timeZone: 'Asia/Kolkata',
    before: '2026-03-31T18:29:59Z',
    after: '2026-03-31T18:30:00Z',
    boards: {
      day: ['2026-03-31', '2026-04-01'],
      month: ['2026-03', '2026-04'],
      quarter: ['2026-Q1', '2026-Q2'],
    },
  },
  {
    timeZone: 'Pacific/Auckland',
    // New year comes there first, in summer time.
    before: '2025-12-31T10:59:59Z',
    after: '2025-12-31T11:00:00Z',
    boards: {
      day: ['2025-12-31', '2026-01-01'],
      year: ['2025', '2026'],
      week: ['2025-12-29', '2025-12-29'],
    },
  },
  {
    timeZone: 'Pacific/Auckland',
    // The Sunday of 25 hours, at its end: a new day and a new week.
    before: '2026-04-05T11:59:59Z',
    after: '2026-04-05T12:00:00Z',
    boards: { day: ['2026-04-05', '2026-04-06'], week: ['2026-03-30', '2026-04-06'] },
  },
] as const;

describe('a second before and a second after midnight', () => {
  it.each(edges)('in $timeZone at $after are days, and what begins with them', async (edge) => {
    const { timeZone, before, after, boards } = edge;
    const world = await World.open(stores.database, stores.redis, {
      timeZone,
      teams: { Night: ['early', 'late'] },
      since: '2000-01-01',
    });
    const ids = Object.entries(boards).flatMap(([kind, keys]) =>
      keys.map((key: string) => `calls.${kind}@${key}.reps`),
    );
    await world.keep(...ids);
    const call = (owner: string, endedAt: string) => ({
      type: 'call',
      externalId: owner,
      owner: `${owner}@example.com`,
      endedAt,
    });
    await world.deliver(call('late', after), call('early', before));
    await world.settle();
    for (const [kind, [first, second]] of Object.entries(boards)) {
      const on = async (key: string) =>
        (await world.standing(`calls.${kind}@${key}.reps`))
          .map(([name]) => name)
          .sort((a, b) => (a < b ? -1 : 1));
      const together = first === second;
      expect([kind, await on(first)]).toEqual([kind, together ? ['early', 'late'] : ['early']]);
      expect([kind, await on(second)]).toEqual([kind, together ? ['early', 'late'] : ['late']]);
    }
  });
});
