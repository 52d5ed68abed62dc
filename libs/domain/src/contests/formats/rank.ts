import type { Play } from '../counting/play.js';
import type { Outcome } from '../ranking/outcome.js';
import { PLAIN } from '../ranking/outcome.js';
import { rankedBy } from '../ranking/ranked.js';

/** The most score at the end. */
export function judgeRank(play: Play): Outcome {
  const { lines, events } = rankedBy(play, play.counted);
  return { ...PLAIN, lines, events };
}
