import type { Figure, Line } from '../figure.js';
import type { LoadDuties } from '../load/load-duties.js';
import { median } from '../median.js';
import { OUR_OLDEST, allOnBoards, allScored } from '../stage/backlog.js';
import type { CpuTime } from '../stage/cpu-time.js';
import { costEach } from '../stage/cpu-time.js';
import { openFloor } from '../stage/open-floor.js';
import type { Stage } from '../stage/stage.js';

const PEOPLE = 300;
const CONNECTIONS = 4;
const BATCH = 500;
const REQUESTS = 60;
const ROUNDS = 3;

/** Records in batches: how many a second go the whole way from the request to the boards. */
export const batches: Figure = {
  name: 'batches',

  async measure(stage: Stage): Promise<readonly Line[]> {
    const { place, server, target } = await openFloor(stage, { people: PEOPLE, teams: 8 });
    const load = stage.process<LoadDuties>('load');
    const rates: number[] = [];
    let before: CpuTime | undefined;
    for (let round = 0; round <= ROUNDS; round += 1) {
      const requests = round === 0 ? 10 : REQUESTS;
      if (round === 1) before = stage.cpuTime(server.pid);
      const { startedAt } = await load.ask('batches', {
        target,
        run: `batches-${round}`,
        people: PEOPLE,
        connections: CONNECTIONS,
        batch: BATCH,
        requests,
      });
      await allScored(place.databaseUrl, OUR_OLDEST);
      const doneAt = await allOnBoards(place);
      if (round > 0) rates.push((requests * BATCH * 1_000) / (doneAt - startedAt));
    }
    const cost = costEach(before, stage.cpuTime(server.pid), ROUNDS * REQUESTS * BATCH);
    return [
      {
        what: '3 records in batches, scored and on the boards',
        ours: median(rates),
        unit: '/s',
        reference: null,
        limit: { of: 'value', is: 'at-least', must: 10_000 },
        note:
          `${REQUESTS} signed requests of ${BATCH} records over ${CONNECTIONS} connections, ` +
          `from the first request to the last record on the boards; median of ${ROUNDS}; ` +
          (cost?.text ?? ''),
      },
      {
        what: '3 records of a CSV file, scored and on the boards',
        ours: null,
        unit: '/s',
        reference: null,
        limit: { of: 'value', is: 'at-least', must: 10_000 },
        note: 'there is no import of CSV files in this version',
      },
    ];
  },
};
