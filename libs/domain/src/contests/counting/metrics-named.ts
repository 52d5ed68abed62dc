import type { ContestRules } from '../rules/contest-rules.js';

/** Every metric that the rules ask for: a timeline without one of them judges wrongly. */
export function metricsNamed({
  score,
  gates,
  tieBreaks,
  format,
}: Pick<ContestRules, 'score' | 'gates' | 'tieBreaks' | 'format'>): readonly string[] {
  const named = new Set<string>();
  for (const { metric, worth } of score.lines) {
    named.add(metric);
    if (worth.kind === 'rate') named.add(worth.of);
  }
  for (const { metric } of gates) named.add(metric);
  for (const tieBreak of tieBreaks) if (tieBreak.kind === 'more-of') named.add(tieBreak.metric);
  if (format.kind === 'streak') for (const { metric } of format.minimums) named.add(metric);
  if (format.kind === 'bingo') for (const { metric } of format.cells) named.add(metric);
  return [...named];
}
