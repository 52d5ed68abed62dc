import { z } from 'zod';
import { ScreenView, Slide } from '../live/screen.js';
import { Vitals } from '../live/vitals.js';

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

/** How a wall is: heard of now, not for some seconds, or not for minutes. */
export const WallLife = z.enum(['live', 'late', 'dark']);
export type WallLife = z.infer<typeof WallLife>;

/** A wall that was ever connected. */
export const SeenWall = z.object({
  screenId: z.int(),
  life: WallLife,
  /** When it was last heard of. */
  seenAt: z.number(),
  /** Since when its line has been open. */
  since: z.number(),
  engine: z.string(),
  /** What its page has told of itself, and when; null of one that does not tell. */
  told: z.object({ toldAt: z.number(), vitals: Vitals }).nullable(),
});
export type SeenWall = z.infer<typeof SeenWall>;

/** `GET /api/v1/screens`. Moments are milliseconds since 1970. */
export const ScreensReply = z.object({ screens: z.array(ScreenView), seen: z.array(SeenWall) });
export type ScreensReply = z.infer<typeof ScreensReply>;

const Lapses = z.object({ times: z.int(), seconds: z.int() });

/** `GET /api/v1/screens/:id/day`: its last 24 hours. */
export const WallDayReply = z.object({
  /** In equal parts, the oldest first. */
  bars: z.array(z.enum([...WallLife.options, 'unknown'])),
  late: Lapses,
  dark: Lapses,
});
export type WallDayReply = z.infer<typeof WallDayReply>;
