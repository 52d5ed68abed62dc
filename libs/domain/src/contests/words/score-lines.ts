import type { ContestRules } from '../rules/contest-rules.js';
import type { ScoreLine } from '../rules/score-rule.js';
import type { ContestWords } from './contest-words.js';
import { counted, listed } from './contest-words.js';

const THOUSANDTHS = 1_000;

/** What counts, and for how much. */
export function scoreLinesOf(
  { score, entrants, gates }: ContestRules,
  words: ContestWords,
): string[] {
  const lines = score.lines.map((line) => lineInWords(line, words));
  if (entrants !== 'reps') {
    const group = { reps: '', teams: 'team', sides: 'side' }[entrants];
    switch (score.group.kind) {
      case 'sum':
        lines.push(`A ${group} has what all its people come to.`);
        break;
      case 'average':
        lines.push(
          `A ${group} has what its people come to on average. Everybody on its roster counts, for the days they are there.`,
        );
        break;
      case 'best':
        lines.push(`A ${group} has what its best ${score.group.count} come to.`);
        break;
    }
  }
  if (score.multiplier) {
    const times = score.multiplier.factors.map((factor) => `× ${factor.times / THOUSANDTHS}`);
    lines.push(
      `Chance multiplies each contribution by ${listed(times)}. The seed is fixed before the start and shown afterwards.`,
    );
  }
  if (gates.length > 0) {
    const needs = gates.map(({ metric, atLeast }) => words.quantity(metric, atLeast));
    lines.push(`To win anything it takes at least ${listed(needs)}.`);
  }
  return lines;
}

function lineInWords({ metric, worth, most }: ScoreLine, words: ContestWords): string {
  const title = words.metric(metric);
  const capped = most === null ? '' : ' There is a cap.';
  switch (worth.kind) {
    case 'value':
      return `${title} counts.${capped}`;
    case 'points': {
      const points = counted(worth.points / THOUSANDTHS, 'point');
      const full = worth.whole ? 'full ' : '';
      return `${title}: ${points} for each ${full}${words.quantity(metric, worth.per)}.${capped}`;
    }
    case 'target':
      return `${title} counts in percent of one’s own target${weighted(worth.weight)}.${capped}`;
    case 'improvement':
      return `${title} counts in percent over one’s own average before${weighted(worth.weight)}. Less than ${words.quantity(metric, worth.floor)} before counts as that much.${capped}`;
    case 'rate':
      return `${title} counts in percent of ${words.metric(worth.of)}.${capped}`;
  }
}

function weighted(weight: number): string {
  return weight === 100 ? '' : `, for ${weight} % of the score`;
}
