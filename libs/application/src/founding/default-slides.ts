import { REVENUE_WON } from '@bellwether/domain';
import type { SlideSetting } from '../ports/organisations.js';

/** What a new organisation's first screen plays. */
export const DEFAULT_SLIDES: readonly SlideSetting[] = [
  slide(REVENUE_WON, 'month', 30),
  slide('activity_points', 'day', 20),
  slide('meetings_held', 'week', 20),
  slide('deals_won', 'quarter', 20),
];

function slide(metric: string, period: string, seconds: number): SlideSetting {
  return { board: `${metric}.${period}.reps`, strip: `${metric}.${period}.teams`, seconds };
}
