import { BUILT_IN_MEASURES, BUILT_IN_METRICS, KPIS } from '@bellwether/domain';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { EXAMPLES, recordsOf } from '../kpis/examples.js';
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

it('all KPIs at once show on their boards what their examples say, whatever arrives first', async () => {
  const world = await World.open(stores.database, stores.redis, {
    teams: { Floor: [...examples.map(({ kpi }) => kpi), 'somebody.else'] },
    measures: onlyNew(
      KPIS.flatMap(({ measures }) => measures),
      BUILT_IN_MEASURES,
    ),
    metrics: onlyNew(
      KPIS.map(({ metric }) => metric),
      BUILT_IN_METRICS,
    ),
  });
  const boardOf = (kpi: string) => {
    const metric = KPIS.find(({ key }) => key === kpi)?.metric.key ?? '';
    return `${metric}.month@2026-05.reps`;
  };
  // Kept from the beginning: each batch moves them.
  await world.keep(...new Set(examples.map(({ kpi }) => boardOf(kpi))));

  // Backwards: what became true last arrives first.
  const records = examples.flatMap((example) => recordsOf(example)).toReversed();
  for (let from = 0; from < records.length; from += 700) {
    await world.deliver(...records.slice(from, from + 700));
    await world.settle();
  }

  expect(await world.parkedItems()).toEqual([]);
  for (const { kpi, expected } of examples) {
    const board = boardOf(kpi);
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
}, 180_000);
