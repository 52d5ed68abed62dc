import type { LoadDuties } from '../load/load-duties.js';
import { median } from '../median.js';
import { OUR_OLDEST, allOnBoards, allScored } from '../stage/backlog.js';
import type { CpuTime } from '../stage/cpu-time.js';
import { costEach } from '../stage/cpu-time.js';
import type { OpenFloor } from '../stage/open-floor.js';
import type { Stage } from '../stage/stage.js';

export const PEOPLE = 300;
const CONNECTIONS = 4;
const BATCH = 500;
const REQUESTS = 60;

/** How many records a second go the whole way, and what that costs the server. */
export async function batchRate(
  stage: Stage,
  { place, server, target }: OpenFloor,
  name: string,
  rounds: number,
): Promise<{ readonly rate: number; readonly cost: string; readonly note: string }> {
  const load = stage.process<LoadDuties>('load');
  const rates: number[] = [];
  let before: CpuTime | undefined;
  for (let round = 0; round <= rounds; round += 1) {
    const requests = round === 0 ? 10 : REQUESTS;
    if (round === 1) before = stage.cpuTime(server.pid);
    const { startedAt } = await load.ask('batches', {
      target,
      run: `${name}-${round}`,
      people: PEOPLE,
      connections: CONNECTIONS,
      batch: BATCH,
      requests,
    });
    await allScored(place.databaseUrl, OUR_OLDEST);
    const doneAt = await allOnBoards(place);
    if (round > 0) rates.push((requests * BATCH * 1_000) / (doneAt - startedAt));
  }
  const cost = costEach(before, stage.cpuTime(server.pid), rounds * REQUESTS * BATCH);
  return {
    rate: median(rates),
    cost: cost?.text ?? '',
    note:
      `${REQUESTS} signed requests of ${BATCH} records over ${CONNECTIONS} connections, ` +
      `from the first request to the last record on the boards; median of ${rounds}`,
  };
}
