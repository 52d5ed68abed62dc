import type { Metric, MetricValue } from '@bellwether/domain';
import { metricValue } from '@bellwether/domain';
import type { SeenLine } from '../boards/see-board.js';
import type { MemberSum } from '../boards/sums-of-board.js';

/** One of two who are compared. What is not told is null, as is what there is none of. */
export interface Side {
  readonly id: number;
  readonly name: string;
  readonly rank: number | null;
  readonly tied: boolean;
  readonly score: number | null;
  readonly halves: MetricValue['parts'];
  readonly reachedAt: number | null;
}

/** Whom somebody is compared with, placed or not. */
export type Contender = Pick<Side, 'id' | 'name' | 'rank' | 'tied'>;

export function contenderOf({ id, name, rank, tied }: SeenLine): Contender {
  return { id, name, rank, tied };
}

/** A contender with what they add up to. */
export function sideOf(contender: Contender, sum: MemberSum | undefined, metric: Metric): Side {
  const value = sum && metricValue(metric, sum.totalOf);
  return {
    ...contender,
    score: value?.score ?? null,
    halves: value?.parts ?? null,
    reachedAt: value ? (sum?.reachedAt ?? null) : null,
  };
}

/** What a side's score is made of; null without one. */
export function valueOf({ score, halves }: Side): MetricValue | null {
  return score === null ? null : { score, parts: halves };
}
