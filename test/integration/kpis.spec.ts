import type { BusinessDate } from '@bellwether/domain';
import {
  BUILT_IN_MEASURES,
  BUILT_IN_METRICS,
  KPIS,
  PLAIN_CALENDAR,
  periodOf,
} from '@bellwether/domain';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Example } from '../kpis/example.js';
import { EXAMPLES, namesOf, recordsOf } from '../kpis/examples.js';
import { wholeUnits } from '../kpis/work-out.js';
import type { TestStores } from '../support/stores.js';
import { openTestStores } from '../support/stores.js';
import { World } from '../support/world.js';

let stores: TestStores;
beforeAll(async () => (stores = await openTestStores()));
afterAll(() => stores.close());

/** What is more is shown by the real data. */
const MOST_RECORDS = 1_000;
const examples = EXAMPLES.filter(({ records }) => records.length <= MOST_RECORDS);

function onlyNew<Definition extends { key: string }>(
  definitions: readonly Definition[],
  known: readonly Definition[],
): Definition[] {
  const byKey = new Map(definitions.map((definition) => [definition.key, definition]));
  for (const { key } of known) byKey.delete(key);
  return [...byKey.values()];
}

/** All KPIs in use, and their examples' records told, what became true last first. */
async function tell(told: readonly Example[], now?: number): Promise<World> {
  const ofTeams = told.filter(({ team }) => team);
  const world = await World.open(stores.database, stores.redis, {
    teams: {
      Floor: [...told.filter(({ team }) => !team).map(({ kpi }) => kpi), 'somebody.else'],
      ...Object.fromEntries(ofTeams.map((example) => [example.kpi, namesOf(example)])),
    },
    measures: onlyNew(
      KPIS.flatMap(({ measures }) => measures),
      BUILT_IN_MEASURES,
    ),
    metrics: onlyNew(
      KPIS.map(({ metric }) => metric),
      BUILT_IN_METRICS,
    ),
  });
  if (now !== undefined) world.now = now;
  // Kept from the beginning: each batch moves them.
  await world.keep(...told.map(boardOf));

  const records = told.flatMap((example) => recordsOf(example)).toReversed();
  for (let from = 0; from < records.length; from += 700) {
    await world.deliver(...records.slice(from, from + 700));
    await world.settle();
  }
  return world;
}

function boardOf({ kpi, period = 'month', team }: Example): string {
  const metric = KPIS.find(({ key }) => key === kpi)?.metric.key ?? '';
  const key = periodOf(period, '2026-05-01' as BusinessDate, PLAIN_CALENDAR).key;
  return `${metric}.${period}@${key}.${team ? 'teams' : 'reps'}`;
}

async function expectShown(world: World, example: Example): Promise<void> {
  const { kpi, expected } = example;
  const board = boardOf(example);
  const standing = new Map(await world.standing(board));
  const metric = await world.metric(await world.board(board));
  expect([kpi, wholeUnits(metric, standing.get(kpi) ?? Number.NaN)]).toEqual([
    kpi,
    expect.closeTo(expected, 8),
  ]);
  const shown = (await world.members(board)).map(({ member, score }) => [member, score]);
  const ledger = (await world.recomputed(board)).filter(({ score }) => score !== null);
  expect(new Map(ledger.map(({ member, score }) => [member, score]))).toEqual(
    new Map(shown as [number, number][]),
  );
}

it('all KPIs at once show on their boards what their examples say, whatever arrives first', async () => {
  const told = examples.filter(({ asOf }) => asOf === undefined);
  const world = await tell(told);
  expect(await world.parkedItems()).toEqual([]);
  expect(await world.unequalFacets()).toEqual([]);
  for (const example of told) await expectShown(world, example);
}, 240_000);

it('a KPI of a period that runs shows what its example says of the day', async () => {
  for (const example of examples.filter(({ asOf }) => asOf !== undefined)) {
    const world = await tell([example], Date.parse(`${example.asOf}T12:00:00Z`));
    expect(await world.parkedItems()).toEqual([]);
    await expectShown(world, example);
  }
}, 60_000);
