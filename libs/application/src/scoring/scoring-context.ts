import type { ScoringContext } from '@bellwether/domain';
import type { Directory } from '../ports/directories.js';

/** What the rules need to know, out of a directory. */
export function scoringContext(directory: Directory): ScoringContext {
  const { organisation, measures, personOf, rateOn } = directory;
  const { timeZone, currency } = organisation;
  return { timeZone, currency, measures, personOf, rateOn };
}
