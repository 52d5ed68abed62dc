import { setTimeout as pause } from 'node:timers/promises';
import type { LibraryReply, RescoringReply } from '@bellwether/contracts';
import type { Figure, Line } from '../figure.js';
import type { OpenFloor } from '../stage/open-floor.js';
import { askFloor, openFloor } from '../stage/open-floor.js';
import type { Stage } from '../stage/stage.js';
import { PEOPLE, batchRate } from './batch-rate.js';

/** The whole bench is to be over in ten minutes. */
const ROUNDS = 1;

/** What it costs to count every figure of the library, and to count what has come before anew. */
export const library: Figure = {
  name: 'library',

  async measure(stage: Stage): Promise<readonly Line[]> {
    const floor = await openFloor(stage, { people: PEOPLE, teams: 8 });
    const few = await batchRate(stage, floor, 'few', ROUNDS);
    const figures = await useAll(floor);
    const { rescoring } = await untilCounted(floor);
    const all = await batchRate(stage, floor, 'all', ROUNDS);
    return [
      {
        what: '8 records in batches with every figure of the library in use',
        ours: all.rate,
        unit: '/s',
        reference: null,
        limit: { of: 'value', is: 'at-least', must: 1_500 },
        note:
          `${figures} figures; with those of every organisation alone ${few.rate.toFixed(0)}/s; ` +
          `${all.note}; ${all.cost}`,
      },
      {
        what: '8 records of history counted anew for them',
        ours: rescoring ? ratePerSecond(rescoring) : null,
        unit: '/s',
        reference: null,
        limit: null,
        note: `${rescoring?.total ?? 0} records, nothing else arrives meanwhile`,
      },
    ];
  },
};

type Rescoring = NonNullable<RescoringReply['rescoring']>;

function ratePerSecond({ total, startedAt, endedAt }: Rescoring): number | null {
  return endedAt === null ? null : (total * 1_000) / (endedAt - startedAt);
}

/** How many there are. */
async function useAll(floor: OpenFloor): Promise<number> {
  const { kpis } = await askFloor<LibraryReply>(floor, 'GET', '/api/v1/library');
  const ofBoards = kpis.filter(({ metric }) => metric !== null);
  for (const { key } of ofBoards) await askFloor(floor, 'PUT', `/api/v1/library/${key}/use`);
  return ofBoards.length;
}

async function untilCounted(floor: OpenFloor): Promise<RescoringReply> {
  for (;;) {
    const reply = await askFloor<RescoringReply>(floor, 'GET', '/api/v1/rescoring');
    if (reply.rescoring?.state !== 'running') return reply;
    await pause(200);
  }
}
