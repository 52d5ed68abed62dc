import { standingAsOf } from '@bellwether/application';
import type { EntrySeq } from '@bellwether/domain';
import { PostgresPastTotals } from '@bellwether/persistence';
import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BALANCE_MEASURES, BALANCE_METRICS } from '../support/balance-metrics.js';
import { changes } from '../support/record-arbitraries.js';
import type { TestStores } from '../support/stores.js';
import { openTestStores } from '../support/stores.js';
import { World } from '../support/world.js';

let stores: TestStores;
beforeAll(async () => (stores = await openTestStores()));
afterAll(() => stores.close());

/** Sums, a rate, formulas over several windows, and what there is by now; of people and of teams. */
const BOARDS = [
  'revenue_won.month@2026-11.reps',
  'revenue_won.year@2026.teams',
  'win_rate.year@2026.reps',
  'activity_points.month@2026-11.teams',
  'conversations.week@2026-11-16.reps',
  'open_deals.month@2026-11.reps',
  'pipeline_growth.month@2026-11.reps',
  'revenue_growth.month@2026-11.teams',
  'net_mrr_churn.month@2026-11.reps',
];
const teams = { Atlantic: ['amara', 'nguyen'], Iberia: ['tomas', 'leena'] };

const openWorld = () =>
  World.open(stores.database, stores.redis, {
    teams,
    measures: BALANCE_MEASURES,
    metrics: BALANCE_METRICS,
  });

/** What the board store shows, in order. */
async function shown(world: World, id: string): Promise<readonly string[]> {
  const members = await world.members(id);
  return members.map(({ member, score, reachedAt }) => `${member} ${score} ${reachedAt}`);
}

/** What the ledger says that it showed then. */
async function past(world: World, id: string, seq: EntrySeq): Promise<readonly string[]> {
  const board = await world.board(id);
  const metric = await world.metric(board);
  const directory = await world.directories.read(world.organisationId, Number.MAX_SAFE_INTEGER);
  const totals = new PostgresPastTotals(world.database);
  const asked = { board, metric, directory };
  const standing = await standingAsOf(totals, world.organisationId, asked, seq);
  return standing.map(({ id: member, score, reachedAt }) => `${member} ${score} ${reachedAt}`);
}

describe('a standing of the past', () => {
  it('is what the board showed when it stood at that entry, whatever came in which order', async () => {
    const batches = fc.tuple(changes, fc.array(fc.nat({ max: 6 }), { maxLength: 6 }));
    await fc.assert(
      fc.asyncProperty(batches, async ([all, sizes]) => {
        const world = await openWorld();
        await world.keep(...BOARDS);
        const seen: { seq: EntrySeq; id: string; lines: readonly string[] }[] = [];
        const look = async () => {
          const seq = await world.ledger.head(world.organisationId);
          for (const id of BOARDS) seen.push({ seq, id, lines: await shown(world, id) });
        };
        await look();
        let at = 0;
        for (const size of [...sizes, all.length]) {
          await world.deliver(...all.slice(at, at + size));
          at += size;
          await world.settle();
          await look();
        }
        for (const { seq, id, lines } of seen) {
          expect([id, seq, await past(world, id, seq)]).toEqual([id, seq, lines]);
        }
      }),
      { numRuns: Number(process.env['PROPERTY_RUNS'] ?? 8) },
    );
  });

  it('tells in a moment what a floor of a thousand people added up to before its last 100,000 entries', async () => {
    const world = await openWorld();
    const { measures } = await world.directories.read(world.organisationId);
    const calls = measures.find(({ key }) => key === 'calls')?.id ?? 0;
    await world.deliver({
      type: 'call',
      externalId: 'C-1',
      endedAt: '2026-11-18T09:00:00Z',
      owner: 'amara@example.com',
      contact: 'orsini',
      talkSeconds: 200,
    });
    await world.settle();
    const before = await past(world, 'calls.month@2026-11.reps', 99_999_999 as EntrySeq);
    const then = await world.ledger.head(world.organisationId);
    await book(world, calls, 100_000);
    const began = performance.now();
    expect(await past(world, 'calls.month@2026-11.reps', then)).toEqual(before);
    const head = await world.ledger.head(world.organisationId);
    expect(await past(world, 'calls.month@2026-11.reps', head)).toHaveLength(1_000);
    expect(performance.now() - began).toBeLessThan(10_000);
  });
});

/** Entries of a thousand people over the month, as a scoring would have booked them. */
async function book(world: World, measure: number, entries: number): Promise<void> {
  const { database, organisationId } = world;
  const head = await world.ledger.head(organisationId);
  const people = Math.min(...world.people.values());
  await sql`
    with booked as (
      insert into entry (organisation_id, seq, record_id, revision, person_id, date, at, measure_ids, quantities)
      select ${organisationId}, ${head}::bigint + number, 1, 1, ${people}::integer + number % 1000,
        '2026-11-01'::date + number % 20, '2026-11-19T10:00:00Z',
        array[${measure}::integer], array[1000::bigint]
      from generate_series(1, ${entries}::integer) number
      returning person_id, date, at
    ), raised as (
      insert into daily_total (organisation_id, measure_id, person_id, date, quantity, last_at)
      select ${organisationId}, ${measure}, person_id, date, count(*) * 1000, max(at)
      from booked group by person_id, date
      on conflict (organisation_id, measure_id, person_id, date) do update
        set quantity = daily_total.quantity + excluded.quantity, last_at = excluded.last_at
    )
    update ledger_head set seq = seq + ${entries}::bigint where organisation_id = ${organisationId}
  `.execute(database.of(organisationId));
}
