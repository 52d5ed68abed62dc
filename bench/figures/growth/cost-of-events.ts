import type { Line } from '../../figure.js';
import type { LoadDuties } from '../../load/load-duties.js';
import { median } from '../../median.js';
import type { BenchProcess } from '../../processes/bench-process.js';
import { OUR_OLDEST, allOnBoards, allScored } from '../../stage/backlog.js';
import { costEach } from '../../stage/cpu-time.js';
import type { OpenFloor } from '../../stage/open-floor.js';
import type { Stage } from '../../stage/stage.js';

const ROUNDS = 3;
const REQUESTS = 12;
const BATCH = 500;

/** `few` and `many` differ in people, `some` and `large` in the length of the ledger. */
type Floors = Readonly<Record<'few' | 'some' | 'many' | 'large', OpenFloor>>;

const PEOPLE = { few: 100, some: 300, many: 10_000, large: 300 } as const;

/** What an event costs on each of the floors, in turn. */
export async function costOfEvents(
  stage: Stage,
  load: BenchProcess<LoadDuties>,
  floors: Floors,
): Promise<readonly Line[]> {
  const names = Object.keys(floors) as (keyof Floors)[];
  const costs = { few: [], some: [], many: [], large: [] } as Record<keyof Floors, number[]>;
  for (let round = 0; round <= ROUNDS; round += 1) {
    for (const name of names) {
      const cost = await oneRound(stage, load, floors[name], `${name}-${round}`, PEOPLE[name]);
      if (round > 0 && cost !== undefined) costs[name].push(cost);
    }
  }
  const line = (what: string, base: keyof Floors, grown: keyof Floors): Line => {
    const [before, after] = [median(costs[base]), median(costs[grown])];
    const isKnown = Number.isFinite(before) && Number.isFinite(after);
    return {
      what: `6 cost of an event, ${what}`,
      ours: isKnown ? after / before : null,
      unit: 'x',
      reference: null,
      limit: { of: 'value', is: 'at-most', must: 1.1 },
      note: isKnown
        ? `processor time of server, PostgreSQL and Redis: ${before.toFixed(3)} -> ${after.toFixed(3)} ms ` +
          `an event, in batches of ${BATCH}, medians of ${ROUNDS}; everybody sells`
        : 'this system does not tell processor times',
    };
  };
  return [
    line('100 -> 10,000 people', 'few', 'many'),
    line('100,000 -> 5,000,000 entries', 'some', 'large'),
  ];
}

async function oneRound(
  stage: Stage,
  load: BenchProcess<LoadDuties>,
  { target, place, server }: OpenFloor,
  run: string,
  people: number,
): Promise<number | undefined> {
  const before = stage.cpuTime(server.pid);
  await load.ask('batches', {
    target,
    run,
    people,
    connections: 2,
    requests: REQUESTS,
    batch: BATCH,
  });
  await allScored(place.databaseUrl, OUR_OLDEST);
  await allOnBoards(place);
  return costEach(before, stage.cpuTime(server.pid), REQUESTS * BATCH)?.totalMs;
}
