import type { Organisation } from '@bellwether/application';
import type { ScreenView, SeenWall } from '@bellwether/contracts';
import { wallLife } from '@bellwether/domain';
import type { Screen } from '@bellwether/persistence';
import type { SeenScreen } from '../live/screen-presence.js';

/** A screen as it is told what to play. */
export function presentScreen(screen: Screen, organisation: Organisation): ScreenView {
  const { id, name, slides, reducedMotion, volume } = screen;
  return {
    screenId: id,
    name,
    organisation: organisation.name,
    timeZone: organisation.timeZone,
    locale: organisation.locale,
    slides: [...slides],
    reducedMotion,
    volume,
  };
}

/** A screen as it was last heard of. */
export function presentSeen(
  { screenId, seenAt, since, engine, told }: SeenScreen,
  now: number,
): SeenWall {
  return { screenId, life: wallLife(now - seenAt), seenAt, since, engine, told };
}
