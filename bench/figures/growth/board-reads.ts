import { Agent, get } from 'node:http';
import type { Line } from '../../figure.js';
import { percentile } from '../../median.js';
import type { OpenFloor } from '../../stage/open-floor.js';

const BOARD = 'activity_points.all.reps';
const WARM_UP = 100;
const READS = 1_000;

/** Reads of a board on which ten thousand people stand, one after the other. */
export async function readBoards(floor: OpenFloor): Promise<readonly Line[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const first = await read(floor, agent, `${BOARD}?limit=1`);
  const { ranked, rows } = JSON.parse(first) as {
    ranked: number;
    rows: readonly { id: number }[];
  };
  const anybody = (n: number) => (rows[0]?.id ?? 1) + ((n * 7_919) % 5_000);
  const lines: Line[] = [];
  for (const [name, query] of [
    ['top 10', () => 'limit=10'],
    ['around somebody', (n: number) => `around=${anybody(n)}&span=5`],
  ] as const) {
    const waits: number[] = [];
    for (let n = 0; n < WARM_UP + READS; n += 1) {
      const started = performance.now();
      await read(floor, agent, `${BOARD}?${query(n)}`);
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
