import { z } from 'zod';
import { ScreenView, Slide } from '../live/screen.js';

/** What a screen is called at the desk. */
export const ScreenName = z.string().trim().min(1).max(60);

/** `POST /api/v1/screens`: what it plays at first is chosen for it. */
export const ScreenBody = z.strictObject({ name: ScreenName });
export type ScreenBody = z.infer<typeof ScreenBody>;

/** The address is shown once: it holds the screen's key, and keys are kept as hashes only. */
export const ScreenMade = z.object({ screen: ScreenView, url: z.string() });
export type ScreenMade = z.infer<typeof ScreenMade>;

/** `PATCH /api/v1/screens/:id`: what is left out stays as it is. */
export const ScreenChange = z.strictObject({
  name: ScreenName.optional(),
  slides: z.array(Slide).min(1).max(50).optional(),
  reducedMotion: z.boolean().optional(),
  volume: z.number().min(0).max(1).optional(),
});
export type ScreenChange = z.infer<typeof ScreenChange>;

/** `GET /api/v1/screens`. Moments are milliseconds since 1970. */
export const ScreensReply = z.object({
  screens: z.array(ScreenView),
  /** Of those that were ever connected: when last, since when, and in what. */
  seen: z.array(
    z.object({ screenId: z.int(), seenAt: z.number(), since: z.number(), engine: z.string() }),
  ),
});
export type ScreensReply = z.infer<typeof ScreensReply>;
