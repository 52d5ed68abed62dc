import { parseBoardId } from '@bellwether/domain';
import type { InForce } from '../ports/definitions.js';

/** The names of the walls on which boards of a metric are played. */
export function wallsThatPlay(metric: string, screens: InForce['screens']): readonly string[] {
  return screens
    .filter(({ slides }) => slides.some((slide) => shows(metric, slide)))
    .map(({ name }) => name);
}

function shows(metric: string, { board, strip }: InForce['screens'][number]['slides'][number]) {
  return [board, strip].some((id) => id !== null && parseBoardId(id)?.metric === metric);
}
