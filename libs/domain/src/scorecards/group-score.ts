import type { MetricValue } from '../metrics/metric.js';
import { attainmentOf } from './attainment.js';
import type { Score } from './score.js';
import { scoreOf } from './score.js';

/** A line of somebody's scorecard, as a group counts it. */
export interface MemberLine {
  readonly metric: string;
  readonly direction: 'higher' | 'lower';
  readonly weight: number;
  readonly cap: number;
  /** Null when there is nothing to measure. */
  readonly value: MetricValue | null;
  /** 0 for who is exempt: what they do does not count for the group then. */
  readonly target: number;
  /** Whether more people bring more of it. */
  readonly addsUp: boolean;
}

/**
 * The score of several people, whose scorecards may differ: targets and progress of those who have a metric are added,
 * of a quotient its halves; weights are averaged over all members.
 */
export function groupScore(members: readonly (readonly MemberLine[])[]): Score | null {
  const byMetric = new Map<string, MemberLine[]>();
  for (const line of members.flat()) {
    const known = byMetric.get(line.metric);
    if (known) known.push(line);
    else byMetric.set(line.metric, [line]);
  }
  return scoreOf(
    [...byMetric.values()].map((lines) => ({
      weight: total(lines, ({ weight }) => weight) / members.length,
      cap: total(lines, ({ cap }) => cap) / lines.length,
      attainment: attainmentOfAll(lines.filter(({ target }) => target > 0)),
    })),
  );
}

function attainmentOfAll(lines: readonly MemberLine[]): number | null {
  const [first] = lines;
  if (!first) return null;
  const target = total(lines, (line) => line.target);
  if (first.addsUp) {
    return attainmentOf(
      total(lines, ({ value }) => value?.score ?? 0),
      target,
      first.direction,
    );
  }
  return attainmentOf(levelOf(lines), target / lines.length, first.direction);
}

/** Of quotients their halves are added up; other levels are averaged. */
function levelOf(lines: readonly MemberLine[]): number | null {
  const values = lines.flatMap(({ value }) => (value ? [value] : []));
  const halves = values.flatMap(({ parts }) => (parts ? [parts] : []));
  if (values.length === 0) return null;
  if (halves.length < values.length) return total(values, ({ score }) => score) / values.length;
  const below = total(halves, ({ denominator }) => denominator);
  return below === 0 ? null : total(halves, ({ numerator }) => numerator) / below;
}

function total<Some>(all: readonly Some[], of: (one: Some) => number): number {
  return all.reduce((sum, one) => sum + of(one), 0);
}
