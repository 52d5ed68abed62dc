import type { ScreenView, SeenWall, Slide } from '@bellwether/contracts';

export interface SlideOnNow {
  readonly index: number;
  readonly slide: Slide;
  /** Seconds that it stays, as far as the wall told; null of a wall that tells nothing now. */
  readonly left: number | null;
}

/**
 * What a wall shows: what it says, or else the first of what it plays. It says so a little after the fact:
 * a slide that must be over by now has given way to the next.
 */
export function slideOnNow(
  { slides }: Pick<ScreenView, 'slides'>,
  seen: SeenWall | undefined,
  now: number,
): SlideOnNow | null {
  const on = seen?.told?.vitals.slide;
  const slide = on && slides[on.index];
  if (!seen?.told || !on || !slide) {
    return slides[0] ? { index: 0, slide: slides[0], left: null } : null;
  }
  if (seen.life !== 'live') return { index: on.index, slide, left: null };
  const left = on.leftSeconds - Math.max(0, now - seen.told.toldAt) / 1_000;
  const index = (on.index + 1) % slides.length;
  const next = slides[index];
  if (left > 0 || !next) return { index: on.index, slide, left: Math.max(0, Math.round(left)) };
  return { index, slide: next, left: Math.max(0, Math.round(next.seconds + left)) };
}
