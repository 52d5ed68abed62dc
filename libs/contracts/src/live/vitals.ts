import { z } from 'zod';
import { SoundState } from './screen-call.js';

/** A wall tells this every ten seconds: how it is, in a few numbers. */
export const Vitals = z.object({
  /** For how long its page has been open. */
  upSeconds: z.int().nonnegative().max(10_000_000_000),
  /** How far its own clock is ahead of the server's, in milliseconds; null while it does not know. */
  clockAhead: z.int().min(-1e13).max(1e13).nullable(),
  /** What its scripts hold, in bytes; null where the engine does not tell. */
  memory: z.int().nonnegative().max(1e13).nullable(),
  sound: SoundState,
  /** Of the display, in its own pixels. */
  width: z.int().nonnegative().max(100_000),
  height: z.int().nonnegative().max(100_000),
  /** Which slide of its programme is on, from 0, and for how long still; null when none is. */
  slide: z
    .object({
      index: z.int().nonnegative().max(100),
      leftSeconds: z.int().nonnegative().max(4_000),
    })
    .nullable(),
});
export type Vitals = z.infer<typeof Vitals>;
