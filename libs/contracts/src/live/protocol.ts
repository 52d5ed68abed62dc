import { z } from 'zod';
import type { BoardDelta, BoardSnapshot } from './board.js';
import type { Celebration } from './celebration.js';
import type { CallHeard, ScreenCall } from './screen-call.js';
import type { ScreenView } from './screen.js';
import type { Vitals } from './vitals.js';

/** The Socket.IO namespace of everything live. */
export const LIVE_NAMESPACE = '/live';

/** `board:ID`, `screen:ID` or `feed`. */
export const Topic = z
  .string()
  .max(200)
  .regex(/^(board:[a-z0-9_.@-]+|screen:[0-9]{1,9}|feed)$/i, 'is no topic');

export const WatchRequest = z.object({ topic: Topic });
export type WatchRequest = z.infer<typeof WatchRequest>;

/** A screen tells that a revision is on the glass. `paintedAt` is the screen's estimate of the server's clock. */
export const Painted = z.object({
  topic: Topic,
  revision: z.int().nonnegative(),
  paintedAt: z.number(),
});
export type Painted = z.infer<typeof Painted>;

export interface LiveError {
  readonly code: 'malformed' | 'unknown-topic' | 'forbidden' | 'unavailable';
  /** One sentence: what is wrong and what to do. */
  readonly detail: string;
}

/** The last celebrations, so that a screen that was away for a moment misses none. */
export interface FeedSnapshot {
  readonly celebrations: readonly Celebration[];
}

export interface Watched<Snapshot> {
  readonly epoch: string;
  readonly revision: number;
  readonly snapshot: Snapshot;
}

/** What a topic's snapshot is. */
export interface SnapshotOf {
  readonly board: BoardSnapshot;
  readonly screen: ScreenView;
  readonly feed: FeedSnapshot;
}

export type WatchReply<Kind extends keyof SnapshotOf = keyof SnapshotOf> =
  Watched<SnapshotOf[Kind]> | { readonly error: LiveError };

/** Every few seconds to everybody: the line is open, and this is how far the numbers reach. */
export interface Beat {
  /** The server's clock. */
  readonly now: number;
  /** Everything that had arrived by then is scored and on the boards. */
  readonly asOf: number;
}

export interface LiveToClient {
  delta: (delta: BoardDelta) => void;
  /** The topic began a new life (rebuilt, or its period ended): ask for a snapshot. */
  renewed: (message: { readonly topic: string; readonly epoch: string }) => void;
  celebrate: (celebration: Celebration) => void;
  /** A celebration that no longer holds: show it no more, drop it from the queue. */
  'taken-back': (message: { readonly celebrationId: string }) => void;
  screen: (view: ScreenView) => void;
  /** To the screen itself, from the desk. */
  call: (call: ScreenCall, heard: (answer: CallHeard) => void) => void;
  beat: (beat: Beat) => void;
}

export interface LiveToServer {
  watch: (request: WatchRequest, reply: (reply: WatchReply) => void) => void;
  unwatch: (request: WatchRequest, reply: (reply: { readonly error?: LiveError }) => void) => void;
  painted: (message: Painted) => void;
  vitals: (vitals: Vitals) => void;
  /** Asks for the server's clock, to estimate how far the screen's own is off. */
  clock: (reply: (answer: { readonly now: number }) => void) => void;
}
