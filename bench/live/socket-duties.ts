import type { BoardDelta, BoardSnapshot, Watched } from '@bellwether/contracts';
import { LIVE_NAMESPACE } from '@bellwether/contracts';
import type { SendTimes } from '../load/open-loop.js';
import { median, percentile } from '../median.js';
import type { LightScreenSettings } from './light-screen.js';
import { LightScreen } from './light-screen.js';
import { SeenCounts } from './seen-counts.js';

/** How many sockets knock at the same time. */
const WAVE = 50;

const now = (): number => performance.timeOrigin + performance.now();
const counts: SeenCounts[] = [];
const screens: LightScreen[] = [];
/** When the newest event in a frame was scored, and how much later each socket had it. */
interface Frame {
  readonly bytes: Buffer;
  readonly scoredAt: number;
  readonly latencies: number[];
}
const frames: Frame[] = [];
/** The newest event of each frame that screens applied. */
const ways: { readonly arrivedAt: number; readonly scoredAt: number; readonly shownAt: number }[] =
  [];

/** What the process of the sockets can be asked. */
export const socketDuties = {
  /** Opens screens that apply every frame and remember what they show. */
  async openScreens({ count, ...settings }: LightScreenSettings & { readonly count: number }) {
    await inWaves(count, async () => {
      const seen = new SeenCounts();
      const hear = (message: Buffer): void => {
        const delta = deltaIn(message);
        if (!delta) return;
        const at = now();
        seen.rows(delta.changes.rows, at);
        const { newest } = delta.freshness;
        if (newest) ways.push({ ...newest, shownAt: at });
      };
      const { screen, snapshot } = await LightScreen.open(settings, hear);
      const [watched] = JSON.parse(snapshot) as [Watched<BoardSnapshot>];
      seen.rows(watched.snapshot.rows, now());
      counts.push(seen);
      screens.push(screen);
    });
  },

  /** Forgets what was shown so far. */
  async begin() {
    for (const seen of counts) seen.begin();
    ways.length = 0;
    return Promise.resolve();
  },

  /** For each webhook and each screen, the milliseconds until it was shown. */
  async latencies(sent: SendTimes) {
    return Promise.resolve(Float64Array.from(counts.flatMap((seen) => seen.latencies(sent))));
  },

  /** Where the time went, for the newest event of each frame: until it was scored, and from there on. */
  async ways() {
    const toScored = ways.map(({ arrivedAt, scoredAt }) => scoredAt - arrivedAt);
    const toShown = ways.map(({ scoredAt, shownAt }) => shownAt - scoredAt);
    const both = (waits: number[]) => ({ p50: median(waits), p99: percentile(waits, 0.99) });
    return Promise.resolve({ toScored: both(toScored), toShown: both(toShown) });
  },

  /** Opens sockets that only note when frames arrive. */
  async openSockets({ count, ...settings }: LightScreenSettings & { readonly count: number }) {
    await inWaves(count, async () => {
      screens.push((await LightScreen.open(settings, noteFrame)).screen);
    });
  },

  /** Hangs up, whatever they were opened for. */
  async closeAll() {
    for (const screen of screens.splice(0)) screen.close();
    return Promise.resolve();
  },

  /** What the sockets noted since the last time, and begins anew. */
  async arrivals() {
    const all = frames.splice(0);
    const latencies = all.flatMap((frame) => frame.latencies);
    return Promise.resolve({
      frames: all.length,
      bytes: median(all.map((frame) => frame.bytes.length)),
      received: latencies.length,
      p50: median(latencies),
      p99: percentile(latencies, 0.99),
    });
  },
};

/** What thousands of sockets noted. */
export type Arrivals = Awaited<ReturnType<typeof socketDuties.arrivals>>;

export type SocketDuties = typeof socketDuties;

async function inWaves(count: number, open: () => Promise<void>): Promise<void> {
  for (let done = 0; done < count; done += WAVE) {
    await Promise.all(Array.from({ length: Math.min(WAVE, count - done) }, open));
  }
}

const EVENT = `42${LIVE_NAMESPACE},`;
const DELTA = `${EVENT}["delta"`;

function deltaIn(message: Buffer): BoardDelta | undefined {
  const text = message.toString('utf8');
  if (!text.startsWith(DELTA)) return undefined;
  return (JSON.parse(text.slice(EVENT.length)) as [string, BoardDelta])[1];
}

/** A frame is the same for all sockets: the first takes it apart, the others compare every byte. */
function noteFrame(message: Buffer): void {
  const at = now();
  const known = frames.findLast(({ bytes }) => bytes.equals(message));
  if (known) return void known.latencies.push(at - known.scoredAt);
  const scoredAt = deltaIn(message)?.freshness.newest?.scoredAt;
  if (scoredAt === undefined) return;
  frames.push({ bytes: Buffer.from(message), scoredAt, latencies: [at - scoredAt] });
}
