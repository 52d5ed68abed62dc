import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Figure, Line } from '../figure.js';
import { median } from '../median.js';
import { OUR_OLDEST, allOnBoards, allScored } from '../stage/backlog.js';
import type { OpenFloor } from '../stage/open-floor.js';
import { openFloor } from '../stage/open-floor.js';
import { runCommand } from '../stage/run-command.js';
import type { Stage } from '../stage/stage.js';
import { PEOPLE, batchRate } from './batch-rate.js';

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

async function requests(stage: Stage, floor: OpenFloor): Promise<Line> {
  const { rate, cost, note } = await batchRate(stage, floor, 'batches', ROUNDS);
  return {
    what: '3 records in batches, scored and on the boards',
    ours: rate,
    unit: '/s',
    reference: null,
    limit: { of: 'value', is: 'at-least', must: 10_000 },
    note: `${note}; ${cost}`,
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
