import { z } from 'zod';
import { Slide } from '../live/screen.js';

/** `PATCH /api/v1/screens/:id`: what is left out stays as it is. */
export const ScreenChange = z.strictObject({
  name: z.string().trim().min(1).max(60).optional(),
  slides: z.array(Slide).min(1).max(50).optional(),
  reducedMotion: z.boolean().optional(),
  volume: z.number().min(0).max(1).optional(),
});
export type ScreenChange = z.infer<typeof ScreenChange>;
