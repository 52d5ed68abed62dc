import { z } from 'zod';

/** One page of what a screen plays. */
export const Slide = z.object({
  /** The board on the hills and rows. */
  board: z.string(),
  /** The board of teams in the strip below, or null for none. */
  strip: z.string().nullable(),
  seconds: z.int().min(5).max(3600),
});
export type Slide = z.infer<typeof Slide>;

/** What a screen plays and how. */
export const ScreenView = z.object({
  screenId: z.int(),
  name: z.string(),
  organisation: z.string(),
  timeZone: z.string(),
  /** BCP 47, e.g. `en-IE`; numbers, money and the clock follow it. */
  locale: z.string(),
  slides: z.array(Slide),
  /** Cross-fades instead of moves; old engines cannot ask the system. */
  reducedMotion: z.boolean(),
  /** 0 is silent, 1 is full. */
  volume: z.number().min(0).max(1),
});
export type ScreenView = z.infer<typeof ScreenView>;
