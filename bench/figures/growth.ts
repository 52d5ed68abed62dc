import { join } from 'node:path';
import type { Figure, Line } from '../figure.js';
import type { LoadDuties } from '../load/load-duties.js';
import { fillLedger } from '../stage/fill-ledger.js';
import { openFloor } from '../stage/open-floor.js';
import { runCommand } from '../stage/run-command.js';
import type { Place, Stage } from '../stage/stage.js';
import { readBoards } from './growth/board-reads.js';
import { costOfEvents } from './growth/cost-of-events.js';

const PEOPLE = 300;
const TEAMS = 8;
const MILLION = 1_000_000;
const SMALL_LEDGER = 100_000;

/** What stays the same, and what does not, as an organisation and its ledger grow. */
export const growth: Figure = {
  name: 'growth',

  async measure(stage: Stage): Promise<readonly Line[]> {
    const rebuilds: Line[] = [];
    const fillAndRebuild = async (place: Place): Promise<void> => {
      await fillLedger(place.databaseUrl, 1, MILLION);
      rebuilds.push(await rebuild(stage, place, 1, 5));
      await fillLedger(place.databaseUrl, MILLION + 1, 5 * MILLION);
      rebuilds.push(await rebuild(stage, place, 5, 10));
    };
    const small = (people: number) =>
      openFloor(stage, { people, teams: TEAMS }, ({ databaseUrl }) =>
        fillLedger(databaseUrl, 1, SMALL_LEDGER),
      );
    // First, while nothing else runs: the other floors' servers, and millions of rows on their way to the disk.
    const many = await small(10_000);
    const reads = await readBoards(many);
    const large = await openFloor(stage, { people: PEOPLE, teams: TEAMS }, fillAndRebuild);
    const [few, some] = [await small(100), await small(PEOPLE)];
    const load = stage.process<LoadDuties>('load');
    const costs = await costOfEvents(stage, load, { few, some, many, large });
    return [...rebuilds, ...reads, ...costs];
  },
};

async function rebuild(stage: Stage, place: Place, millions: number, aim: number): Promise<Line> {
  const said = await runCommand(['rebuild'], place, join(stage.settings.folder, 'command'));
  const [, boards, seconds] = /(\d+) boards .* in ([\d.]+) s/.exec(said) ?? [];
  return {
    what: `5 rebuild of all boards from ${millions},000,000 entries`,
    ours: seconds === undefined ? null : Number(seconds),
    unit: 's',
    reference: null,
    limit: { of: 'value', is: 'at-most', must: aim },
    note: `${boards} boards of ${PEOPLE} people in ${TEAMS} teams, entries over a year; the command "rebuild"`,
  };
}
