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

/** Who sells on each of the floors; `fewOfMany` are a hundred among ten thousand. */
const SELLERS = { few: 100, some: 300, many: 10_000, large: 300, fewOfMany: 100 } as const;

type Measured = keyof typeof SELLERS;

/** What an event costs on each of the floors, in turn. */
export async function costOfEvents(
  stage: Stage,
  load: BenchProcess<LoadDuties>,
  floors: Floors,
): Promise<readonly Line[]> {
  const measured: Readonly<Record<Measured, OpenFloor>> = { ...floors, fewOfMany: floors.many };
  const names = Object.keys(measured) as Measured[];
  const costs: Record<Measured, number[]> = {
    few: [],
    some: [],
    many: [],
    large: [],
    fewOfMany: [],
  };
  for (let round = 0; round <= ROUNDS; round += 1) {
    for (const name of names) {
      const cost = await oneRound(stage, load, measured[name], `${name}-${round}`, SELLERS[name]);
      if (round > 0 && cost !== undefined) costs[name].push(cost);
    }
  }
  const line = (what: string, base: Measured, grown: Measured, who: string): Line => {
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
          `an event, in batches of ${BATCH}, medians of ${ROUNDS}; ${who}`
        : 'this system does not tell processor times',
    };
  };
  return [
    line(
      '100 -> 10,000 people, all selling',
      'few',
      'many',
      'everybody sells; with a hundred people a batch raises the same totals several times',
    ),
    line('100 -> 10,000 people, 100 selling', 'few', 'fewOfMany', 'the same hundred sell'),
    line('100,000 -> 5,000,000 entries', 'some', 'large', 'everybody sells'),
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
