import type { ScreenView, SeenWall, Slide } from '@bellwether/contracts';

export interface SlideOnNow {
  readonly index: number;
  readonly slide: Slide;
  /** Seconds that it stays, as far as the wall told; null of a wall that tells nothing now. */
  readonly left: number | null;
}

/** What a wall shows: what it says, or else the first of what it plays. */
export function slideOnNow(
  { slides }: Pick<ScreenView, 'slides'>,
  seen: SeenWall | undefined,
  now: number,
): SlideOnNow | null {
  const on = seen?.told?.vitals.slide;
  const slide = on && slides[on.index];
  if (seen?.told && on && slide) {
    const left = Math.max(0, Math.round(on.leftSeconds - (now - seen.told.toldAt) / 1_000));
    return { index: on.index, slide, left: seen.life === 'live' ? left : null };
  }
  return slides[0] ? { index: 0, slide: slides[0], left: null } : null;
}
