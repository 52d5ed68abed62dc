import { setTimeout as pause } from 'node:timers/promises';
import type { RescoringReply } from '@bellwether/contracts';
import type { Figure, Line } from '../figure.js';
import type { LoadDuties } from '../load/load-duties.js';
import { OUR_OLDEST, allScored } from '../stage/backlog.js';
import type { OpenFloor } from '../stage/open-floor.js';
import { askFloor, openFloor } from '../stage/open-floor.js';
import { repeatHistory } from '../stage/repeat-history.js';
import type { Stage } from '../stage/stage.js';
import { PEOPLE } from './batch-rate.js';

const CONNECTIONS = 4;
const BATCH = 500;
const REQUESTS = 40;
const WARM_UP = 10;

/** How fast history is counted anew, and what arrives meanwhile. */
export const rescoring: Figure = {
  name: 'rescoring',

  async measure(stage: Stage): Promise<readonly Line[]> {
    const { history } = stage.settings;
    const floor = await openFloor(stage, { people: PEOPLE, teams: 8 });
    await scoredPerSecond(stage, floor, 'warm-up', WARM_UP);
    const alone = await scoredPerSecond(stage, floor, 'alone', REQUESTS);
    await repeatHistory(floor.place.databaseUrl, history);
    await askFloor(floor, 'POST', '/api/v1/rescoring');
    const meanwhile = await scoredPerSecond(stage, floor, 'meanwhile', REQUESTS);
    const before = await last(floor);
    const done = await untilDone(floor);
    const sent = REQUESTS * BATCH;
    return [
      {
        what: '9 records scored while history is counted anew',
        ours: meanwhile,
        unit: '/s',
        reference: alone,
        limit: { of: 'ratio', is: 'at-least', must: 0.8 },
        note:
          `${sent} in requests of ${BATCH}, from the first request to the last record in the ledger; ` +
          `the reference is the same with nothing counted anew; ${before.done} of ${before.total} were by then`,
      },
      {
        what: '9 records of history counted anew',
        ours: ratePerSecond(before, done),
        unit: '/s',
        reference: null,
        limit: null,
        note: `${done.total} records, ${history} of them with nothing booked, from when nothing arrived any more`,
      },
    ];
  },
};

type Rescoring = NonNullable<RescoringReply['rescoring']>;
type Progress = Rescoring & { readonly seenAt: number };

function ratePerSecond(before: Progress, after: Progress): number {
  return ((after.done - before.done) * 1_000) / ((after.endedAt ?? after.seenAt) - before.seenAt);
}

async function scoredPerSecond(
  stage: Stage,
  { place, target }: OpenFloor,
  run: string,
  requests: number,
): Promise<number> {
  const load = stage.process<LoadDuties>('load');
  const asked = { target, run, people: PEOPLE, connections: CONNECTIONS, batch: BATCH, requests };
  const { startedAt } = await load.ask('batches', asked);
  const doneAt = await allScored(place.databaseUrl, OUR_OLDEST);
  return (requests * BATCH * 1_000) / (doneAt - startedAt);
}

async function last(floor: OpenFloor): Promise<Progress> {
  const { rescoring: progress } = await askFloor<RescoringReply>(floor, 'GET', '/api/v1/rescoring');
  if (!progress) throw new Error('Nothing is counted anew');
  return { ...progress, seenAt: Date.now() };
}

async function untilDone(floor: OpenFloor): Promise<Progress> {
  for (;;) {
    const progress = await last(floor);
    if (progress.state !== 'running') return progress;
    await pause(200);
  }
}
