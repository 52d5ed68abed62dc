import { z } from 'zod';
import { DeskCall, SoundState } from '../live/screen-call.js';

/** `POST /api/v1/screens/:id/calls`. */
export const CallBody = z.strictObject({ call: DeskCall });
export type CallBody = z.infer<typeof CallBody>;

/** Who did it. Nobody: the screen is not connected, or did not answer in time. */
export const CallReply = z.object({
  /** How many pages that show this screen answered. */
  heard: z.int().nonnegative(),
  /** Of the one that can be heard best; null when nobody answered. */
  sound: SoundState.nullable(),
});
export type CallReply = z.infer<typeof CallReply>;

/** `POST /api/v1/screens/own/key`: null while the one that was sent is good. */
export const OwnKeyReply = z.object({ key: z.string().nullable() });
export type OwnKeyReply = z.infer<typeof OwnKeyReply>;
