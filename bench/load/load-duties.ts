import { percentile } from '../median.js';
import type { Acknowledged } from './closed-loop.js';
import { closedLoop } from './closed-loop.js';
import { inventEvent } from './invent-event.js';
import { openLoop } from './open-loop.js';
import type { PaceSettings } from './pace.js';
import { Pace } from './pace.js';
import type { Target } from './signed-request.js';
import { SignedRequests } from './signed-request.js';

interface Run {
  readonly target: Target;
  /** Names what is sent, so that nothing is sent twice. */
  readonly run: string;
  readonly people: number;
  readonly connections: number;
}

export interface Rate {
  readonly perSecond: number;
  /** How long a webhook waited for its acknowledgement, in milliseconds. */
  readonly p50: number;
  readonly p99: number;
}

/** What the sender's process can be asked. */
export const loadDuties = {
  /** Sends this many webhooks of one event each as fast as they are acknowledged. */
  async burst({ target, run, people, connections, events }: Run & { readonly events: number }) {
    const requests = new SignedRequests(target);
    // Signed beforehand: the sender's own work must not be missing from the receiver.
    const signed = Array.from({ length: events }, (_, n) =>
      requests.of(`${run}-${n}`, inventEvent(run, n, people)),
    );
    let sent = 0;
    return rateOf(await closedLoop(target.port, connections, () => signed[sent++]));
  },

  /**
   * For this long, sends as fast as webhooks are acknowledged and scoring keeps up: waits while
   * the oldest unscored one is older than `pauseAtMs`.
   */
  async sustained(asked: Run & { readonly seconds: number } & PaceSettings) {
    const { target, run, people, connections, seconds } = asked;
    const requests = new SignedRequests(target);
    const pace = await Pace.open(asked);
    const until = performance.now() + seconds * 1_000;
    let sent = 0;
    const next = async (): Promise<Buffer | undefined> => {
      await pace.allowed();
      if (performance.now() >= until) return undefined;
      const n = sent++;
      return requests.of(`${run}-${n}`, inventEvent(run, n, people));
    };
    const acknowledged = await closedLoop(target.port, connections, next);
    const oldestMs = await pace.close();
    return { ...rateOf(acknowledged), oldestMs, seconds: acknowledged.seconds };
  },

  /** Sends `requests` requests of `batch` records each, as fast as they are acknowledged. */
  async batches(asked: Run & { readonly requests: number; readonly batch: number }) {
    const { target, run, people, connections, batch } = asked;
    const requests = new SignedRequests(target);
    const signed = Array.from({ length: asked.requests }, (_, n) => {
      const records = Array.from({ length: batch }, (_record, at) =>
        inventEvent(run, n * batch + at, people),
      );
      return requests.of(`${run}-${n}`, records);
    });
    let sent = 0;
    const startedAt = Date.now();
    const { seconds } = await closedLoop(target.port, connections, () => signed[sent++]);
    return { startedAt, seconds };
  },

  openLoop,
};

export type LoadDuties = typeof loadDuties;

function rateOf({ count, seconds, waits }: Acknowledged): Rate {
  const all = [...waits];
  return { perSecond: count / seconds, p50: percentile(all, 0.5), p99: percentile(all, 0.99) };
}
