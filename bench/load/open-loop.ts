import { Lanes } from './lanes.js';
import type { Target } from './signed-request.js';
import { SignedRequests } from './signed-request.js';

export interface OpenLoop {
  readonly target: Target;
  readonly run: string;
  readonly perSecond: number;
  readonly seconds: number;
  /** E-mails of these people, in turn: each is worth one activity point. */
  readonly people: readonly number[];
}

/** When each person's webhooks were sent, in order; milliseconds since 1970. */
export type SendTimes = ReadonlyMap<number, readonly number[]>;

const STEP_MS = 2;

/** Sends at a rate that does not care how fast the replies come. */
export async function openLoop({
  target,
  run,
  perSecond,
  seconds,
  people,
}: OpenLoop): Promise<SendTimes> {
  const requests = new SignedRequests(target);
  const times = new Map<number, number[]>(people.map((person) => [person, []]));
  const replies: Promise<void>[] = [];
  const total = Math.round(perSecond * seconds);
  const started = performance.now();
  const lanes = new Lanes(target.port);
  const sendNext = async (n: number): Promise<void> => {
    const person = people[n % people.length] ?? 0;
    const content = {
      type: 'email',
      externalId: `${run}-${n}`,
      owner: `p${person}@example.com`,
      sentAt: new Date().toISOString(),
    };
    // From when it was due: waiting for a free connection is part of the way.
    times.get(person)?.push(performance.timeOrigin + performance.now());
    const status = await lanes.send(requests.of(`${run}-${n}`, content));
    if (status !== 202) throw new Error(`A webhook was answered with ${status}`);
  };
  for (let sent = 0; sent < total;) {
    const due = Math.min(total, Math.floor(((performance.now() - started) / 1_000) * perSecond));
    while (sent < due) replies.push(sendNext(sent++));
    await new Promise((resolve) => setTimeout(resolve, STEP_MS));
  }
  await Promise.all(replies);
  lanes.close();
  return times;
}
