import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Figure, Line } from '../figure.js';
import type { LoadDuties } from '../load/load-duties.js';
import { median } from '../median.js';
import { OUR_OLDEST, allOnBoards, allScored } from '../stage/backlog.js';
import type { CpuTime } from '../stage/cpu-time.js';
import { costEach } from '../stage/cpu-time.js';
import type { OpenFloor } from '../stage/open-floor.js';
import { openFloor } from '../stage/open-floor.js';
import { runCommand } from '../stage/run-command.js';
import type { Stage } from '../stage/stage.js';

const PEOPLE = 300;
const CONNECTIONS = 4;
const BATCH = 500;
const REQUESTS = 60;
const ROUNDS = 3;
const ROWS = 30_000;

/** Records in batches: how many a second go the whole way from the request to the boards. */
export const batches: Figure = {
  name: 'batches',

  async measure(stage: Stage): Promise<readonly Line[]> {
    const floor = await openFloor(stage, { people: PEOPLE, teams: 8 });
    return [await requests(stage, floor), await file(stage, floor)];
  },
};

async function requests(stage: Stage, { place, server, target }: OpenFloor): Promise<Line> {
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
  return {
    what: '3 records in batches, scored and on the boards',
    ours: median(rates),
    unit: '/s',
    reference: null,
    limit: { of: 'value', is: 'at-least', must: 10_000 },
    note:
      `${REQUESTS} signed requests of ${BATCH} records over ${CONNECTIONS} connections, ` +
      `from the first request to the last record on the boards; median of ${ROUNDS}; ` +
      (cost?.text ?? ''),
  };
}

/** The command reads the file in a process of its own and starts up before; both count. */
async function file(stage: Stage, { place }: OpenFloor): Promise<Line> {
  const folder = join(stage.settings.folder, 'import');
  mkdirSync(folder);
  const rates: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const csv = join(folder, `calls-${round}.csv`);
    writeFileSync(csv, callsFile(round));
    const startedAt = Date.now();
    const said = await runCommand(['import', csv], place, folder);
    if (!said.includes(`${ROWS.toLocaleString('en')} accepted`)) throw new Error(said);
    await allScored(place.databaseUrl, OUR_OLDEST);
    rates.push((ROWS * 1_000) / ((await allOnBoards(place)) - startedAt));
  }
  return {
    what: '3 records of a CSV file, scored and on the boards',
    ours: median(rates),
    unit: '/s',
    reference: null,
    limit: { of: 'value', is: 'at-least', must: 10_000 },
    note:
      `${ROWS} calls with the command "import", from its start to the last record on the boards; ` +
      `median of ${ROUNDS}`,
  };
}

function callsFile(round: number): string {
  const at = new Date().toISOString();
  const rows = Array.from(
    { length: ROWS },
    (_, n) => `call,csv-${round}-${n},p${(n * 7_919) % PEOPLE}@example.com,${at},${(n * 37) % 180}`,
  );
  return ['Type,ID,Owner email,Date,Talk seconds', ...rows, ''].join('\n');
}
