import type { Figure, Line } from '../figure.js';
import type { LoadDuties, Rate } from '../load/load-duties.js';
import type { Target } from '../load/signed-request.js';
import { median } from '../median.js';
import type { BenchProcess } from '../processes/bench-process.js';
import { REFERENCE_OLDEST } from '../reference/group-commit.js';
import type { ReferenceDuties } from '../reference/reference-duties.js';
import { OUR_OLDEST, allScored } from '../stage/backlog.js';
import { costEach } from '../stage/cpu-time.js';
import { openFloor } from '../stage/open-floor.js';
import type { Stage } from '../stage/stage.js';

const CONNECTIONS = 100;
const PEOPLE = 300;
const TEAMS = 8;
const ROUNDS = 3;
const EVENTS = 15_000;
const WARM_UP = 15_000;
const SUSTAINED_SECONDS = 60;
const REFERENCE_SECONDS = 20;
/** Below the two seconds that are promised, so that the promise has room. */
const PAUSE_AT_MS = 1_000;
const PROMISED_MS = 2_000;

interface Receiver {
  readonly name: string;
  readonly target: Target;
  readonly databaseUrl: string;
  readonly oldestSql: string;
  readonly pid: number;
}

/** Signed webhooks of one event each: how many a second are on disk, and how many are scored. */
export const intake: Figure = {
  name: 'intake',

  async measure(stage: Stage): Promise<readonly Line[]> {
    const [ours, reference] = [await openOurs(stage), await openReference(stage)];
    const load = stage.process<LoadDuties>('load');
    return [await bursts(stage, load, ours, reference), await sustained(load, ours, reference)];
  },
};

async function openOurs(stage: Stage): Promise<Receiver> {
  const { place, server, target } = await openFloor(stage, { people: PEOPLE, teams: TEAMS });
  const { databaseUrl } = place;
  return { name: 'ours', target, databaseUrl, oldestSql: OUR_OLDEST, pid: server.pid };
}

async function openReference(stage: Stage): Promise<Receiver> {
  const place = await stage.place();
  const secret = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;
  const { port, pid } = await stage
    .process<ReferenceDuties>('reference')
    .ask('start', { ...place, secret });
  const target = { port, path: '/events', secret };
  return {
    name: 'reference',
    target,
    databaseUrl: place.databaseUrl,
    oldestSql: REFERENCE_OLDEST,
    pid,
  };
}

/** Ours and the reference in turn, so that both meet the same noise. */
async function bursts(
  stage: Stage,
  load: BenchProcess<LoadDuties>,
  ours: Receiver,
  reference: Receiver,
): Promise<Line> {
  const rates: Record<string, Rate[]> = { ours: [], reference: [] };
  const costs: Record<string, string> = {};
  for (let round = 0; round <= ROUNDS; round += 1) {
    for (const receiver of [ours, reference]) {
      const before = stage.cpuTime(receiver.pid);
      const rate = await load.ask('burst', {
        target: receiver.target,
        run: `${receiver.name}-burst-${round}`,
        people: PEOPLE,
        connections: CONNECTIONS,
        events: round === 0 ? WARM_UP : EVENTS,
      });
      await allScored(receiver.databaseUrl, receiver.oldestSql);
      if (round === 0) continue;
      rates[receiver.name]?.push(rate);
      const cost = costEach(before, stage.cpuTime(receiver.pid), EVENTS);
      costs[receiver.name] = cost === undefined ? '' : `; ${cost.text}`;
    }
  }
  const middle = (name: string, of: keyof Rate) => median((rates[name] ?? []).map((r) => r[of]));
  const wait = (name: string) =>
    `p50 ${middle(name, 'p50').toFixed(1)} ms, p99 ${middle(name, 'p99').toFixed(0)} ms${costs[name]}`;
  return {
    what: '1 signed webhooks acknowledged',
    ours: middle('ours', 'perSecond'),
    unit: '/s',
    reference: middle('reference', 'perSecond'),
    limit: { of: 'ratio', is: 'at-least', must: 0.6, aim: 0.9 },
    note:
      `closed loop of ${CONNECTIONS}, fsync on, medians of ${ROUNDS} x ${EVENTS}; ` +
      `acknowledged after ${wait('ours')}; reference ${wait('reference')}`,
  };
}

async function sustained(
  load: BenchProcess<LoadDuties>,
  ours: Receiver,
  reference: Receiver,
): Promise<Line> {
  const run = async (receiver: Receiver, seconds: number, part: number) => {
    const { target, databaseUrl, oldestSql } = receiver;
    const result = await load.ask('sustained', {
      target,
      databaseUrl,
      oldestSql,
      pauseAtMs: PAUSE_AT_MS,
      run: `${receiver.name}-sustained-${part}`,
      people: PEOPLE,
      connections: CONNECTIONS,
      seconds,
    });
    await allScored(databaseUrl, oldestSql);
    return result;
  };
  const before = await run(reference, REFERENCE_SECONDS, 1);
  const own = await run(ours, SUSTAINED_SECONDS, 1);
  const after = await run(reference, REFERENCE_SECONDS, 2);
  const inTime = own.oldestMs < PROMISED_MS;
  return {
    what: `1 sustained for ${SUSTAINED_SECONDS} s, scored within 2 s`,
    ours: inTime ? own.perSecond : null,
    unit: '/s',
    reference: median([before.perSecond, after.perSecond]),
    limit: { of: 'ratio', is: 'at-least', must: 0.35, aim: 0.9 },
    note:
      `the sender waits while the oldest unscored one is older than 1 s; ours ` +
      `${own.perSecond.toFixed(0)}/s, oldest seen ${own.oldestMs.toFixed(0)} ms; ` +
      `reference ${Math.max(before.oldestMs, after.oldestMs).toFixed(0)} ms`,
  };
}
