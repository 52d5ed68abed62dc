import { Agent, get } from 'node:http';
import pg from 'pg';
import type { Line } from '../../figure.js';
import { percentile } from '../../median.js';
import type { OpenFloor } from '../../stage/open-floor.js';

const BOARD = 'activity_points.all.reps';
/** A day on which everybody sent one e-mail, at the same moment. */
const TIED = 'emails.day@2019-01-07.reps';
/** Their ids are 1 to this: they are the first in their database. */
const PEOPLE = 10_000;
const WARM_UP = 1_000;
const READS = 1_000;

/** Reads of a board on which ten thousand people stand, one after the other. */
export async function readBoards(floor: OpenFloor): Promise<readonly Line[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const { ranked } = JSON.parse(await read(floor, agent, `${BOARD}?limit=1`)) as { ranked: number };
  const anybody = (n: number) => 1 + ((n * 7_919) % PEOPLE);
  await tieEverybody(floor.place.databaseUrl);
  const lines: Line[] = [];
  for (const [name, query] of [
    ['top 10', () => `${BOARD}?limit=10`],
    ['around somebody', (n: number) => `${BOARD}?around=${anybody(n)}&span=5`],
    ['around somebody, all tied', (n: number) => `${TIED}?around=${anybody(n)}&span=5`],
  ] as const) {
    const waits: number[] = [];
    for (let n = 0; n < WARM_UP + READS; n += 1) {
      const started = performance.now();
      await read(floor, agent, query(n));
      if (n >= WARM_UP) waits.push(performance.now() - started);
    }
    lines.push({
      what: `5 board read with 10,000 people, ${name}, p99`,
      ours: percentile(waits, 0.99),
      unit: 'ms',
      reference: null,
      limit: { of: 'value', is: 'at-most', must: 5 },
      note: `over HTTP, ${READS} one after the other, ${ranked} ranked; p50 ${percentile(waits, 0.5).toFixed(1)} ms`,
    });
  }
  agent.destroy();
  return lines;
}

async function tieEverybody(databaseUrl: string): Promise<void> {
  const client = new pg.Client(databaseUrl);
  await client.connect();
  try {
    await client.query(`
      insert into daily_total (organisation_id, measure_id, person_id, date, quantity, last_at)
      select 1, measure.id, person.id, '2019-01-07', 1000, '2019-01-07 12:00Z'
      from person, measure where measure.key = 'emails'`);
  } finally {
    await client.end();
  }
}

function read({ server, founded }: OpenFloor, agent: Agent, path: string): Promise<string> {
  const headers = { authorization: `Bearer ${founded.ownerKey}` };
  return new Promise((resolve, reject) => {
    get(`${server.url}/api/v1/boards/${path}`, { agent, headers }, (reply) => {
      let text = '';
      reply.setEncoding('utf8');
      reply.on('data', (part: string) => (text += part));
      reply.on('end', () =>
        reply.statusCode === 200 ? resolve(text) : reject(new Error(`${path}: ${text}`)),
      );
    }).on('error', reject);
  });
}
