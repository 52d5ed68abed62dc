import type { Organisation } from '@bellwether/application';
import type { ScreenView } from '@bellwether/contracts';
import type { Screen } from '@bellwether/persistence';

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
